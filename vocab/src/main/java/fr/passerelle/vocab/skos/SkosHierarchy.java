package fr.passerelle.vocab.skos;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is above what in a scheme, by URI, with the paths that prove a fault. */
final class SkosHierarchy {
  private final SortedMap<String, Set<String>> broader = new TreeMap<>();

  void add(String concept, String above) {
    broader.computeIfAbsent(concept, key -> new TreeSet<>()).add(above);
  }

  Set<String> above(String concept) {
    return broader.getOrDefault(concept, Set.of());
  }

  /** The shortest path from a concept up to another; empty if there is none. */
  Optional<List<String>> path(String from, String to) {
    Map<String, String> reachedFrom = new HashMap<>();
    Deque<String> next = new ArrayDeque<>(List.of(from));
    while (!next.isEmpty()) {
      String at = next.remove();
      for (String above : above(at)) {
        if (reachedFrom.putIfAbsent(above, at) == null) {
          if (above.equals(to)) {
            return Optional.of(path(reachedFrom, from, to));
          }
          next.add(above);
        }
      }
    }
    return Optional.empty();
  }

  private static List<String> path(Map<String, String> reachedFrom, String from, String to) {
    List<String> path = new ArrayList<>(List.of(to));
    String at = to;
    do {
      at = reachedFrom.getOrDefault(at, from);
      path.addFirst(at);
    } while (!at.equals(from));
    return path;
  }

  /**
   * Cycles, at least one if there is any. Each suspect has another above it, so that going up from
   * one always ends in a round.
   */
  List<List<String>> cycles() {
    List<List<String>> cycles = new ArrayList<>();
    Set<String> suspects = suspects();
    Set<String> seen = new HashSet<>();
    for (String suspect : suspects) {
      Set<String> walk = new LinkedHashSet<>();
      String at = suspect;
      while (seen.add(at)) {
        walk.add(at);
        at = above(at).stream().filter(suspects::contains).findFirst().orElse(at);
      }
      if (walk.contains(at)) {
        List<String> steps = List.copyOf(walk);
        List<String> cycle = new ArrayList<>(steps.subList(steps.indexOf(at), steps.size()));
        cycle.add(at);
        cycles.add(cycle);
      }
    }
    return cycles;
  }

  /** What remains once concepts with nothing left above are taken away, again and again. */
  private Set<String> suspects() {
    Map<String, List<String>> below = new HashMap<>();
    Map<String, Integer> left = new HashMap<>();
    broader.forEach((concept, all) -> {
      left.put(concept, all.size());
      all.forEach(each -> below.computeIfAbsent(each, key -> new ArrayList<>()).add(concept));
    });
    Deque<String> free = new ArrayDeque<>();
    below.keySet().stream().filter(each -> !left.containsKey(each)).forEach(free::add);
    while (!free.isEmpty()) {
      for (String concept : below.getOrDefault(free.remove(), List.of())) {
        if (left.merge(concept, -1, Integer::sum) == 0) {
          left.remove(concept);
          free.add(concept);
        }
      }
    }
    return new TreeSet<>(left.keySet());
  }
}
