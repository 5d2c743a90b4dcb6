package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is above, below and beside a concept. A concept may have several concepts above it. */
public final class Hierarchy {
  private Hierarchy() {}

  /**
   * A concept above or below another.
   *
   * @param concept the concept
   * @param distance levels between the two by the shortest way, from 1
   */
  public record Relative(Concept concept, int distance) {
    /** Nearest first, then by name. */
    public static final Comparator<Relative> ORDER =
        Comparator.comparingInt(Relative::distance)
            .thenComparing(relative -> relative.concept().ref());

    /** Text in the order of {@link #ORDER}. */
    public String key() {
      return "%05d %s".formatted(distance, concept.ref().key());
    }
  }

  /** All concepts above, in {@link Relative#ORDER}. */
  public static List<Relative> ancestors(Snapshot snapshot, Concept concept) {
    return relatives(snapshot, concept, each -> each.links(Link.Kind.BROADER).map(Link::target));
  }

  /** All concepts below, in {@link Relative#ORDER}. */
  public static List<Relative> descendants(Snapshot snapshot, Concept concept) {
    return relatives(
        snapshot,
        concept,
        each -> snapshot.inverse(each.ref(), Link.Kind.BROADER).map(Link::target));
  }

  private static List<Relative> relatives(
      Snapshot snapshot, Concept start, Function<Concept, Stream<ConceptRef>> step) {
    Map<ConceptRef, Relative> seen = new LinkedHashMap<>();
    List<Concept> level = List.of(start);
    for (int distance = 1; !level.isEmpty(); distance++) {
      List<Concept> next = new ArrayList<>();
      for (Concept concept : level) {
        int at = distance;
        step.apply(concept)
            .flatMap(ref -> snapshot.find(ref).stream())
            .filter(each -> !each.ref().equals(start.ref()))
            .filter(each -> seen.putIfAbsent(each.ref(), new Relative(each, at)) == null)
            .forEach(next::add);
      }
      level = next;
    }
    return seen.values().stream().sorted(Relative.ORDER).toList();
  }

  /** Whether a concept is that other one, or below it. */
  public static boolean isUnder(Snapshot snapshot, Concept concept, Concept above) {
    return concept.ref().equals(above.ref())
        || ancestors(snapshot, concept).stream()
            .anyMatch(each -> each.concept().ref().equals(above.ref()));
  }

  /** Associated concepts, whichever end the source writes it at, by name. */
  public static List<Concept> related(Snapshot snapshot, Concept concept) {
    return Stream.concat(
            concept.links(Link.Kind.RELATED), snapshot.inverse(concept.ref(), Link.Kind.RELATED))
        .map(Link::target)
        .distinct()
        .sorted()
        .flatMap(ref -> snapshot.find(ref).stream())
        .toList();
  }

  /** Concepts in use that have nothing above them, in code order (skos:hasTopConcept). */
  public static List<Concept> top(PublishedScheme scheme) {
    return scheme.scheme().concepts().stream()
        .filter(each -> each.status() != Status.RETIRED)
        .filter(each -> each.links(Link.Kind.BROADER).findAny().isEmpty())
        .toList();
  }

  /** Concepts that name that one as what takes their place, retired ones included, by name. */
  public static List<ConceptRef> replaces(
      Snapshot snapshot, PublishedScheme scheme, Concept concept) {
    // What a retired concept says is not among the inverse links.
    Stream<ConceptRef> retired =
        scheme.scheme().concepts().stream()
            .filter(each -> each.status() == Status.RETIRED)
            .filter(each ->
                each.links(Link.Kind.REMPLACE_PAR)
                    .anyMatch(link -> link.target().equals(concept.ref())))
            .map(Concept::ref);
    Stream<ConceptRef> inUse =
        snapshot.inverse(concept.ref(), Link.Kind.REMPLACE_PAR).map(Link::target);
    return Stream.concat(retired, inUse).distinct().sorted().toList();
  }
}
