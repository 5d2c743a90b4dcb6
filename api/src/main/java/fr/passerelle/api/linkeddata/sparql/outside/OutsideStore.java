package fr.passerelle.api.linkeddata.sparql.outside;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.linkeddata.sparql.guard.Limits;
import fr.passerelle.api.linkeddata.sparql.store.GraphSource;
import fr.passerelle.catalog.profile.SparqlStore;
import fr.passerelle.vocab.source.SourceFile;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.DCTerms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store of the profile, if it names one. A graph of its own there says which version it has of
 * each graph: what was done is known after a failure, a restart of this service or one of the
 * store, and only what differs is sent.
 */
@Singleton
public final class OutsideStore {
  private static final Logger LOG = LoggerFactory.getLogger(OutsideStore.class);
  private static final Pattern ROW = Pattern.compile("<([^>]+)>\t\"([0-9a-f]+)\"");
  private static final String TSV = "text/tab-separated-values";
  private static final int SMALL = 1 << 20;

  private final Optional<StoreClient> client;

  /** Name of the graph that says what the store has. */
  private final String record;

  private volatile Status status = new Status("", List.of(), 0, "pas encore commencé");

  OutsideStore(Instance instance) {
    client = instance.profile().sparql().map(OutsideStore::open);
    record = instance.address() + "/sparql#etat";
  }

  private static StoreClient open(SparqlStore store) {
    try {
      return new StoreClient(store);
    } catch (IOException e) {
      throw new UncheckedIOException("sparql.passwordFile du profil est illisible", e);
    }
  }

  /**
   * How far the store is.
   *
   * @param version state of what is published that it is to have
   * @param graphs names of the graphs of that state
   * @param missing how many of them it has not, or in another version
   * @param failure why, in French; empty where it is in step
   */
  public record Status(String version, List<String> graphs, int missing, String failure) {
    public Status {
      graphs = List.copyOf(graphs);
    }

    boolean isInStep() {
      return missing == 0 && failure.isEmpty();
    }
  }

  /** Whether the profile names a store. */
  public boolean isConfigured() {
    return client.isPresent();
  }

  /** How far the store is. */
  public Status status() {
    return status;
  }

  /**
   * The graphs of a state, all of which the store has.
   *
   * @throws ProblemException UNAVAILABLE where it has not: nobody is answered from an earlier one
   */
  public List<String> inStep(String version) {
    Status now = status;
    if (!now.version().equals(version) || !now.isInStep()) {
      throw unavailable(
          "Le magasin de triplets se met en phase avec ce qui vient d'être publié"
              + (now.missing() > 0 ? " (%d graphes restent)".formatted(now.missing()) : "")
              + ".");
    }
    return now.graphs();
  }

  /**
   * What the store answers.
   *
   * @throws ProblemException UNAVAILABLE where it does not
   */
  public byte[] ask(String query, List<String> defaults, List<String> named, String accept) {
    try {
      return client.orElseThrow().ask(query, defaults, named, accept, Limits.USUAL.bytes());
    } catch (StoreException e) {
      LOG.warn("le magasin SPARQL n'a pas répondu : {}", e.getMessage());
      throw unavailable("Le magasin de triplets ne répond pas à cette question en ce moment.");
    }
  }

  private static ProblemException unavailable(String detail) {
    return new ProblemException(
        ProblemType.UNAVAILABLE, detail, List.of(), Map.of("Retry-After", "5"));
  }

  /**
   * Brings the store into step: what went is taken away first, then what changed is put.
   *
   * @return whether it is in step
   */
  public boolean follow(String version, List<GraphSource> sources) {
    StoreClient store = client.orElseThrow();
    Map<String, String> wanted = new LinkedHashMap<>();
    sources.forEach(each -> wanted.put(each.name(), digest(each.version())));
    List<String> names = List.copyOf(wanted.keySet());
    int missing = sources.size();
    try {
      Map<String, String> held = held(store);
      missing = missing(wanted, held);
      if (!held.keySet().equals(wanted.keySet()) || missing > 0) {
        status = new Status(version, names, missing, "");
        LOG.info("magasin SPARQL : {} graphes à mettre en phase", missing);
      }
      for (String gone :
          held.keySet().stream().filter(each -> !wanted.containsKey(each)).toList()) {
        held.remove(gone);
        record(store, held);
        store.delete(gone);
      }
      for (GraphSource each : sources) {
        String digest = digest(each.version());
        if (!digest.equals(held.get(each.name()))) {
          store.put(each.name(), each.triples().get());
          held.put(each.name(), digest);
          record(store, held);
          missing--;
          status = new Status(version, names, missing, "");
        }
      }
      status = new Status(version, names, 0, "");
      return true;
    } catch (StoreException e) {
      if (!status.failure().equals(e.getMessage())) {
        LOG.warn("le magasin SPARQL n'est pas en phase : {}", e.getMessage());
      }
      status = new Status(version, names, Math.max(1, missing), String.valueOf(e.getMessage()));
      return false;
    }
  }

  private static int missing(Map<String, String> wanted, Map<String, String> held) {
    return (int)
        wanted.entrySet().stream()
            .filter(each -> !each.getValue().equals(held.get(each.getKey())))
            .count();
  }

  private Map<String, String> held(StoreClient store) throws StoreException {
    String query =
        "SELECT ?graph ?version WHERE { GRAPH <%s> { ?graph <%s> ?version } }"
            .formatted(record, DCTerms.identifier.getURI());
    String rows =
        new String(store.ask(query, List.of(), List.of(), TSV, SMALL), StandardCharsets.UTF_8);
    Map<String, String> held = new HashMap<>();
    Matcher row = ROW.matcher(rows);
    while (row.find()) {
      held.put(row.group(1), row.group(2));
    }
    return held;
  }

  private void record(StoreClient store, Map<String, String> held) throws StoreException {
    List<Triple> said = new ArrayList<>();
    held.forEach((graph, version) ->
        said.add(
            Triple.create(
                NodeFactory.createURI(graph),
                DCTerms.identifier.asNode(),
                NodeFactory.createLiteralString(version))));
    store.put(record, Stream.of(said));
  }

  private static String digest(String version) {
    byte[] digest = SourceFile.digest().digest(version.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest, 0, 16);
  }

  @PreDestroy
  void close() {
    client.ifPresent(StoreClient::close);
  }
}
