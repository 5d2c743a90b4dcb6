package fr.passerelle.api.figures;

import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Dimensions;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.TerritoryNames;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.release.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Names of what figures are cut by: those of the published vocabularies.
 *
 * @param snapshot vocabularies
 * @param geography territories
 * @param territories persistent names of territories
 */
public record Naming(Snapshot snapshot, Geography geography, TerritoryNames territories) {
  /** The concept that a category is, of dimensions whose codes are those of a vocabulary. */
  public static Optional<ConceptRef> concept(String dimension, String code) {
    return Optional.of(code)
        .filter(ConceptRef::isCode)
        .map(each -> Dimensions.concept(dimension, each));
  }

  private Optional<String> label(ConceptRef concept) {
    return snapshot.find(concept).map(each -> each.prefLabel("fr"));
  }

  private Optional<String> uri(ConceptRef concept) {
    return snapshot
        .findScheme(concept.scheme())
        .filter(each -> snapshot.find(concept).isPresent())
        .map(each -> territories.uris().concept(each.release().release().edition(), concept));
  }

  /** French names of the categories of figures by dimension and code, where they are known. */
  public Map<String, Map<String, String>> categories(List<Line> lines) {
    return categories(lines, this::label);
  }

  private static Map<String, Map<String, String>> categories(
      List<Line> lines, Function<ConceptRef, Optional<String>> naming) {
    Map<String, Map<String, String>> names = new HashMap<>();
    Set<Categories> all =
        lines.stream().map(line -> line.cell().categories()).collect(Collectors.toSet());
    for (Categories each : all) {
      each.values()
          .forEach((dimension, code) ->
              concept(dimension, code)
                  .flatMap(naming)
                  .ifPresent(name ->
                      names.computeIfAbsent(dimension, any -> new TreeMap<>()).put(code, name)));
    }
    return names;
  }

  /** Names of all codes of some figures, by the dimensions of their table. */
  CodeNames names(List<Line> lines) {
    Map<String, String> places = new HashMap<>();
    Map<String, String> names = new HashMap<>();
    for (Line line : lines) {
      places.put(line.place().code(), line.place().name());
      names.computeIfAbsent(line.place().code(), any -> uri(line.place()));
    }
    return new CodeNames(
        table(categories(lines), places), table(categories(lines, this::uri), names));
  }

  private static Map<String, Map<String, String>> table(
      Map<String, Map<String, String>> categories, Map<String, String> places) {
    Map<String, Map<String, String>> table = new HashMap<>();
    categories.forEach((cut, names) -> table.put(FigureTable.dimension(cut), names));
    table.put(FigureTable.PLACE, places);
    return table;
  }

  private String uri(Place place) {
    return switch (place) {
      case Place.Named named -> territories.territory(geography, named.zone().territory());
      case Place.Drawn drawn -> territories.perimeter(drawn.id());
    };
  }
}
