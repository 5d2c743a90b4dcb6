package fr.passerelle.catalog.agreement;

import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.Format.Column;
import fr.passerelle.catalog.observation.Method;
import java.util.LinkedHashMap;
import java.util.Map;

/** The format of a fiche navette as a Table Schema (Frictionless Data, version 1.0). */
public final class TableSchema {
  private TableSchema() {}

  /** The schema, as a tree. */
  public static Map<String, Object> of(Fiche fiche) {
    Format format = fiche.format();
    Map<String, Object> dialect = new LinkedHashMap<>();
    dialect.put("delimiter", String.valueOf(format.separator()));
    dialect.put("header", true);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("name", fiche.id());
    schema.put("title", fiche.title());
    schema.put("fields", format.columns().stream().map(column -> field(column, format)).toList());
    schema.put("missingValues", format.missing().keySet().stream().sorted().toList());
    schema.put(
        "primaryKey",
        format.columns().stream()
            .filter(each ->
                each instanceof Column.Where
                    || each instanceof Column.When
                    || each instanceof Column.By
                    || each instanceof Column.Part)
            .map(Column::name)
            .toList());
    schema.put("dialect", dialect);
    if (!format.method().equals(Method.UNDECLARED)) {
      schema.put("description", "Valeurs déclarées : " + format.method());
    }
    return schema;
  }

  private static Map<String, Object> field(Column column, Format format) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", column.name());
    switch (column) {
      case Column.Value value -> {
        field.put("type", value.mostDecimals() == 0 ? "integer" : "number");
        field.put("decimalChar", String.valueOf(format.decimalMark()));
        format.thousands().ifPresent(mark -> field.put("groupChar", String.valueOf(mark)));
        field.put("description", "valeurs de " + value.indicator());
      }
      case Column.Where where -> {
        field.put("type", "string");
        field.put("constraints", Map.of("required", true));
        field.put(
            "description",
            where.zoning().isEmpty()
                ? "code de territoire (R93, D13, EPCI-200054807, COM-13055)"
                : "code officiel de " + where.zoning());
      }
      case Column.When when -> {
        field.put("type", "string");
        field.put("constraints", Map.of("required", true));
        field.put("description", "période : 2016, 2016-T4, 2016-12, 2016-01-01, 2016-2017");
      }
      case Column.By by -> {
        field.put("type", "string");
        field.put("description", "code de la dimension " + by.dimension());
      }
      case Column.Which which -> field.put("type", "string");
      case Column.Part part -> field.put("type", "string");
      case Column.Said said -> field.put("type", "string");
      case Column.Ignored ignored -> {
        field.put("type", "any");
        field.put("description", "non lu");
      }
    }
    return field;
  }
}
