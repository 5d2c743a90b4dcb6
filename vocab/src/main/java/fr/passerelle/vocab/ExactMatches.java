package fr.passerelle.vocab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The closure of the exactMatch pairs of several correspondences. The relation is symmetric and
 * transitive (SKOS Reference, W3C, 2009, S44 and S45), so that a chain of pairs, each sound by
 * itself, may make one of two concepts of one scheme.
 */
public final class ExactMatches {
  private final Map<ConceptRef, Set<ConceptRef>> neighbours = new LinkedHashMap<>();

  private ExactMatches() {}

  /** Whether a correspondence states any. */
  public static boolean areIn(Correspondence correspondence) {
    return correspondence.pairs().stream().anyMatch(ExactMatches::isExact);
  }

  /** One fault for each group that would merge two concepts of a scheme, with the path of pairs. */
  public static List<Fault> faults(Collection<Correspondence> correspondences) {
    ExactMatches matches = new ExactMatches();
    for (Correspondence correspondence : correspondences) {
      correspondence.pairs().stream().filter(ExactMatches::isExact).forEach(matches::add);
    }
    List<Fault> faults = new ArrayList<>();
    Set<ConceptRef> seen = new HashSet<>();
    for (ConceptRef start : matches.neighbours.keySet()) {
      if (!seen.contains(start)) {
        matches.merger(start, seen).ifPresent(faults::add);
      }
    }
    return faults;
  }

  private static boolean isExact(Pair pair) {
    return pair.predicate() == Predicate.EXACT_MATCH;
  }

  private void add(Pair pair) {
    neighbours.computeIfAbsent(pair.from(), key -> new HashSet<>()).add(pair.to());
    neighbours.computeIfAbsent(pair.to(), key -> new HashSet<>()).add(pair.from());
  }

  /** Walks the group of a concept; the first two of one scheme are its fault. */
  private Optional<Fault> merger(ConceptRef start, Set<ConceptRef> seen) {
    Map<ConceptRef, ConceptRef> from = new HashMap<>();
    Map<String, ConceptRef> ofScheme = new HashMap<>();
    Deque<ConceptRef> frontier = new ArrayDeque<>(List.of(start));
    Optional<Fault> fault = Optional.empty();
    seen.add(start);
    while (!frontier.isEmpty()) {
      ConceptRef at = frontier.remove();
      ConceptRef other = ofScheme.putIfAbsent(at.scheme(), at);
      if (other != null && fault.isEmpty()) {
        fault = Optional.of(fault(path(other, from), path(at, from)));
      }
      for (ConceptRef next : neighbours.getOrDefault(at, Set.of())) {
        if (seen.add(next)) {
          from.put(next, at);
          frontier.add(next);
        }
      }
    }
    return fault;
  }

  /** From a concept back to where the walk began. */
  private static List<ConceptRef> path(ConceptRef end, Map<ConceptRef, ConceptRef> from) {
    List<ConceptRef> path = new ArrayList<>();
    for (@Nullable ConceptRef at = end; at != null; at = from.get(at)) {
      path.add(at);
    }
    return path;
  }

  /** The two ways meet where the walk began, or before. */
  private static Fault fault(List<ConceptRef> one, List<ConceptRef> other) {
    List<ConceptRef> path = new ArrayList<>(one);
    List<ConceptRef> back = new ArrayList<>(other);
    while (path.size() > 1
        && back.size() > 1
        && path.get(path.size() - 2).equals(back.get(back.size() - 2))) {
      path.removeLast();
      back.removeLast();
    }
    back.removeLast();
    path.addAll(back.reversed());
    return new Fault(
        path.getFirst() + " et " + path.getLast(),
        "S45",
        "exactMatch en ferait un seul concept, par "
            + path.stream().map(ConceptRef::toString).collect(Collectors.joining(" = "))
            + " (SKOS S45) ; dire closeMatch l'un de ces rapprochements");
  }
}
