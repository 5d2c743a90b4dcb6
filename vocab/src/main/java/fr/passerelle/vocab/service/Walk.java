package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
      Set<Station> stations =
          scheme.scheme().concepts().stream()
              .flatMap(concept -> Station.of(concept).stream())
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Station.class)));
      Optional<Station> station =
          stations.stream().filter(each -> each != Station.SKILL).findFirst();
      return station
          .or(() -> stations.stream().findFirst())
          .map(each -> new Goal(each, scheme.scheme().id()));
    }

    private boolean isAt(Concept concept) {
      return Station.of(concept).filter(station::equals).isPresent();
    }

    private boolean holds(Concept concept) {
      return isAt(concept) && (scheme.isEmpty() || concept.ref().scheme().equals(scheme));
    }
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
          Exploration found = new Exploration(steps, goal);
          found.explore(start);
          return found.walk(start, limit);
        });
  }

  /** What is known while the walk goes on. */
  private static final class Exploration {
    private final Steps steps;
    private final Goal goal;
    private final Map<ConceptRef, List<Hop>> onward = new LinkedHashMap<>();
    private final SequencedCollection<ConceptRef> reached = new LinkedHashSet<>();
    private final List<BrokenHop> broken = new ArrayList<>();
    private final Map<ConceptRef, Long> ways = new HashMap<>();
    private boolean gaveUp;

    Exploration(Steps steps, Goal goal) {
      this.steps = steps;
      this.goal = goal;
    }

    /** To the end of a way before the next one: where it gives up, it has found some. */
    void explore(Concept start) {
      Deque<Concept> open = new ArrayDeque<>(List.of(start));
      Set<ConceptRef> seen = new HashSet<>(Set.of(start.ref()));
      while (!open.isEmpty()) {
        Concept concept = open.pop();
        if (onward.size() == MOST_CONCEPTS) {
          gaveUp = true;
          return;
        }
        List<Hop> hops = visit(concept);
        onward.put(concept.ref(), hops);
        for (Hop hop : hops.reversed()) {
          if (seen.add(hop.to())) {
            open.push(steps.snapshot().find(hop.to()).orElseThrow());
          }
        }
      }
    }

    private List<Hop> visit(Concept concept) {
      if (goal.holds(concept)) {
        reached.add(concept.ref());
        return List.of();
      }
      if (goal.isAt(concept)) {
        broken.add(new BrokenHop(concept, BrokenHop.Reason.OTHER_VOCABULARY, ""));
        return List.of();
      }
      List<Hop> hops = steps.from(concept).stream().filter(this::stays).toList();
      if (hops.isEmpty()) {
        broken.add(steps.broken(concept));
      }
      return hops;
    }

    /** A hop may pass by a station, not beyond the last one. */
    private boolean stays(Hop hop) {
      Station to = Station.of(steps.snapshot().find(hop.to()).orElseThrow()).orElseThrow();
      int order = to.compareTo(goal.station());
      return steps.forward() ? order <= 0 : order >= 0;
    }

    private List<Hop> hops(ConceptRef ref) {
      return onward.getOrDefault(ref, List.of());
    }

    Walk walk(Concept start, int limit) {
      long total = ways(start.ref());
      List<List<Hop>> paths = new ArrayList<>();
      collect(start.ref(), new ArrayDeque<>(), paths, limit);
      return new Walk(
          start,
          goal,
          paths,
          total,
          List.copyOf(reached),
          List.copyOf(broken),
          gaveUp || total > paths.size());
    }

    private long ways(ConceptRef ref) {
      @Nullable Long known = ways.get(ref);
      if (known != null) {
        return known;
      }
      long sum = reached.contains(ref) ? 1 : 0;
      for (Hop hop : hops(ref)) {
        sum += ways(hop.to());
      }
      ways.put(ref, sum);
      return sum;
    }

    private void collect(ConceptRef at, Deque<Hop> way, List<List<Hop>> paths, int limit) {
      if (paths.size() == limit || Objects.requireNonNullElse(ways.get(at), 0L) == 0) {
        return;
      }
      if (reached.contains(at)) {
        paths.add(List.copyOf(way));
        return;
      }
      for (Hop hop : hops(at)) {
        way.addLast(hop);
        collect(hop.to(), way, paths, limit);
        way.removeLast();
      }
    }
  }
}
