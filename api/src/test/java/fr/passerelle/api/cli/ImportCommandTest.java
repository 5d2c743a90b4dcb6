package fr.passerelle.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCommandTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "rncp,       fiches_2026-02-03.xml, '<FICHES><VERSION_FLUX>3.0</VERSION_FLUX></FICHES>', V4",
    "certifinfo, c_2026-02-03.csv,      'a;b',                                  colonnes absentes",
    "lheo,       offre.xml,             '<lheo/>',                              --author",
    "sssom,      s.tsv,                 'subject_id',                           métadonnées",
    "kit,        k v3.1.csv,            'a;b',                                  colonnes absentes",
  })
  void a_file_that_is_refused_starts_no_database(
      String kind, String name, String text, String words) throws IOException {
    Path data = folder.resolve("data");
    Path file = Files.writeString(folder.resolve(name), text);
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code;
    try {
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      code =
          Passerelle.run(
              "import", kind, file.toString(), "--date", "2026-02-03", "--data", data.toString());
    } finally {
      System.setErr(err);
    }

    assertThat(code).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("Refusé", words);
    assertThat(data.resolve("postgres")).doesNotExist();
  }
}
