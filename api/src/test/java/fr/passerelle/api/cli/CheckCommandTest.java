package fr.passerelle.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.OperatedService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator is told of the catalogue beside a running service. */
class CheckCommandTest {
  private int code;

  private String check(Path folder) {
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      code =
          Passerelle.run(
              "check", "catalog", "--base", "https://exemple.fr", "--data", folder.toString());
      return said.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
    }
  }

  @Test
  void each_record_is_told_with_what_a_portal_loses_of_it_and_hidden_ones_are_not(
      @TempDir Path folder) throws IOException {
    try (OperatedService service = new OperatedService(folder)) {
      String bare =
          service.deposit(
              """
              {"title": "Sans rien", "identifier": "nue", "producers": ["insee"],
               "status": "published", "themes": ["emploi"], "territories": ["EUROPE"],
               "documents": [{"url": "https://exemple.fr/etude"}]}
              """);
      String hidden =
          service.deposit(
              """
              {"title": "Cachée", "identifier": "cachee", "producers": ["insee"],
               "status": "published", "visibility": "producer"}
              """);
      String said = check(folder);

      assertThat(code).isEqualTo(Passerelle.REFUSED);
      assertThat(said).doesNotContain(hidden, "Cachée");
      String record = said.substring(said.indexOf("/id/study/" + bare));
      record = record.substring(0, record.indexOf("\nhttp"));
      assertThat(record)
          .contains("perdu  issued : pas de date de parution")
          .contains("perdu  spatial : pas de territoire avec une boîte")
          .contains("perdu  format : https://exemple.fr/etude")
          .contains("perdu  distribution-licence : https://exemple.fr/etude")
          .doesNotContain("REFUSÉ");
      assertThat(said)
          .contains("Règles :")
          .contains("  issued : dct:issued")
          .containsPattern("\\d+ enregistrements publiés, 0 refusés, \\d+ avec des remarques\\.");
    }
  }
}
