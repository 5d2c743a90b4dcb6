package fr.passerelle.api.graphql;

import fr.passerelle.vocab.service.Absence;
import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What fields say of a response beside their values: why plain lists are empty, as a list of the
 * schema has no place for it ({@code extensions.emptyLists}); whether it is another one a moment
 * later.
 */
final class Aside {
  /** A list under many others would fill the response with one reason. */
  private static final int MOST = 20;

  private final List<Map<String, Object>> reasons = new ArrayList<>();
  private volatile boolean passing;

  synchronized void add(ResultPath path, Absence why) {
    if (reasons.size() < MOST) {
      reasons.add(
          Map.of(
              "path", path.toList(),
              "reason", why.reason().name(),
              "explanation", why.explanation()));
    }
  }

  /** As they go into the response; empty where no list is. */
  synchronized List<Map<String, Object>> reasons() {
    return List.copyOf(reasons);
  }

  /** Says that the response holds what changes without notice: counts, registers. */
  void pass() {
    passing = true;
  }

  boolean isPassing() {
    return passing;
  }
}
