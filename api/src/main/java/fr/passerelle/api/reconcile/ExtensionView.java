package fr.passerelle.api.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.passerelle.vocab.reconcile.EntityType;
import fr.passerelle.vocab.reconcile.Extension;
import fr.passerelle.vocab.reconcile.TypeList;
import fr.passerelle.vocab.reconcile.Value;
import fr.passerelle.vocab.release.Snapshot;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values of properties of entities (section 7.5 of the specification).
 *
 * @param meta the properties, in the order asked
 * @param rows values by entity, then by property; a value is one of {@code {"id", "name"}}, {@code
 *     {"str"}}, {@code {"date"}}
 */
@Serdeable
@Schema(name = "ReconciliationExtension")
record ExtensionView(List<Meta> meta, Map<String, Map<String, List<Map<String, String>>>> rows) {

  /**
   * A column.
   *
   * @param id identifier of the property
   * @param name its name in the language asked
   * @param type type of the entities in it; absent where there is no one type, or no entity
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "ReconciliationColumn")
  record Meta(String id, String name, TypeView.@Nullable Brief type) {}

  static ExtensionView of(
      Snapshot snapshot,
      Extension extension,
      Extend asked,
      List<Extension.Column> columns,
      String lang) {
    Map<String, Map<String, List<Map<String, String>>>> rows = new LinkedHashMap<>();
    extension
        .rows(asked.ids(), columns, lang)
        .forEach((id, cells) -> {
          Map<String, List<Map<String, String>>> row = new LinkedHashMap<>();
          cells.forEach((property, values) ->
              row.put(property, values.stream().map(value -> cell(value, lang)).toList()));
          rows.put(id, row);
        });
    return new ExtensionView(
        columns.stream().map(each -> meta(snapshot, each, lang)).toList(), rows);
  }

  private static Meta meta(Snapshot snapshot, Extension.Column column, String lang) {
    Optional<EntityType> type =
        column.content() == Extension.Content.ENTITY
            ? column.property().target()
            : Optional.empty();
    return new Meta(
        column.property().id(),
        column.property().name(lang),
        type.map(each -> TypeView.Brief.of(TypeList.named(snapshot, each))).orElse(null));
  }

  /** A day is a moment in this protocol: its beginning. */
  private static Map<String, String> cell(Value value, String lang) {
    return switch (value) {
      case Value.Text text -> Map.of("str", text.text());
      case Value.Day day -> Map.of("date", day.day() + "T00:00:00");
      case Value.Entity entity -> {
        Map<String, String> cell = new LinkedHashMap<>();
        cell.put("id", entity.concept().ref().toString());
        cell.put("name", entity.concept().prefLabel(lang));
        yield cell;
      }
    };
  }
}
