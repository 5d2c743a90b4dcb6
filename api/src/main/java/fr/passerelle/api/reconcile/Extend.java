package fr.passerelle.api.reconcile;

import fr.passerelle.api.http.JsonBody;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.reconcile.Extension;
import fr.passerelle.vocab.reconcile.Extension.Column;
import fr.passerelle.vocab.reconcile.Extension.Content;
import fr.passerelle.vocab.reconcile.Properties;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A data extension query (section 7.4 of the specification).
 *
 * @param ids identifiers of entities, each once
 * @param columns what is asked of them
 */
record Extend(List<String> ids, List<Asked> columns) {
  private static final List<String> MEMBERS = List.of("ids", "properties");
  private static final int LONGEST_ID = 300;

  /**
   * A property asked for.
   *
   * @param id its identifier
   * @param content how entities are to stand in cells
   * @param limit values in a cell at most; 0 for all
   */
  record Asked(String id, Content content, int limit) {}

  /**
   * The query of that object.
   *
   * @throws ProblemException BAD_REQUEST or BAD_PARAMETER, with a pointer into the object
   */
  static Extend of(JsonNode tree) {
    JsonBody body = JsonBody.of(tree, MEMBERS);
    if (tree.get("ids") == null) {
      throw JsonBody.refused("/ids", "une liste d'identifiants");
    }
    List<String> ids = body.texts("ids", Extension.MOST_ENTITIES, LONGEST_ID);
    @Nullable JsonNode properties = tree.get("properties");
    if (properties == null || !properties.isArray()) {
      throw JsonBody.refused("/properties", "une liste de {\"id\": ...}");
    }
    if (properties.size() > Extension.MOST_PROPERTIES) {
      throw JsonBody.refused("/properties", Extension.MOST_PROPERTIES + " éléments au plus");
    }
    List<Asked> columns = new ArrayList<>();
    for (JsonNode each : properties.values()) {
      columns.add(asked("/properties/" + columns.size(), each));
    }
    return new Extend(ids.stream().distinct().toList(), columns);
  }

  private static Asked asked(String pointer, JsonNode node) {
    @Nullable JsonNode id = node.isObject() ? node.get("id") : null;
    if (id == null || !id.isString()) {
      throw JsonBody.refused(pointer + "/id", "l'identifiant d'une propriété, une chaîne");
    }
    @Nullable JsonNode settings = node.get("settings");
    if (settings == null || settings.isNull()) {
      return new Asked(id.getStringValue(), Content.ENTITY, 0);
    }
    if (!settings.isObject()) {
      throw JsonBody.refused(pointer + "/settings", "un objet");
    }
    return new Asked(
        id.getStringValue(),
        content(pointer + "/settings/content", word(settings.get("content"))),
        limit(pointer + "/settings/limit", word(settings.get("limit"))));
  }

  /** What a form of the client holds: a number may be words there. */
  private static String word(@Nullable JsonNode node) {
    return node == null || node.isNull() || node.isContainerNode() ? "" : node.coerceStringValue();
  }

  private static Content content(String pointer, String text) {
    return text.isEmpty()
        ? Content.ENTITY
        : Arrays.stream(Content.values())
            .filter(each -> id(each).equals(text))
            .findFirst()
            .orElseThrow(() -> JsonBody.refused(pointer, "entity, code, label ou uri"));
  }

  /** The word for it in this protocol. */
  static String id(Content content) {
    return content.name().toLowerCase(Locale.ROOT);
  }

  private static int limit(String pointer, String text) {
    if (!text.isEmpty() && !text.matches("\\d{1,6}(\\.0)?")) {
      throw JsonBody.refused(pointer, "un entier, 0 pour toutes les valeurs");
    }
    return text.isEmpty() ? 0 : (int) Double.parseDouble(text);
  }

  /**
   * The columns, of properties that there are.
   *
   * @throws ProblemException BAD_PARAMETER, which names the nearest
   */
  List<Column> columns(Properties properties) {
    List<Column> found = new ArrayList<>();
    for (Asked each : columns) {
      String pointer = "/properties/" + found.size() + "/id";
      found.add(
          new Column(
              properties.find(each.id()).orElseThrow(() -> unknown(pointer, each.id(), properties)),
              each.content(),
              each.limit()));
    }
    return found;
  }

  private static ProblemException unknown(String pointer, String id, Properties properties) {
    String nearest =
        properties.ids().stream()
            .min(Comparator.comparingInt(each -> Text.distance(each, Text.cut(id))))
            .orElse("");
    return JsonBody.refused(
        pointer, "propriété inconnue %s ; la plus proche : %s".formatted(Text.quoted(id), nearest));
  }
}
