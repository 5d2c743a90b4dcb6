package fr.passerelle.vocab.skos;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;

/**
 * Triples in the making, always in the same order: subjects and predicates as they come, objects
 * sorted, no triple twice.
 */
public final class Description {
  private final Map<Node, Map<Node, List<Node>>> subjects = new LinkedHashMap<>();

  /** Adds a triple. */
  public void add(Node subject, Node predicate, Node object) {
    List<Node> objects =
        subjects
            .computeIfAbsent(subject, s -> new LinkedHashMap<>())
            .computeIfAbsent(predicate, p -> new ArrayList<>(1));
    // Nearly all have one: a sorted set would cost more than all the rest.
    if (objects.isEmpty()) {
      objects.add(object);
      return;
    }
    int at = Collections.binarySearch(objects, object, NodeCmp::compareRDFTerms);
    if (at < 0) {
      objects.add(-at - 1, object);
    }
  }

  /** Whether something is said of a subject by that predicate. */
  public boolean has(Node subject, Node predicate) {
    return subjects.getOrDefault(subject, Map.of()).containsKey(predicate);
  }

  /** All triples, those of one subject together. */
  public List<Triple> triples() {
    List<Triple> triples = new ArrayList<>();
    subjects.forEach((subject, predicates) ->
        predicates.forEach((predicate, objects) ->
            objects.forEach(object -> triples.add(Triple.create(subject, predicate, object)))));
    return triples;
  }
}
