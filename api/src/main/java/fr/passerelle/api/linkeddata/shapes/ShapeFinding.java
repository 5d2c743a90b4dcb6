package fr.passerelle.api.linkeddata.shapes;

import java.util.List;

/**
 * Something on a page that a shape does not admit.
 *
 * @param severity how grave the shape calls it
 * @param owners the records that it concerns, sorted; the catalogue alone, where that is among them
 * @param focus the node that was looked at
 * @param path the property, or path of properties; empty where the node itself is refused
 * @param message what is wrong, in French unless the shape says it in its own words
 * @param rule the shape that says so
 */
public record ShapeFinding(
    Severity severity, List<String> owners, String focus, String path, String message, Rule rule) {

  public ShapeFinding {
    owners = List.copyOf(owners);
  }

  /** How grave a shape calls what it does not admit (SHACL, 2.1.4). */
  public enum Severity {
    /** It must not be. */
    VIOLATION,
    /** It should not be. */
    WARNING,
    /** It is worth knowing. */
    INFO
  }

  /**
   * A rule of a shape.
   *
   * @param shape file and name of the shape
   * @param path the property it is about
   * @param constraint kind of constraint, e.g. {@code MinCount}
   * @param comment what the shape says of itself; may be empty
   * @param advice what a person may do, in French
   */
  public record Rule(String shape, String path, String constraint, String comment, String advice) {}

  /** Two pages that say the same wrong thing of the same node say it once. */
  record Key(String focus, String message, Rule rule) {}

  Key key() {
    return new Key(focus, message, rule);
  }
}
