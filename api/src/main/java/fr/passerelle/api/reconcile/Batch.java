package fr.passerelle.api.reconcile;

import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.reconcile.Question;
import fr.passerelle.vocab.reconcile.Question.Constraint;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reconciliation queries indexed by strings of the client (section 4.1 of the specification). One
 * that breaks a rule is kept with the rule, and the others are answered.
 *
 * @param items the queries, in the order given
 */
record Batch(Map<String, Item> items) {
  private static final List<String> MEMBERS =
      List.of("query", "type", "type_strict", "limit", "properties");

  /** In characters: of a key, of the identifier of a type or property, of a value. */
  private static final int LONGEST_WORD = 500;

  /**
   * A query, or why it is none.
   *
   * @param question the question; empty where it breaks a rule
   * @param pointer JSON pointer of what is wrong; empty otherwise
   * @param rule the rule it breaks; empty otherwise
   */
  record Item(Optional<Question> question, String pointer, String rule) {}

  /**
   * The queries of that object.
   *
   * @throws ProblemException BAD_PARAMETER where it is no object, TOO_LARGE where it has too many
   */
  static Batch of(JsonNode tree) {
    if (!tree.isObject()) {
      throw refused("queries", "un objet JSON : {\"q0\": {\"query\": \"boulanger\"}}");
    }
    if (tree.size() > Question.MOST_AT_ONCE) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "%d questions ; %d au plus à la fois (batchSize)."
              .formatted(tree.size(), Question.MOST_AT_ONCE),
          new Problem.Detail("queries", Question.MOST_AT_ONCE + " questions au plus"));
    }
    Map<String, Item> items = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : tree.entries()) {
      if (entry.getKey().length() > LONGEST_WORD) {
        throw refused("queries", "une clé a " + LONGEST_WORD + " caractères au plus");
      }
      items.put(entry.getKey(), item(entry.getKey(), entry.getValue()));
    }
    return new Batch(items);
  }

  private static ProblemException refused(String pointer, String rule) {
    return new ProblemException(
        ProblemType.BAD_PARAMETER, pointer + " : " + rule, new Problem.Detail(pointer, rule));
  }

  private static Item item(String key, JsonNode query) {
    try {
      return new Item(Optional.of(question(query)), "", "");
    } catch (BrokenRuleException e) {
      return new Item(Optional.empty(), pointer(key) + e.pointer(), e.rule());
    }
  }

  /** JSON pointer of the query of that key (RFC 6901, section 3). */
  static String pointer(String key) {
    return "/" + key.replace("~", "~0").replace("/", "~1");
  }

  private static Question question(JsonNode query) {
    if (!query.isObject()) {
      throw new BrokenRuleException("", "un objet : {\"query\": \"boulanger\"}");
    }
    for (Map.Entry<String, JsonNode> entry : query.entries()) {
      if (!MEMBERS.contains(entry.getKey())) {
        throw new BrokenRuleException(
            "/" + Text.cut(entry.getKey()), "membres connus : " + String.join(", ", MEMBERS));
      }
    }
    JsonNode text = member(query, "query");
    List<Constraint> constraints = constraints(member(query, "properties"));
    if (text.isNull() && constraints.isEmpty()) {
      throw new BrokenRuleException("", "query ou properties, l'un des deux au moins");
    }
    return new Question(
        text.isNull() ? "" : word("/query", text, Question.LONGEST_TEXT),
        types(member(query, "type")),
        strictness(member(query, "type_strict")),
        constraints,
        limit(member(query, "limit")));
  }

  /** Null where there is none. */
  private static JsonNode member(JsonNode object, String name) {
    @Nullable JsonNode member = object.isObject() ? object.get(name) : null;
    return member == null ? JsonNode.nullNode() : member;
  }

  /** A code of digits is easily written as a number. */
  private static String word(String pointer, JsonNode node, int longest) {
    if (!node.isString() && !node.isNumber()) {
      throw new BrokenRuleException(pointer, "une chaîne");
    }
    String text = node.isString() ? node.getStringValue() : node.coerceStringValue();
    if (text.length() > longest) {
      throw new BrokenRuleException(pointer, longest + " caractères au plus");
    }
    return text;
  }

  private static List<String> types(JsonNode node) {
    if (node.isNull()) {
      return List.of();
    }
    return elements("/type", node).stream()
        .map(each -> word("/type", each, LONGEST_WORD))
        .filter(each -> !each.isBlank())
        .toList();
  }

  /** A list, or what stands for a list of one. */
  private static List<JsonNode> elements(String pointer, JsonNode node) {
    if (!node.isArray()) {
      return List.of(node);
    }
    if (node.size() > Question.MOST_CONSTRAINTS) {
      throw new BrokenRuleException(pointer, Question.MOST_CONSTRAINTS + " éléments au plus");
    }
    return StreamSupport.stream(node.values().spliterator(), false).toList();
  }

  private static Question.Strictness strictness(JsonNode node) {
    String text = node.isNull() ? "any" : word("/type_strict", node, LONGEST_WORD);
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "any" -> Question.Strictness.ANY;
      case "should" -> Question.Strictness.SHOULD;
      case "all" -> Question.Strictness.ALL;
      default -> throw new BrokenRuleException("/type_strict", "any, should ou all");
    };
  }

  private static int limit(JsonNode node) {
    if (node.isNull()) {
      return Question.USUAL_LIMIT;
    }
    double limit = node.isNumber() ? node.getDoubleValue() : 0;
    if (limit < 1 || limit != Math.rint(limit)) {
      throw new BrokenRuleException("/limit", "un entier, 1 au moins");
    }
    return (int) Math.min(limit, Question.MOST_CANDIDATES);
  }

  private static List<Constraint> constraints(JsonNode node) {
    if (node.isNull()) {
      return List.of();
    }
    if (!node.isArray()) {
      throw new BrokenRuleException("/properties", "une liste de {\"pid\": ..., \"v\": ...}");
    }
    List<Constraint> constraints = new ArrayList<>();
    for (JsonNode each : elements("/properties", node)) {
      constraints.add(constraint("/properties/" + constraints.size(), each));
    }
    return constraints;
  }

  private static Constraint constraint(String pointer, JsonNode node) {
    JsonNode pid = member(node, "pid");
    JsonNode value = member(node, "v");
    if (pid.isNull() || (value.isNull() && node.get("v") == null)) {
      throw new BrokenRuleException(pointer, "{\"pid\": ..., \"v\": ...}");
    }
    List<String> values =
        value.isNull()
            ? List.of()
            : elements(pointer + "/v", value).stream()
                .map(each -> value(pointer + "/v", each))
                .filter(each -> !each.isBlank())
                .toList();
    return new Constraint(word(pointer + "/pid", pid, LONGEST_WORD), values);
  }

  /** Words, a number, a boolean, or an entity that was reconciled before. */
  private static String value(String pointer, JsonNode node) {
    if (node.isBoolean()) {
      return Boolean.toString(node.getBooleanValue());
    }
    JsonNode id = node.isObject() ? member(node, "id") : node;
    if (id.isNull()) {
      throw new BrokenRuleException(pointer, "une chaîne, un nombre, un booléen ou {\"id\": ...}");
    }
    return word(pointer, id, LONGEST_WORD);
  }

  /** One query cannot be answered as asked; the others can. */
  private static final class BrokenRuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;

    BrokenRuleException(String pointer, String rule) {
      super(rule, null, false, false);
      this.pointer = pointer;
    }

    String pointer() {
      return pointer;
    }

    String rule() {
      return String.valueOf(getMessage());
    }
  }
}
