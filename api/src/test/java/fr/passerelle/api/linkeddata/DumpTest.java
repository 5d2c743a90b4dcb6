package fr.passerelle.api.linkeddata;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.skos.RdfFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DumpTest {
  private static final Snapshot SNAPSHOT = RunningService.vocabularies().snapshot();
  private static final PublishedScheme ROME = SNAPSHOT.findScheme("rome-4").orElseThrow();
  private static final Uris URIS = new Uris("https://id.exemple.fr", "https://id.exemple.fr");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(RdfFormat.class)
  void a_dump_holds_every_concept_its_licence_and_its_citation(RdfFormat format) throws Exception {
    HttpResponse<byte[]> plain = fetch(format, "identity");
    HttpResponse<byte[]> gzip = fetch(format, "gzip");
    byte[] inflated = new GZIPInputStream(new ByteArrayInputStream(gzip.body())).readAllBytes();

    assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
    assertThat(gzip.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(gzip.headers().firstValue("ETag")).isNotEqualTo(plain.headers().firstValue("ETag"));
    assertThat(inflated).isEqualTo(plain.body());
    Model model = Rdf.read(format.extension(), inflated);
    assertThat(model.listSubjectsWithProperty(RDF.type, SKOS.Concept).toList())
        .hasSize(ROME.scheme().concepts().size());
    assertThat(model.listObjectsOfProperty(DCTerms.bibliographicCitation).toList())
        .anyMatch(each -> each.toString().contains(ROME.release().citation()));
    assertThat(model.listObjectsOfProperty(DCTerms.license).toList())
        .allMatch(each -> each.toString().equals(ROME.release().licence().uri()))
        .isNotEmpty();
  }

  private static HttpResponse<byte[]> fetch(RdfFormat format, String encoding) throws Exception {
    URI address = URI.create(RunningService.address() + "/data/vocab/rome-4." + format.extension());
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).header("Accept-Encoding", encoding).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Test
  void HEAD_knows_the_headers_of_a_dump() {
    HttpResponse<String> head = RunningService.send("HEAD", "/data/vocab/rncp.rdf", "");
    HttpResponse<String> get = RunningService.get("/data/vocab/rncp.rdf");

    for (String name :
        List.of("ETag", "Content-Type", "Link", "Vary", "Cache-Control", "Repr-Digest")) {
      assertThat(head.headers().firstValue(name))
          .isPresent()
          .isEqualTo(get.headers().firstValue(name));
    }
  }

  @Test
  void many_who_ask_at_once_make_one_file() throws Exception {
    DumpFolder dumps = new DumpFolder(folder, URIS);
    Dump dump = Dump.of(Whole.of(ROME), Syntax.N_TRIPLES, URIS);
    Callable<byte[]> read =
        () -> {
          try (var in = dumps.open(dump)) {
            return in.readAllBytes();
          }
        };
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<byte[]>> all = threads.invokeAll(List.of(read, read, read, read, read, read));
      for (Future<byte[]> each : all) {
        assertThat(each.get()).isEqualTo(all.getFirst().get());
      }
    }

    assertThat(files()).containsExactlyInAnyOrder(dump.fileName(), dump.fileName() + ".sha256");
  }

  @Test
  void a_dump_made_replaces_those_that_are_no_longer_published() throws Exception {
    DumpFolder dumps = new DumpFolder(folder, URIS);
    PublishedRelease release = ROME.release();
    PublishedScheme earlier =
        new PublishedScheme(
            new PublishedRelease(release.release(), release.licence(), "0".repeat(64)),
            ROME.scheme(),
            Map.of());
    dumps.open(Dump.of(Whole.of(earlier), Syntax.TURTLE, URIS)).close();
    dumps.open(Dump.of(Whole.of(earlier), Syntax.N_TRIPLES, URIS)).close();
    Path abandoned = Files.createFile(folder.resolve("rome-4").resolve("x.part"));
    Files.setLastModifiedTime(abandoned, FileTime.from(Instant.now().minusSeconds(7200)));
    Path underWay = Files.createFile(folder.resolve("rome-4").resolve("y.part"));

    Dump made = Dump.of(Whole.of(ROME), Syntax.TURTLE, URIS);
    dumps.open(made).close();

    assertThat(files())
        .containsExactlyInAnyOrder(
            made.fileName(),
            made.fileName() + ".sha256",
            Dump.of(Whole.of(earlier), Syntax.N_TRIPLES, URIS).fileName(),
            Dump.of(Whole.of(earlier), Syntax.N_TRIPLES, URIS).fileName() + ".sha256",
            String.valueOf(underWay.getFileName()));
  }

  @Test
  void the_name_of_a_dump_changes_with_all_that_its_bytes_depend_on() {
    Uris elsewhere = new Uris("https://id.exemple.fr", "https://ailleurs.exemple.fr");

    assertThat(
            Stream.of(
                Dump.of(Whole.of(ROME), Syntax.TURTLE, URIS),
                Dump.of(Whole.of(ROME), Syntax.TURTLE, elsewhere),
                Dump.of(Whole.of(ROME), Syntax.RDF_XML, URIS),
                Dump.of(
                    Whole.of(SNAPSHOT.findScheme("rome-3").orElseThrow()), Syntax.TURTLE, URIS)))
        .extracting(Dump::key)
        .doesNotHaveDuplicates();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("rome-4"))) {
      return files.map(each -> String.valueOf(each.getFileName())).toList();
    }
  }
}
