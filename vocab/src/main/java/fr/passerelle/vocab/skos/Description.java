package fr.passerelle.vocab.skos;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.NodeCmp;

/**
 * Triples in the making, always in the same order: subjects and predicates as they come, objects
 * sorted, no triple twice.
 */
public final class Description {
  private final Map<Node, Map<Node, SortedSet<Node>>> subjects = new LinkedHashMap<>();

  /** Adds a triple. */
  public void add(Node subject, Node predicate, Node object) {
    subjects
        .computeIfAbsent(subject, s -> new LinkedHashMap<>())
        .computeIfAbsent(predicate, p -> new TreeSet<>(NodeCmp::compareRDFTerms))
        .add(object);
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
