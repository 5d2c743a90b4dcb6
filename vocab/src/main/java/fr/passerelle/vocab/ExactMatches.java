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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The closure of exactMatch pairs. The relation is symmetric and transitive (SKOS Reference, W3C,
 * 2009, S44 and S45), so that a chain of pairs, each sound by itself, may make one of two concepts
 * of one scheme. Not thread-safe.
 */
public final class ExactMatches {
  private final Map<ConceptRef, List<Step>> steps = new LinkedHashMap<>();

  private record Step(ConceptRef from, ConceptRef to, String place) {}

  /** Whether a correspondence states any. */
  public static boolean areIn(Correspondence correspondence) {
    return correspondence.pairs().stream().anyMatch(ExactMatches::isExact);
  }

  /** What those correspondences merge together, each pair placed in the one that states it. */
  public static List<Fault> faults(Collection<Correspondence> correspondences) {
    ExactMatches matches = new ExactMatches();
    for (Correspondence correspondence : correspondences) {
      correspondence.pairs().stream()
          .filter(ExactMatches::isExact)
          .forEach(pair -> matches.add(pair.from(), pair.to(), correspondence.id()));
    }
    List<Fault> faults = new ArrayList<>();
    matches.check(faults::add);
    return faults;
  }

  private static boolean isExact(Pair pair) {
    return pair.predicate() == Predicate.EXACT_MATCH;
  }

  /** Adds a pair and the place that states it. */
  public void add(ConceptRef one, ConceptRef other, String place) {
    steps.computeIfAbsent(one, key -> new ArrayList<>()).add(new Step(one, other, place));
    steps.computeIfAbsent(other, key -> new ArrayList<>()).add(new Step(other, one, place));
  }

  /** Says each merger once, with the shortest path that proves it. */
  public void check(Consumer<Fault> faults) {
    Set<ConceptRef> seen = new HashSet<>();
    for (ConceptRef start : steps.keySet()) {
      if (!seen.contains(start)) {
        Set<ConceptRef> group = reached(start).keySet();
        seen.addAll(group);
        group.stream()
            .sorted()
            .collect(Collectors.groupingBy(ConceptRef::scheme))
            .values()
            .forEach(merged -> say(merged, faults));
      }
    }
  }

  private void say(List<ConceptRef> merged, Consumer<Fault> faults) {
    ConceptRef first = merged.getFirst();
    Map<ConceptRef, Step> reached = merged.size() > 1 ? reached(first) : Map.of();
    for (ConceptRef other : merged.subList(1, merged.size())) {
      List<Step> path = path(reached, first, other);
      faults.accept(
          new Fault(
              path.getLast().place(),
              "S45",
              "exactMatch réunirait %s et %s : %s ; en garder un, ou dire closeMatch"
                  .formatted(first, other, said(path))));
    }
  }

  private static String said(Collection<Step> path) {
    return path.stream()
        .map(step -> step.from() + " = " + step.to() + " (" + step.place() + ")")
        .collect(Collectors.joining(", "));
  }

  private static List<Step> path(Map<ConceptRef, Step> reached, ConceptRef first, ConceptRef last) {
    List<Step> path = new ArrayList<>();
    ConceptRef at = last;
    while (!at.equals(first)) {
      Step step = reached.get(at);
      if (step == null) {
        throw new IllegalStateException(at + " is not reached from " + first);
      }
      path.addFirst(step);
      at = step.from();
    }
    return path;
  }

  /** Each concept reached, with the step by which; breadth first, so that paths are shortest. */
  private Map<ConceptRef, Step> reached(ConceptRef start) {
    Map<ConceptRef, Step> reached = new HashMap<>();
    reached.put(start, new Step(start, start, ""));
    Deque<ConceptRef> next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      for (Step step : steps.getOrDefault(next.remove(), List.of())) {
        if (reached.putIfAbsent(step.to(), step) == null) {
          next.add(step.to());
        }
      }
    }
    return reached;
  }
}
