package fr.passerelle.vocab.skos;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.csv.CsvTables;
import fr.passerelle.vocab.jskos.Jskos;
import fr.passerelle.vocab.rome.RomeFile;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.sssom.SssomFile;
import fr.passerelle.vocab.sssom.SssomWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is written of the sample and of the official ROME, read back by others' readers and ours.
 */
class PublishedPairsTest {
  @TempDir Path folder;

  /** A correspondence of the sample. */
  record Stated(PublishedRelease release, Correspondence correspondence) {
    @Override
    public String toString() {
      return correspondence.id();
    }
  }

  static Stream<Stated> stated() {
    return fr.passerelle.vocab.sample.Sample.releases().stream()
        .map(release -> new PublishedRelease(release, Licence.ETALAB_2_0, "4".repeat(64)))
        .flatMap(release ->
            release.release().correspondences().stream().map(each -> new Stated(release, each)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("stated")
  void a_correspondence_of_the_sample_holds_all_its_pairs_in_each_format(Stated stated)
      throws IOException {
    int pairs = stated.correspondence().pairs().size();
    int alone = (int) stated.correspondence().unmatched().count();
    Skos skos = new Skos(Sample.URIS);
    for (RdfFormat format : RdfFormat.values()) {
      byte[] bytes =
          Graphs.bytes(
              format, (f, out) -> skos.dump(f, out, stated.release(), stated.correspondence()));
      Graph graph = Graphs.parse(format, bytes);
      long matches =
          graph.stream().filter(each -> each.getPredicate().getURI().endsWith("Match")).count();
      assertThat(matches).as(format.name()).isEqualTo(pairs);
      assertThat(graph.stream(null, Terms.XKOS_MADE_OF, null).count())
          .isEqualTo(stated.correspondence().associations().size());
    }
    ByteArrayOutputStream csv = new ByteArrayOutputStream();
    CsvTables.write(csv, stated.release(), stated.correspondence());
    assertThat(
            CsvReader.builder().ofNamedCsvRecord(csv.toString(StandardCharsets.UTF_8)).stream()
                .count())
        .isEqualTo(pairs + alone);
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    new Jskos(Sample.URIS).write(lines, stated.release(), stated.correspondence());
    assertThat(lines.toString(StandardCharsets.UTF_8).lines()).hasSize(pairs + alone);
    ByteArrayOutputStream tsv = new ByteArrayOutputStream();
    new SssomWriter(Sample.URIS).write(tsv, stated.release(), stated.correspondence());
    Path file = Files.write(folder.resolve("sample.tsv"), tsv.toByteArray());
    Release back = SssomFile.read(Origin.of(file), new Findings(), Sample.URIS).getFirst();
    assertThat(back.correspondences().getFirst().pairs()).hasSize(pairs);
  }

  @Test
  void the_official_ROME_reads_back_from_its_own_dump_concept_by_concept() throws IOException {
    Path zip = RealFiles.require("rome/RefRomeCsv-v460.zip");
    Release rome = RomeFile.read(zip, new Findings());
    Scheme scheme = rome.schemes().getFirst();
    PublishedRelease published = new PublishedRelease(rome, Licence.ETALAB_2_0, "5".repeat(64));
    Inverse inverse = Sample.inverse(published);
    byte[] bytes =
        Graphs.bytes(
            RdfFormat.N_TRIPLES,
            (f, out) -> new Skos(Sample.URIS).dump(f, out, published, scheme, inverse));
    String copy =
        new String(bytes, StandardCharsets.UTF_8)
            .replace("/id/vocab/rome-4/", "/id/vocab/copie/")
            .replace("/id/vocab/rome-4>", "/id/vocab/copie>");
    Path file = Files.writeString(folder.resolve("copie.nt"), copy);

    Release back = SkosFile.read(Origin.of(file), new Findings(), Sample.URIS).getFirst();

    assertThat(back.schemes().getFirst().concepts()).hasSameSizeAs(scheme.concepts());
    assertThat(back.edition().producer()).isEqualTo(Edition.ROME_4.producer());
    Map<String, List<Object>> read = new HashMap<>();
    back.schemes().getFirst().concepts().forEach(each -> read.put(each.code(), said(each)));
    List<String> other = new ArrayList<>();
    for (Concept concept : scheme.concepts()) {
      if (!said(concept).equals(read.get(concept.code()))) {
        other.add(concept.code());
      }
    }
    assertThat(other).isEmpty();
  }

  private static List<Object> said(Concept concept) {
    return List.of(
        concept.prefLabel("fr"),
        concept.altLabels().stream().map(label -> label.text()).sorted().toList(),
        concept.links(Link.Kind.BROADER).map(Link::target).map(ConceptRef::code).sorted().toList());
  }
}
