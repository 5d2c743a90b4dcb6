package fr.passerelle.api.mcp;

import java.util.Map;

/** A question that an assistant may ask. Nothing is written by it. */
interface ReadTool {
  /** Name in the protocol. */
  String name();

  /** Name for people. */
  String title();

  /** When to ask it, and what it answers. */
  String description();

  /** JSON Schema of what it takes, with bounds. */
  Map<String, Object> input();

  /**
   * The answer.
   *
   * @param arguments as the schema has them
   * @throws fr.passerelle.api.http.ProblemException with what to do, where it cannot be answered
   */
  Told answer(Arguments arguments);
}
