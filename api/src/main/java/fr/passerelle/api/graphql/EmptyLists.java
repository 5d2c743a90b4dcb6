package fr.passerelle.api.graphql;

import fr.passerelle.vocab.service.Absence;
import graphql.execution.ResultPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Why plain lists of a response are empty: a list of the schema has no place to say it, so that
 * {@code extensions.emptyLists} does.
 */
final class EmptyLists {
  /** A list under many others would fill the response with one reason. */
  private static final int MOST = 20;

  private final List<Map<String, Object>> reasons = new ArrayList<>();

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
}
