package fr.passerelle.api.linkeddata.sparql.outside;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.OperatedService;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A service whose questions a Fuseki answers. */
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class PassThroughTest {
  private static HttpResponse<String> ask(OperatedService service, String query) {
    return service.get(
        "/sparql?format=csv&query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  /** Waits until the store is in step: until then the service says that it is not. */
  private static String answer(OperatedService service, String query) throws InterruptedException {
    HttpResponse<String> answer = ask(service, query);
    while (answer.statusCode() == 503) {
      assertThat(answer.headers().firstValue("Retry-After")).isPresent();
      Thread.sleep(100);
      answer = ask(service, query);
    }
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  @Test
  void questions_pass_to_the_store_after_the_same_guard(@TempDir Path folder)
      throws IOException, InterruptedException {
    FusekiServer fuseki =
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .add("/ds", DatasetGraphFactory.createTxnMem())
            .build()
            .start();
    String url = "http://127.0.0.1:" + fuseki.getPort() + "/ds";
    try (OperatedService service =
        new OperatedService(
            folder.resolve("data"),
            OutsideStoreTest.profile(folder, url, "  privateNetwork: true\n"))) {
      String label =
          "SELECT ?l { <%s/id/vocab/rome-4/M1805> <http://www.w3.org/2004/02/skos/core#prefLabel> ?l }"
              .formatted(service.address());
      assertThat(answer(service, label)).contains("Développeur / Développeuse informatique");

      String found = "SELECT ?s { ?s ?p ?o FILTER(CONTAINS(STR(?o), 'zibeline')) }";
      assertThat(answer(service, found).lines().count()).isEqualTo(1);
      String study =
          service.deposit(
              """
              {"title": "La zibeline", "identifier": "z", "producers": ["insee"],
               "themes": ["emploi"], "territories": ["R93"], "status": "published",
               "visibility": "public", "kind": "report", "issued": "2024-05"}
              """);
      assertThat(answer(service, found)).contains(study);
      service.delete(study);
      assertThat(answer(service, found)).doesNotContain(study);

      assertThat(
              ask(service, "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }").statusCode())
          .isEqualTo(400);
    } finally {
      fuseki.stop();
    }
  }
}
