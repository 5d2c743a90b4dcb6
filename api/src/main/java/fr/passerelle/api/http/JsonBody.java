package fr.passerelle.api.http;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON object of a request's body. A member that is not known is refused, as is a misspelt
 * query parameter; what is wrong is named by its JSON pointer (RFC 6901).
 */
public final class JsonBody {
  private final JsonNode object;

  private JsonBody(JsonNode object) {
    this.object = object;
  }

  /**
   * The object of those members at most.
   *
   * @throws ProblemException BAD_REQUEST if it is no object, BAD_PARAMETER for other members
   */
  public static JsonBody of(JsonNode tree, List<String> known) {
    if (!tree.isObject()) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST,
          "Le corps est un objet JSON ; membres connus : " + String.join(", ", known),
          new Problem.Detail("", "un objet JSON"));
    }
    for (Map.Entry<String, JsonNode> entry : tree.entries()) {
      String name = entry.getKey();
      if (!known.contains(name)) {
        String nearest =
            known.stream()
                .min(Comparator.comparingInt(each -> Text.distance(each, Text.cut(name))))
                .orElse("");
        throw new ProblemException(
            ProblemType.BAD_PARAMETER,
            "Membre inconnu %s ; le plus proche : %s".formatted(Text.quoted(name), nearest),
            new Problem.Detail("/" + Text.cut(name), "connus : " + String.join(", ", known)));
      }
    }
    return new JsonBody(tree);
  }

  /**
   * A member that is a string; empty where it is absent or null.
   *
   * @throws ProblemException BAD_PARAMETER if it is something else or longer
   */
  public String text(String name, int longest) {
    @Nullable JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return "";
    }
    return text("/" + name, value, longest);
  }

  private static String text(String pointer, JsonNode value, int longest) {
    String text = value.isString() ? value.getStringValue().strip() : "";
    // A code of digits is easily written as a number.
    if (value.isNumber()) {
      text = value.coerceStringValue();
    } else if (!value.isString()) {
      throw refused(pointer, "une chaîne");
    }
    if (text.length() > longest) {
      throw refused(pointer, longest + " caractères au plus");
    }
    return text;
  }

  /**
   * A member that is a list of strings; empty where it is absent.
   *
   * @throws ProblemException BAD_PARAMETER if it is something else or longer, its index named
   */
  public List<String> texts(String name, int most, int longest) {
    @Nullable JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      throw refused("/" + name, "une liste de chaînes");
    }
    if (value.size() > most) {
      throw refused("/" + name, "%d éléments au plus, %d donnés".formatted(most, value.size()));
    }
    List<String> texts = new ArrayList<>(value.size());
    for (JsonNode each : value.values()) {
      texts.add(text("/" + name + "/" + texts.size(), each, longest));
    }
    return texts;
  }

  /** The refusal of a member. */
  public static ProblemException refused(String pointer, String rule) {
    return new ProblemException(
        ProblemType.BAD_PARAMETER,
        "%s : %s".formatted(pointer, rule),
        new Problem.Detail(pointer, rule));
  }
}
