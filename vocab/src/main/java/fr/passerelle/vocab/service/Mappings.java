package fr.passerelle.vocab.service;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of the mappings that a filter lets through, in the order of correspondences, then as they
 * are stated, then the other way round, then in {@link Pair#ORDER}.
 *
 * @param items the mappings of this part
 * @param total how many there are in all
 * @param next what to give as {@code after} for the part that follows; empty on the last one
 * @param before the same for the part before, empty text where that is the first; empty on it
 */
public record Mappings(List<Mapping> items, int total, String next, Optional<String> before) {
  private static final Comparator<Place> ORDER =
      Comparator.comparing(Place::correspondence)
          .thenComparing(Place::inverse)
          .thenComparing(Place::stated, Pair.ORDER);

  public Mappings {
    items = List.copyOf(items);
  }

  /** Where a mapping stands in the order, also after it has gone. */
  private record Place(String correspondence, boolean inverse, Pair stated) {
    private static final int PARTS = 8;

    static Place of(Mapping mapping) {
      return new Place(
          mapping.by().correspondence().id(), mapping.inverse(), Cardinality.stated(mapping));
    }

    String encode() {
      return String.join(
          "\n",
          correspondence,
          Boolean.toString(inverse),
          stated.from().scheme(),
          stated.from().code(),
          Integer.toString(stated.order()),
          stated.to().scheme(),
          stated.to().code(),
          stated.predicate().name());
    }

    static Place parse(String text) {
      String[] parts = text.split("\n", -1);
      if (parts.length != PARTS) {
        throw new IllegalArgumentException("no place of a mapping: " + parts.length);
      }
      Pair pair =
          Pair.of(
                  new ConceptRef(parts[2], parts[3]),
                  new ConceptRef(parts[5], parts[6]),
                  Predicate.valueOf(parts[7]),
                  Justification.UNSPECIFIED)
              .ranked(Integer.parseInt(parts[4]));
      return new Place(parts[0], Boolean.parseBoolean(parts[1]), pair);
    }
  }

  /** Where a mapping stands: what to give as {@code after} for what follows it. */
  public static String place(Mapping mapping) {
    return Place.of(mapping).encode();
  }

  /**
   * The part of that size after that place.
   *
   * @param after {@link #next()} of the part before; empty for the first
   * @throws IllegalArgumentException where {@code after} is not what a part gave
   */
  public static Mappings find(Snapshot snapshot, MappingFilter filter, String after, int limit) {
    Optional<Place> last = after.isEmpty() ? Optional.empty() : Optional.of(Place.parse(after));
    List<Mapping> items = new ArrayList<>();
    // The part before, and the mapping before that.
    Deque<Mapping> passed = new ArrayDeque<>();
    int total = 0;
    boolean more = false;
    for (Mapping mapping : (Iterable<Mapping>) all(snapshot, filter)::iterator) {
      total++;
      if (last.isPresent() && ORDER.compare(Place.of(mapping), last.get()) <= 0) {
        passed.addLast(mapping);
        if (passed.size() > limit + 1) {
          passed.removeFirst();
        }
        continue;
      }
      if (items.size() < limit) {
        items.add(mapping);
      } else {
        more = true;
      }
    }
    return new Mappings(
        items, total, more ? Place.of(items.getLast()).encode() : "", before(passed, limit));
  }

  private static Optional<String> before(Deque<Mapping> passed, int limit) {
    if (passed.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(passed.size() > limit ? Place.of(passed.getFirst()).encode() : "");
  }

  /** All mappings that a filter lets through, in order. */
  public static Stream<Mapping> all(Snapshot snapshot, MappingFilter filter) {
    return snapshot.correspondences().stream()
        .filter(by ->
            filter.correspondence().isEmpty()
                || by.correspondence().id().equals(filter.correspondence()))
        .sorted(Comparator.comparing(by -> by.correspondence().id()))
        .flatMap(by -> Stream.concat(stated(by, filter), inverse(by, filter)))
        .filter(filter::holds);
  }

  private static Stream<Mapping> stated(PublishedCorrespondence by, MappingFilter filter) {
    return pairs(by, filter.from(), filter.to()).map(pair -> new Mapping(by, pair, false));
  }

  private static Stream<Mapping> inverse(PublishedCorrespondence by, MappingFilter filter) {
    return filter.directed()
        ? pairs(by, filter.to(), filter.from())
            .map(pair -> new Mapping(by, pair.inverse(), true))
            // Read so, a pair has no rank.
            .sorted(Comparator.comparing(Place::of, ORDER))
        : Stream.empty();
  }

  /** Pairs that may join those ends, by what there is an index for. */
  private static Stream<Pair> pairs(
      PublishedCorrespondence by,
      Optional<MappingFilter.End> source,
      Optional<MappingFilter.End> target) {
    if (isOther(source, by.correspondence().source())
        || isOther(target, by.correspondence().target())) {
      return Stream.empty();
    }
    Optional<ConceptRef> from = source.flatMap(MappingFilter.End::ref);
    if (from.isPresent()) {
      return by.from(from.get()).stream();
    }
    Optional<ConceptRef> to = target.flatMap(MappingFilter.End::ref);
    return to.isPresent() ? by.to(to.get()).stream() : by.correspondence().pairs().stream();
  }

  private static boolean isOther(Optional<MappingFilter.End> end, String scheme) {
    return end.filter(each -> !each.scheme().equals(scheme)).isPresent();
  }
}
