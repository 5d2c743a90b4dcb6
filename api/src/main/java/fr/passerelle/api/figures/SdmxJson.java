package fr.passerelle.api.figures;

import fr.passerelle.catalog.indicator.ObservationStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** SDMX-JSON data message 2.0.0, all dimensions at the observation. */
final class SdmxJson {
  static final String MEDIA_TYPE = "application/vnd.sdmx.data+json;version=2.0.0";
  private static final String AGENCY = "PASSERELLE";

  private SdmxJson() {}

  /** Identifier of the dataflow of an indicator: agency, name, version. */
  static String dataflow(FigureTable table) {
    return "%s:%s(%d.0)".formatted(AGENCY, name(table), table.indicator().version());
  }

  private static String name(FigureTable table) {
    return table.indicator().id().toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The message, as a tree. */
  static Map<String, Object> write(FigureTable table) {
    List<List<String>> codes = new ArrayList<>();
    for (int i = 0; i < table.dimensions().size(); i++) {
      codes.add(table.codes(i));
    }
    List<List<String>> told = new ArrayList<>();
    for (String attribute : table.attributes()) {
      told.add(
          table.rows().stream()
              .map(row -> row.attributes().getOrDefault(attribute, ""))
              .filter(text -> !text.isEmpty())
              .distinct()
              .toList());
    }
    Map<String, Object> dataSet = new LinkedHashMap<>();
    dataSet.put("structure", 0);
    dataSet.put("action", "Information");
    // Places in the list of annotations of the structure (SDMX-JSON 2.0.0, data message).
    dataSet.put("annotations", List.of(0, 1, 2));
    dataSet.put("observations", observations(table, index(codes), index(told)));
    return Map.of(
        "meta", meta(table),
        "data",
            Map.of(
                "dataSets",
                List.of(dataSet),
                "structures",
                List.of(structure(table, codes, told))));
  }

  /** Place of each code in its list. */
  static List<Map<String, Integer>> index(List<List<String>> codes) {
    List<Map<String, Integer>> places = new ArrayList<>();
    for (List<String> each : codes) {
      Map<String, Integer> place = new LinkedHashMap<>();
      each.forEach(code -> place.put(code, place.size()));
      places.add(place);
    }
    return places;
  }

  private static Map<String, Object> meta(FigureTable table) {
    Map<String, Object> meta = new LinkedHashMap<>();
    meta.put(
        "schema",
        "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/data-message/tools/schemas/2.0.0/sdmx-json-data-schema.json");
    meta.put("id", table.indicator().id());
    meta.put("test", false);
    meta.put("prepared", table.modified() + "T00:00:00Z");
    meta.put("contentLanguages", List.of("fr"));
    meta.put("sender", Map.of("id", AGENCY));
    return meta;
  }

  private static Map<String, Object> observations(
      FigureTable table, List<Map<String, Integer>> codes, List<Map<String, Integer>> told) {
    Map<String, Object> observations = new LinkedHashMap<>();
    for (FigureTable.Row row : table.rows()) {
      List<String> key = new ArrayList<>();
      for (int i = 0; i < row.key().size(); i++) {
        key.add(String.valueOf(codes.get(i).get(row.key().get(i))));
      }
      List<@Nullable Object> values = new ArrayList<>();
      values.add(row.value().isPresent() ? row.value().getAsDouble() : null);
      for (int i = 0; i < table.attributes().size(); i++) {
        String text = row.attributes().getOrDefault(table.attributes().get(i), "");
        values.add(text.isEmpty() ? null : told.get(i).get(text));
      }
      observations.put(String.join(":", key), values);
    }
    return observations;
  }

  private static Map<String, Object> structure(
      FigureTable table, List<List<String>> codes, List<List<String>> told) {
    List<Object> dimensions = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      int dimension = i;
      dimensions.add(
          Map.of(
              "id", table.dimensions().get(i),
              "name", table.dimensions().get(i),
              "keyPosition", i,
              "values",
                  codes.get(i).stream()
                      .map(code -> Map.of("id", code, "name", table.name(dimension, code)))
                      .toList()));
    }
    List<Object> attributes = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      String attribute = table.attributes().get(i);
      attributes.add(
          Map.of(
              "id", attribute,
              "name", attribute,
              "values",
                  told.get(i).stream()
                      .map(text -> Map.of("id", text, "name", meaning(attribute, text)))
                      .toList()));
    }
    return Map.of(
        "name", table.indicator().title(),
        "dataSets", List.of(0),
        "dimensions", Map.of("observation", dimensions),
        "attributes", Map.of("observation", attributes),
        "annotations", annotations(table));
  }

  /** What has to be said of the figures wherever they go. */
  private static List<Object> annotations(FigureTable table) {
    return List.of(
        annotation("PRODUCER", String.join(", ", table.producers())),
        annotation("LICENCE", table.licenceUri().orElseGet(table.licence()::explanation)),
        annotation("CITATION", table.citation()));
  }

  private static Map<String, Object> annotation(String type, String text) {
    return Map.of("id", type, "type", type, "text", text);
  }

  private static String meaning(String attribute, String text) {
    return attribute.equals("OBS_STATUS")
        ? ObservationStatus.find(text.charAt(0)).map(Enum::name).orElse(text)
        : text;
  }
}
