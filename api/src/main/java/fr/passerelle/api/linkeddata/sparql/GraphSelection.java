package fr.passerelle.api.linkeddata.sparql;

import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Query;

/**
 * The graphs that a question is asked of: those that the protocol names, else those that the query
 * does, else all (SPARQL 1.1 Protocol, 2.1.4). Only graphs of ours are: no other is fetched.
 *
 * @param isAll whether none is named
 * @param defaults those that make the default graph
 * @param named those that can be asked for by name
 */
record GraphSelection(boolean isAll, List<String> defaults, List<String> named) {
  GraphSelection {
    defaults = List.copyOf(defaults);
    named = List.copyOf(named);
  }

  static GraphSelection of(
      Collection<String> known, Query query, List<String> defaults, List<String> named) {
    boolean ofProtocol = !defaults.isEmpty() || !named.isEmpty();
    List<String> chosenDefaults = ofProtocol ? defaults : query.getGraphURIs();
    List<String> chosenNamed = ofProtocol ? named : query.getNamedGraphURIs();
    Stream.concat(chosenDefaults.stream(), chosenNamed.stream())
        .filter(each -> !known.contains(each))
        .findFirst()
        .ifPresent(each -> {
          throw new ProblemException(
              ProblemType.BAD_REQUEST,
              "Aucun graphe %s ici, et aucun n'est cherché ailleurs ; /.well-known/void les nomme tous."
                  .formatted(Text.quoted(each)),
              new Problem.Detail("query", "un graphe de /.well-known/void"));
        });
    return new GraphSelection(
        chosenDefaults.isEmpty() && chosenNamed.isEmpty(), chosenDefaults, chosenNamed);
  }
}
