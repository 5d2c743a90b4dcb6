package fr.passerelle.api.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** JSON-stat 2.0: a cube in row-major order, of which only the cells that were asked are told. */
final class JsonStat {
  static final String MEDIA_TYPE = "application/json; charset=utf-8";

  private JsonStat() {}

  /** The data set, as a tree. */
  static Map<String, Object> write(FigureTable table) {
    List<List<String>> codes = new ArrayList<>();
    for (int i = 0; i < table.dimensions().size(); i++) {
      codes.add(table.codes(i));
    }
    List<Map<String, Integer>> index = SdmxJson.index(codes);
    Map<String, Object> values = new LinkedHashMap<>();
    Map<String, Object> statuses = new LinkedHashMap<>();
    for (FigureTable.Row row : table.rows()) {
      long place = 0;
      for (int i = 0; i < codes.size(); i++) {
        place = place * codes.get(i).size() + index.get(i).getOrDefault(row.key().get(i), 0);
      }
      String cell = Long.toString(place);
      if (row.value().isPresent()) {
        values.put(cell, row.value().getAsDouble());
      }
      statuses.put(cell, String.valueOf(row.status().code()));
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("version", "2.0");
    all.put("class", "dataset");
    all.put("label", table.indicator().title());
    all.put("source", table.citation());
    all.put("updated", table.modified().toString());
    all.put("id", table.dimensions());
    all.put("size", codes.stream().map(List::size).toList());
    all.put("role", Map.of("geo", List.of(FigureTable.PLACE), "time", List.of(FigureTable.TIME)));
    all.put("dimension", dimensions(table, codes));
    all.put("value", values);
    all.put("status", statuses);
    all.put(
        "extension",
        Map.of(
            "unit", table.indicator().unit(),
            "producer", table.producers(),
            "licence", table.licenceUri().orElseGet(table.licence()::explanation),
            "notes", notes(table)));
    return all;
  }

  private static Map<String, Object> dimensions(FigureTable table, List<List<String>> codes) {
    Map<String, Object> dimensions = new LinkedHashMap<>();
    for (int i = 0; i < codes.size(); i++) {
      int dimension = i;
      Map<String, String> labels = new LinkedHashMap<>();
      codes.get(i).forEach(code -> labels.put(code, table.name(dimension, code)));
      dimensions.put(
          table.dimensions().get(i),
          Map.of(
              "label", table.dimensions().get(i),
              "category", Map.of("index", codes.get(i), "label", labels)));
    }
    return dimensions;
  }

  private static List<String> notes(FigureTable table) {
    return table.rows().stream()
        .flatMap(row ->
            Stream.of("COMMENT_OBS", "PROTECTION")
                .map(name -> row.attributes().getOrDefault(name, "")))
        .filter(text -> !text.isEmpty())
        .distinct()
        .toList();
  }
}
