package fr.passerelle.api.linkeddata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.source.SourceFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrespondenceDocumentsTest {
  private static final PublishedCorrespondence PUBLISHED =
      RunningService.vocabularies().snapshot().correspondences().getFirst();
  private static final Correspondence CORRESPONDENCE = PUBLISHED.correspondence();
  private static final String NAME = "correspondence/" + CORRESPONDENCE.id();

  @ParameterizedTest
  @EnumSource(Syntax.class)
  void a_correspondence_is_there_in_each_syntax_with_its_digest(Syntax syntax) throws Exception {
    HttpResponse<byte[]> answer = fetch("/data/" + NAME + "." + syntax.extension(), "identity");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue(syntax.contentType());
    assertThat(answer.headers().firstValue("Repr-Digest")).hasValue(digest(answer.body()));
    assertThat(answer.headers().firstValue("Link").orElseThrow())
        .contains("/id/" + NAME + ">; rel=\"canonical\"", "rel=\"license\"")
        .doesNotContain("</data/" + NAME + "." + syntax.extension() + ">");
    assertThat(answer.headers().allValues("Content-Type")).hasSize(1);
  }

  @Test
  void a_gzipped_answer_has_the_digest_of_its_gzipped_bytes() throws Exception {
    HttpResponse<byte[]> answer = fetch("/data/vocab/rncp.csv", "gzip");

    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(answer.headers().firstValue("Repr-Digest")).hasValue(digest(answer.body()));
  }

  @ParameterizedTest(name = "{0} > {1}")
  @CsvSource({
    "text/turtle, .ttl",
    "application/ld+json, .jsonld",
    "text/html, ''",
  })
  void its_name_redirects_to_what_describes_it(String accept, String extension) {
    HttpResponse<String> answer = RunningService.get("/id/" + NAME, "Accept", accept);

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue((accept.equals("text/html") ? "/doc/" : "/data/") + NAME + extension);
  }

  @Test
  void an_association_has_a_name_and_a_document() {
    Association association = CORRESPONDENCE.associations().getFirst();
    String name = NAME + "/association/" + Uris.path(association.key());
    HttpResponse<String> id = RunningService.get("/id/" + name, "Accept", "text/turtle");
    HttpResponse<String> data = RunningService.get("/data/" + name + ".nt");

    assertThat(id.headers().firstValue("Location")).hasValue("/data/" + name + ".ttl");
    assertThat(Rdf.read("nt", data.body().getBytes(UTF_8)).listSubjects().toList())
        .anyMatch(each -> each.isURIResource() && each.getURI().endsWith("/id/" + name));
  }

  @Test
  void a_concept_says_its_pairs_from_both_ends_and_the_dump_of_its_release_does_not() {
    Pair pair = CORRESPONDENCE.pairs().getFirst();
    String predicate = SKOS.uri + pair.predicate().id();
    String inverse = SKOS.uri + pair.predicate().inverse().id();

    assertThat(says(document(pair.from().toString()), predicate, pair.to().toString())).isTrue();
    assertThat(says(document(pair.to().toString()), inverse, pair.from().toString())).isTrue();
    assertThat(says(document(pair.from().scheme()), predicate, pair.to().toString())).isFalse();
  }

  private static Model document(String name) {
    String path = "/data/vocab/" + name + ".nt";
    return Rdf.read("nt", RunningService.get(path).body().getBytes(UTF_8));
  }

  private static boolean says(Model model, String predicate, String object) {
    return model.listObjectsOfProperty(ResourceFactory.createProperty(predicate)).toList().stream()
        .anyMatch(each -> each.toString().endsWith("/id/vocab/" + object));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ttl", "nt", "ndjson", "csv", "ttl.gz", "csv.gz"})
  void the_bytes_of_a_dump_have_an_address_for_ever(String extension) throws Exception {
    String release = "/data/vocab/rncp/release/echantillon/rncp." + extension;
    String path = fetch(release, "identity").headers().firstValue("Content-Location").orElseThrow();
    HttpResponse<byte[]> answer = fetch(path, "identity");

    assertThat(path).matches(".*/rncp\\.[0-9a-f]{32}\\." + extension);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control"))
        .hasValue("public, max-age=31536000, immutable");
    assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(answer.headers().firstValue("Repr-Digest")).hasValue(digest(answer.body()));
    String etag = answer.headers().firstValue("ETag").orElseThrow();
    assertThat(RunningService.get(path, "If-None-Match", etag).statusCode()).isEqualTo(304);
  }

  @Test
  void the_dumps_of_a_correspondence_have_one_too() throws Exception {
    String edition = PUBLISHED.release().release().edition().id();
    String release = "/data/vocab/" + edition + "/release/echantillon/" + NAME + ".tsv";
    HttpResponse<byte[]> byRelease = fetch(release, "identity");
    String path = byRelease.headers().firstValue("Content-Location").orElseThrow();
    HttpResponse<byte[]> lasting = fetch(path, "identity");

    assertThat(byRelease.headers().firstValue("Cache-Control").orElseThrow())
        .doesNotContain("immutable");
    assertThat(lasting.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    assertThat(lasting.body())
        .isEqualTo(byRelease.body())
        .isEqualTo(fetch("/data/" + NAME + ".tsv", "identity").body());
  }

  @Test
  void an_address_of_other_bytes_leads_to_what_the_release_says_now() throws Exception {
    String path = "/data/vocab/rncp/release/echantillon/rncp." + "0".repeat(32) + ".ttl";
    HttpResponse<byte[]> answer = fetch(path, "identity");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("/data/vocab/rncp/release/echantillon/rncp.ttl");
  }

  @Test
  void a_dump_is_the_same_by_the_name_of_its_scheme_and_of_its_release() throws Exception {
    assertThat(fetch("/data/vocab/rncp.nt", "identity").body())
        .isEqualTo(fetch("/data/vocab/rncp/release/echantillon/rncp.nt", "identity").body());
  }

  @Test
  void the_digests_of_a_release_are_listed_as_sha256sum_reads_them() throws Exception {
    String folder = "/data/vocab/rncp/release/echantillon/";
    List<String> lines = RunningService.get(folder + "SHA256SUMS").body().lines().toList();

    assertThat(lines).hasSizeGreaterThanOrEqualTo(12);
    for (String line : lines) {
      String[] parts = line.split("  ", -1);
      byte[] body = fetch(folder + parts[1], "identity").body();
      assertThat(java.util.HexFormat.of().formatHex(SourceFile.digest().digest(body)))
          .as(parts[1])
          .isEqualTo(parts[0]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /data/correspondence/x/y--z.ttl                      | les plus proches
          /data/vocab/rncp.tsv                                 | .ndjson, .csv
          /data/vocab/rncp/release/1999/rncp.ttl               | n'est pas conservée
          /data/vocab/rncp/release/echantillon/zz.ttl          | n'a pas le schéma ou la
          /data/vocab/rncp/release/echantillon/rncp.docx       | .ndjson, .csv
          /data/correspondence/..%2F..%2Fx/y.ttl               | les plus proches
          """)
  void what_is_not_there_says_what_is(String path, String words) {
    HttpResponse<String> answer = RunningService.get(path);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains(words);
  }

  private static String digest(byte[] body) {
    byte[] hash = SourceFile.digest().digest(body);
    return "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
  }

  private static HttpResponse<byte[]> fetch(String path, String encoding) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create(RunningService.address() + path))
              .header("Accept-Encoding", encoding)
              .build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
