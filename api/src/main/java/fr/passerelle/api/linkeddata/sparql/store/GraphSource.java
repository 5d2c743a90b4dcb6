package fr.passerelle.api.linkeddata.sparql.store;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;

/**
 * A graph that can be asked for by its name.
 *
 * @param name its IRI
 * @param version of two of one name and version the triples are the same
 * @param triples makes its triples, part by part
 */
public record GraphSource(String name, String version, Supplier<Stream<List<Triple>>> triples) {}
