package fr.passerelle.api.linkeddata.sparql.outside;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import fr.passerelle.api.Instance;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.linkeddata.sparql.store.GraphSource;
import fr.passerelle.catalog.profile.Profile;
import fr.passerelle.catalog.profile.ProfileFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real Fuseki kept in step, seen through a proxy that counts and fails as it is told. */
class OutsideStoreTest {
  private static final String ADDRESS = "http://exemple.fr";
  private static final String RECORD = ADDRESS + "/sparql#etat";

  private final DatasetGraph dataset = DatasetGraphFactory.createTxnMem();
  private final FusekiServer fuseki =
      FusekiServer.create().port(0).loopback(true).add("/ds", dataset).build().start();
  private final WireMockServer proxy =
      new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

  @TempDir private Path folder;

  @BeforeEach
  void start() {
    proxy.start();
    proxy.stubFor(
        any(anyUrl())
            .atPriority(10)
            .willReturn(aResponse().proxiedFrom("http://127.0.0.1:" + fuseki.getPort())));
  }

  @AfterEach
  void stop() {
    proxy.stop();
    fuseki.stop();
  }

  private Profile profile(String more) throws IOException {
    String url = "http://127.0.0.1:" + proxy.port() + "/ds";
    return profile(folder, url, more);
  }

  /** The profile of the demonstration with a store outside. */
  static Profile profile(Path folder, String url, String more) throws IOException {
    try (var in = ProfileFile.class.getResourceAsStream("demonstration.yaml")) {
      Path file = folder.resolve("profile.yaml");
      Files.writeString(
          file,
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              + "sparql:\n  query: %s/query\n  graphs: %s/data\n%s".formatted(url, url, more));
      return ProfileFile.read(file);
    }
  }

  private OutsideStore store() throws IOException {
    return store("  privateNetwork: true\n  timeout: 2\n");
  }

  private OutsideStore store(String more) throws IOException {
    return new OutsideStore(new Instance(profile(more), ADDRESS, folder));
  }

  private static GraphSource graph(String name, String version, int triples) {
    return new GraphSource(
        name,
        version,
        () ->
            Stream.of(
                IntStream.range(0, triples)
                    .mapToObj(i ->
                        Triple.create(
                            NodeFactory.createURI(name + "/" + i),
                            NodeFactory.createURI("urn:p"),
                            NodeFactory.createLiteralLang("é " + version, "fr")))
                    .toList()));
  }

  private long size(String name) {
    return dataset.calculateRead(() -> dataset.getGraph(NodeFactory.createURI(name)).size());
  }

  private int puts(String name) {
    return proxy
        .findAll(putRequestedFor(urlPathEqualTo("/ds/data")).withQueryParam("graph", equalTo(name)))
        .size();
  }

  private static String rows(OutsideStore store, String query, List<String> graphs) {
    return new String(store.ask(query, graphs, graphs, "text/csv"), StandardCharsets.UTF_8);
  }

