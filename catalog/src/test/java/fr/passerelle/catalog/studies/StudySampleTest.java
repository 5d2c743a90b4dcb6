package fr.passerelle.catalog.studies;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.catalog.sample.StudySample;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.testing.RealFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StudySampleTest {
  private static List<Study> sample() {
    CatalogueFixture fixture = CatalogueFixture.empty();
    Studies studies = fixture.open();
    fixture
        .deposits(studies)
        .deposit(Actor.BUNDLED, StudyDeposits.Deposit.of(StudySample.studies()));
    return studies.catalogue().as(Reader.ANYONE).list();
  }

  @Test
  void the_sample_holds_every_study_of_the_cited_file_as_it_is_there() throws IOException {
    Path cited = RealFiles.require("studies/studies-cited.csv");
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(cited)) {
      assertThat(sample().stream().map(StudySampleTest::line))
          .hasSize(45)
          .containsExactlyElementsOf(csv.stream().map(StudySampleTest::line).toList());
    }
  }

  private static String line(NamedCsvRecord row) {
    return String.join(
        ";",
        row.getField("title"),
        row.getField("date"),
        row.getField("status").replace(' ', '-'),
        row.getField("scale"),
        row.getField("theme"),
        row.getField("territory"),
        row.getField("kind").replace(' ', '-'),
        row.getField("series"));
  }

  private static String line(Study study) {
    String series =
        study.content().series().title().isEmpty()
            ? study.content().series().number()
            : study.content().series().title() + " n° " + study.content().series().number();
    return String.join(
        ";",
        study.title(),
        study.date().map(date -> date.exact()).orElse(""),
        study.status().id(),
        study.content().scale().id(),
        study.themes().getFirst().code(),
        study.territories().getFirst().toString(),
        study.content().kind().id(),
        study.content().kind().id().equals("report") && series.startsWith("2016")
            ? "n° " + series
            : series);
  }

  @Test
  void the_same_file_twice_changes_nothing_and_ids_are_the_same_everywhere() {
    List<Study> first = sample();
    List<Study> second = sample();

    assertThat(second.stream().map(Study::id)).isEqualTo(first.stream().map(Study::id).toList());
    assertThat(first.stream().map(Study::id).collect(Collectors.toSet())).hasSize(45);
  }
}
