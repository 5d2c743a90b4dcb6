package fr.passerelle.api.linkeddata.sparql;

import fr.passerelle.api.linkeddata.sparql.store.GraphSource;
import fr.passerelle.vocab.Licence;
import java.util.List;
import java.util.Optional;

/**
 * A graph of what is published, with what has to be said of it.
 *
 * @param source its triples
 * @param title French name
 * @param citations whose it is, each as it is to be cited
 * @param licences those of its sources
 * @param dump address of a whole file of it; empty if there is none
 */
record PublishedGraph(
    GraphSource source,
    String title,
    List<String> citations,
    List<Licence> licences,
    Optional<String> dump) {
  PublishedGraph {
    citations = List.copyOf(citations);
    licences = List.copyOf(licences);
  }

  String name() {
    return source.name();
  }
}
