package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.vocab.ConceptRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which indicators are cut by which concepts.
 *
 * @param cuts by the concept, in the order of indicators
 */
public record CategoryIndex(Map<ConceptRef, List<CutBy>> cuts) {
  public CategoryIndex {
    cuts = Map.copyOf(cuts);
  }

  /** An indicator and the categories of it that a concept is one of. */
  public record CutBy(Indicator indicator, Categories categories) {}

  /** Those of all that a dashboard tells. */
  public static CategoryIndex of(Collection<Indicator> indicators, Dashboard dashboard) {
    Map<ConceptRef, List<CutBy>> cuts = new HashMap<>();
    for (Indicator indicator : indicators) {
      Set<Categories> all = new LinkedHashSet<>();
      dashboard.cells(indicator).forEach(cell -> all.add(cell.categories()));
      for (Categories each : all) {
        each.values()
            .forEach((dimension, code) ->
                cuts.computeIfAbsent(Dimensions.concept(dimension, code), any -> new ArrayList<>())
                    .add(new CutBy(indicator, each)));
      }
    }
    cuts.replaceAll((concept, found) -> coarsest(found));
    return new CategoryIndex(cuts);
  }

  /** Of each indicator those cut by the fewest dimensions: what is cut further adds no concept. */
  private static List<CutBy> coarsest(List<CutBy> found) {
    Map<String, Integer> fewest =
        found.stream()
            .collect(
                Collectors.toMap(
                    each -> each.indicator().id(), CategoryIndex::dimensions, Integer::min));
    return found.stream()
        .filter(each -> fewest.getOrDefault(each.indicator().id(), 0) == dimensions(each))
        .toList();
  }

  private static int dimensions(CutBy cut) {
    return cut.categories().values().size();
  }

  /** What is cut by that concept. */
  public List<CutBy> of(ConceptRef concept) {
    return cuts.getOrDefault(concept, List.of());
  }

  /** The concepts that an indicator is cut by, by name. */
  public List<ConceptRef> concepts(String indicator) {
    return cuts.entrySet().stream()
        .filter(each ->
            each.getValue().stream().anyMatch(cut -> cut.indicator().id().equals(indicator)))
        .map(Map.Entry::getKey)
        .sorted(Comparator.comparing(ConceptRef::key))
        .toList();
  }

  /** Identifiers of the vocabularies, or names of the dimensions, that anything is cut by. */
  public SortedSet<String> vocabularies() {
    return cuts.keySet().stream()
        .map(ConceptRef::scheme)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
