package fr.passerelle.catalog.territory;

import fr.passerelle.catalog.territory.GeographyPart.Commune;
import fr.passerelle.catalog.territory.Passage.Basis;
import fr.passerelle.catalog.territory.Passage.Sharing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * By what communes that were split are shared: by the population of their parts, in the vintage of
 * the split or after, else before the parts were one.
 *
 * <p>Shares that files give are not taken, nor are populations that only repeat them: equal ones
 * are no count (85084 in three thirds and 60054 in two halves in the passage to 2024, and in the
 * populations of 2024).
 */
final class Splits {
  private final NavigableMap<Integer, Map<String, Commune>> lists;

  Splits(NavigableMap<Integer, Map<String, Commune>> lists) {
    this.lists = lists;
  }

  /** Shares by code, and what they are. */
  record Shared(Map<String, Double> shares, Sharing key) {}

  /**
   * Shares of the parts of a commune that a step cuts.
   *
   * @param origins by year before, communes of that year by the one of today that they became
   */
  Shared ofStep(List<String> parts, int cut, Map<Integer, Map<String, List<String>>> origins) {
    for (int year : lists.tailMap(cut, true).keySet()) {
      Optional<Shared> found = byPopulation(parts, year, part -> population(year, part));
      if (found.isPresent()) {
        return found.get();
      }
    }
    for (int year : lists.headMap(cut, false).descendingKeySet()) {
      Map<String, List<String>> of = origins.getOrDefault(year, Map.of());
      Optional<Shared> found =
          byPopulation(
              parts,
              year,
              part ->
                  of.getOrDefault(part, List.of(part)).stream()
                      .mapToInt(each -> population(year, each))
                      .sum());
      if (found.isPresent()) {
        return found.get();
      }
    }
    return equal(parts);
  }

  /**
   * Shares of what a commune of an old list became, by the next list in which all parts are.
   *
   * @param today where a commune of a year is today
   */
  Shared ofListed(
      String code, List<String> parts, int before, BiFunction<Integer, String, Set<String>> today) {
    for (int year : lists.tailMap(before, false).keySet()) {
      Set<String> rest = today.apply(year, code);
      Optional<Shared> found =
          byPopulation(
              parts,
              year,
              // What is left of it is counted under its own code until it is in another.
              part -> population(year, rest.equals(Set.of(part)) ? code : part));
      if (found.isPresent()) {
        return found.get();
      }
    }
    return equal(parts);
  }

  /** Shares of communes in the one that they became, by their own populations. */
  Shared ofMerged(List<String> parts, int year) {
    if (parts.size() == 1) {
      return new Shared(Map.of(parts.getFirst(), 1.0), Sharing.NONE);
    }
    return weighed(parts, year, part -> population(year, part)).orElseGet(() -> equal(parts));
  }

  private int population(int year, String code) {
    @Nullable Commune commune = lists.getOrDefault(year, Map.of()).get(code);
    return commune == null ? 0 : Math.max(0, commune.population());
  }

  private static Optional<Shared> byPopulation(
      List<String> parts, int year, ToIntFunction<String> population) {
    List<Integer> counts = new ArrayList<>();
    parts.forEach(part -> counts.add(population.applyAsInt(part)));
    boolean invented = Collections.max(counts) - Collections.min(counts) <= 1;
    return invented ? Optional.empty() : weighed(parts, year, population);
  }

  private static Optional<Shared> weighed(
      List<String> parts, int year, ToIntFunction<String> population) {
    double sum = parts.stream().mapToInt(population).sum();
    Map<String, Double> shares = new TreeMap<>();
    for (String part : parts) {
      int people = population.applyAsInt(part);
      if (people <= 0) {
        return Optional.empty();
      }
      shares.put(part, people / sum);
    }
    return Optional.of(new Shared(shares, new Sharing(Basis.POPULATION, year)));
  }

  private static Shared equal(List<String> parts) {
    Map<String, Double> shares = new TreeMap<>();
    parts.forEach(part -> shares.put(part, 1.0 / parts.size()));
    return new Shared(shares, new Sharing(Basis.EQUAL, 0));
  }
}
