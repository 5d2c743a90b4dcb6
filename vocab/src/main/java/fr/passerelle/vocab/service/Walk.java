package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The walk from a concept to a station: skill, occupation, certification, training domain, or back.
 * An answer to one question: nothing of it is stored or published as a pair.
 *
 * @param start where it begins
 * @param goal where it was asked to end
 * @param paths ways found, each a chain of hops; only the first of them where there are many
 * @param total how many ways there are
 * @param reached concepts at the end of a way, each once
 * @param broken concepts that lead nowhere, each once
 * @param truncated whether {@code paths} leaves some out, or the walk gave up on the rest
 */
public record Walk(
    Concept start,
    Goal goal,
    List<List<Hop>> paths,
    long total,
    List<ConceptRef> reached,
    List<BrokenHop> broken,
    boolean truncated) {
  /** Concepts that a walk passes by before it gives up. */
  static final int MOST_CONCEPTS = 5_000;

  /**
   * Where a walk ends.
   *
   * @param station at which station
   * @param scheme in which scheme only; empty for any
   */
  public record Goal(Station station, String scheme) {
    /** Any concept of that type, or of those that the walk takes for the same. */
    public static Optional<Goal> of(ConceptType type) {
      return Station.of(type).map(station -> new Goal(station, ""));
    }

    /** Concepts of that scheme: the first station that it has concepts of from occupations on. */
    public static Optional<Goal> of(PublishedScheme scheme) {
      Set<Station> stations = Station.of(scheme.scheme());
      Optional<Station> station =
          stations.stream().filter(each -> each != Station.SKILL).findFirst();
      return station
          .or(() -> stations.stream().findFirst())
          .map(each -> new Goal(each, scheme.scheme().id()));
    }

    boolean isAt(Concept concept) {
      return Station.of(concept).filter(station::equals).isPresent();
    }

    boolean holds(Concept concept) {
      return isAt(concept) && (scheme.isEmpty() || concept.ref().scheme().equals(scheme));
    }
  }

  /** Releases that state its hops, and the concepts that these join, each once. */
  public List<PublishedRelease> sources(Snapshot snapshot) {
    return paths.stream()
        .flatMap(List::stream)
        .flatMap(hop ->
            Stream.concat(
                Stream.of(hop.release()),
                Stream.of(hop.from(), hop.to())
                    .flatMap(ref -> snapshot.findScheme(ref.scheme()).stream())
                    .map(PublishedScheme::release)))
        .distinct()
        .toList();
  }

  /**
   * The walk from that concept.
   *
   * @param limit how many ways to give at most
   * @return empty where no walk goes from one to the other: same station, or none
   */
  public static Optional<Walk> find(Snapshot snapshot, Concept start, Goal goal, int limit) {
    return Station.of(start)
        .filter(station -> station != goal.station())
        .map(station -> {
          Steps steps = new Steps(snapshot, station.compareTo(goal.station()) < 0);
          Exploration found = new Exploration(steps, goal, start);
          found.explore();
          return found.walk(limit);
        });
  }
}