  @Test
  void what_is_published_is_put_there_and_only_what_changes_is_put_again() throws IOException {
    OutsideStore store = store();
    List<GraphSource> first =
        List.of(graph("urn:a", "1", 3), graph("urn:b", "1", 2), graph("urn:c", "1", 1));
    List<GraphSource> second = List.of(graph("urn:a", "1", 3), graph("urn:b", "2", 5));

    assertThat(store.follow("v1", first)).isTrue();
    assertThat(List.of(size("urn:a"), size("urn:b"), size("urn:c"))).containsExactly(3L, 2L, 1L);
    assertThat(store.inStep("v1")).containsExactly("urn:a", "urn:b", "urn:c");

    assertThat(store.follow("v2", second)).isTrue();
    assertThat(List.of(size("urn:a"), size("urn:b"), size("urn:c"))).containsExactly(3L, 5L, 0L);
    assertThat(List.of(puts("urn:a"), puts("urn:b"), puts("urn:c"))).containsExactly(1, 2, 1);
    assertThat(rows(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", store.inStep("v2")))
        .isEqualToIgnoringNewLines("n\n8\n".replace("\n", ""));
    store.close();
  }

  @Test
  void another_process_goes_on_where_the_last_one_was() throws IOException {
    List<GraphSource> graphs = List.of(graph("urn:a", "1", 3), graph("urn:b", "1", 2));
    OutsideStore first = store();
    proxy.stubFor(
        put(urlPathEqualTo("/ds/data"))
            .withQueryParam("graph", equalTo("urn:b"))
            .willReturn(aResponse().withStatus(500)));

    assertThat(first.follow("v1", graphs)).isFalse();
    assertThat(first.status().missing()).isEqualTo(1);
    assertThat(first.status().failure()).contains("500", "urn:b");
    first.close();

    proxy.resetMappings();
    start();
    OutsideStore second = store();
    assertThat(second.follow("v1", graphs)).isTrue();
    assertThat(List.of(puts("urn:a"), puts("urn:b"))).containsExactly(1, 2);
    second.close();
  }

  @Test
  void a_store_that_lost_everything_is_filled_again() throws IOException {
    OutsideStore store = store();
    List<GraphSource> graphs = List.of(graph("urn:a", "1", 3));
    store.follow("v1", graphs);
    dataset.executeWrite(() -> dataset.clear());

    assertThat(store.follow("v1", graphs)).isTrue();
    assertThat(size("urn:a")).isEqualTo(3);
    store.close();
  }

  @Test
  void nobody_is_answered_while_the_store_is_behind() throws IOException {
    OutsideStore store = store();
    store.follow("v1", List.of(graph("urn:a", "1", 3)));

    assertThatThrownBy(() -> store.inStep("v2"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("met en phase");
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"500", "503", "429", "301", "timeout", "reset", "empty", "garbage"})
  void faults_are_told_and_mended(String fault) throws IOException {
    OutsideStore store = store();
    List<GraphSource> graphs = List.of(graph("urn:a", "1", 3), graph("urn:b", "1", 2));
    ResponseDefinitionBuilder answer =
        switch (fault) {
          case "timeout" -> aResponse().withFixedDelay(4_000);
          case "reset" -> aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
          case "empty" -> aResponse().withFault(Fault.EMPTY_RESPONSE);
          case "garbage" -> aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK);
          default ->
              aResponse()
                  .withStatus(Integer.parseInt(fault))
                  .withHeader("Location", "http://127.0.0.1:1/");
        };
    for (MappingBuilder each :
        List.of(
            put(anyUrl()).willReturn(answer),
            delete(anyUrl()).willReturn(answer),
            post(anyUrl()).willReturn(answer))) {
      proxy.stubFor(each);
    }

    assertThat(store.follow("v1", graphs)).isFalse();
    assertThat(store.status().failure()).isNotEmpty();
    assertThatThrownBy(() -> store.ask("ASK { }", List.of(), List.of(), "text/csv"))
        .isInstanceOf(ProblemException.class)
        .satisfies(e -> assertThat(((ProblemException) e).headers()).containsKey("Retry-After"));

    proxy.resetMappings();
    start();
    assertThat(store.follow("v1", graphs)).isTrue();
    assertThat(List.of(size("urn:a"), size("urn:b"))).containsExactly(3L, 2L);
    store.close();
  }

  @Test
  void what_goes_is_taken_away_before_anything_is_put() throws IOException {
    OutsideStore store = store();
    store.follow("v1", List.of(graph("urn:a", "1", 3), graph("urn:b", "1", 1)));
    proxy.stubFor(
        put(urlPathEqualTo("/ds/data"))
            .withQueryParam("graph", equalTo("urn:c"))
            .willReturn(aResponse().withStatus(500)));

    assertThat(store.follow("v2", List.of(graph("urn:b", "1", 1), graph("urn:c", "1", 1))))
        .isFalse();
    assertThat(size("urn:a")).isZero();
    proxy.verify(
        1,
        deleteRequestedFor(urlPathEqualTo("/ds/data")).withQueryParam("graph", equalTo("urn:a")));
    assertThat(size(RECORD)).isEqualTo(1);
    store.close();
  }

  @Test
  void a_private_network_is_reached_only_where_the_profile_says_so() throws IOException {
    OutsideStore store = store("  timeout: 2\n");

    assertThat(store.follow("v1", List.of(graph("urn:a", "1", 1)))).isFalse();
    assertThat(store.status().failure()).contains("réseau privé");
    assertThat(proxy.getAllServeEvents()).isEmpty();
    store.close();
  }

  @Test
  void the_store_is_told_who_asks() throws IOException {
    Path password = Files.writeString(folder.resolve("mot-de-passe"), "sésame\nautre ligne\n");
    OutsideStore store =
        store(
            "  privateNetwork: true\n  user: passerelle\n  passwordFile: %s\n".formatted(password));
    store.follow("v1", List.of(graph("urn:a", "1", 1)));

    assertThat(proxy.getAllServeEvents())
        .allSatisfy(event ->
            assertThat(event.getRequest().getHeader("Authorization"))
                .isEqualTo("Basic cGFzc2VyZWxsZTpzw6lzYW1l"));
    store.close();
  }
}
