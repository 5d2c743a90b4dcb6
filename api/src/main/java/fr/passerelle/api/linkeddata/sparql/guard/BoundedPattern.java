package fr.passerelle.api.linkeddata.sparql.guard;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;

/**
 * REGEX and REPLACE (SPARQL 1.1 Query Language, 17.4.3.14 and 17.4.3.15) of which a pattern that
 * goes back over and over is ended with the question.
 */
final class BoundedPattern {
  /** Patterns that are made of data may be many. */
  private static final int KEPT = 100;

  private final Budget budget;
  private final Map<List<String>, Pattern> patterns = new HashMap<>();

  BoundedPattern(Budget budget) {
    this.budget = budget;
  }

  /** REGEX(text, pattern, flags). */
  NodeValue matches(List<NodeValue> arguments) {
    Node text = NodeValueOps.checkAndGetStringLiteral("REGEX", arguments.getFirst());
    Pattern pattern = pattern("REGEX", arguments.subList(1, arguments.size()));
    boolean found = pattern.matcher(interruptible(text)).find();
    return NodeValue.booleanReturn(found);
  }

  /** REPLACE(text, pattern, replacement, flags). */
  NodeValue replace(List<NodeValue> arguments) {
    Node text = NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.getFirst());
    Node replacement = NodeValueOps.checkAndGetStringLiteral("REPLACE", arguments.get(2));
    List<NodeValue> ofPattern =
        arguments.size() > 3
            ? List.of(arguments.get(1), arguments.get(3))
            : List.of(arguments.get(1));
    Matcher matcher = pattern("REPLACE", ofPattern).matcher(interruptible(text));
    StringBuilder replaced = new StringBuilder();
    try {
      while (matcher.find()) {
        if (matcher.start() == matcher.end()) {
          throw new ExprEvalException("REPLACE: the pattern matches an empty text");
        }
        matcher.appendReplacement(replaced, replacement.getLiteralLexicalForm());
        BoundedFunctions.checkText(replaced.length());
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new ExprEvalException("REPLACE: " + e.getMessage());
    }
    matcher.appendTail(replaced);
    BoundedFunctions.checkText(replaced.length());
    return alike(text, replaced.toString());
  }

  private static NodeValue alike(Node literal, String text) {
    String lang = literal.getLiteralLanguage();
    return lang.isEmpty()
        ? NodeValue.makeString(text)
        : NodeValue.makeNode(NodeFactory.createLiteralLang(text, lang));
  }

  private Pattern pattern(String function, List<NodeValue> arguments) {
    List<String> key =
        arguments.stream()
            .map(each ->
                NodeValueOps.checkAndGetStringLiteral(function, each).getLiteralLexicalForm())
            .toList();
    if (patterns.size() > KEPT) {
      patterns.clear();
    }
    return patterns.computeIfAbsent(
        key,
        each ->
            RegexEngine.makePattern(function, each.getFirst(), each.size() > 1 ? each.get(1) : ""));
  }

  private CharSequence interruptible(Node text) {
    return new InterruptibleText(text.getLiteralLexicalForm(), budget);
  }

  /** A text that can be looked at only as long as the question is not ended. */
  private static final class InterruptibleText implements CharSequence {
    private static final int STRETCH = 1023;

    private final String text;
    private final Budget budget;
    private int looked;

    InterruptibleText(String text, Budget budget) {
      this.text = text;
      this.budget = budget;
    }

    @Override
    public char charAt(int index) {
      if ((++looked & STRETCH) == 0) {
        budget.check();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.substring(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
