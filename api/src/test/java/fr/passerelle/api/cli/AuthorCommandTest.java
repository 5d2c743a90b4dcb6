package fr.passerelle.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.OperatedService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The erasure of a person beside a running service. */
class AuthorCommandTest {
  private static final String SIGNED =
      """
      {"title": "Les métiers", "identifier": "signee", "producers": ["insee"],
       "authors": ["Zoé Quatremare", "Paul Ailleurs"], "status": "published", "themes": ["emploi"]}
      """;

  private static final String MENTIONED =
      """
      {"title": "Hommage à Zoé Quatremare", "identifier": "hommage", "producers": ["insee"],
       "status": "published", "themes": ["emploi"]}
      """;

  @TempDir private Path folder;
  private int code;

  private String run(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = folder.toString();
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(System.out);
      code = Passerelle.run(all);
      return said.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void a_person_is_erased_after_a_rehearsal_and_no_deposit_brings_the_name_back()
      throws IOException {
    try (OperatedService service = new OperatedService(folder)) {
      String signed = service.deposit(SIGNED);
      String mentioned = service.deposit(MENTIONED);

      String rehearsal = run("author", "erase", "quatremare zoe", "--dry-run");
      assertThat(code).isEqualTo(Passerelle.DONE);
      assertThat(rehearsal)
          .contains("Serait effacé de 1 études (1 lignes du journal).", "    " + signed)
          .contains("à corriger à la main :", "    " + mentioned)
          .doesNotContain("sauvegardes");
      assertThat(service.get("/api/v1/studies/" + signed).body()).contains("Zoé Quatremare");

      String erased = run("author", "erase", "Zoé Quatremare");
      assertThat(code).isEqualTo(Passerelle.DONE);
      assertThat(erased)
          .contains("Effacé de 1 études (1 lignes du journal).", "    " + signed)
          .contains("Les sauvegardes d'avant le gardent");

      assertThat(run("author", "erase", "Zoé Quatremare", "--dry-run"))
          .contains("Serait effacé de 0 études (0 lignes du journal).");
      service.put(signed, SIGNED.replace("Les métiers", "Les métiers, 2"));
      assertThat(service.get("/api/v1/studies/" + signed).body())
          .contains("Les métiers, 2", "Paul Ailleurs")
          .doesNotContain("Quatremare");
    }
  }

  @Test
  void what_names_nobody_is_refused() {
    for (String name : List.of("x", "", "0000-0002-1825-0098")) {
      assertThat(run("author", "erase", name)).startsWith("Refusé").contains("auteur [");
      assertThat(code).isEqualTo(Passerelle.REFUSED);
    }
  }

  @Test
  void who_names_nobody_is_told_how_to() {
    assertThat(run("author")).contains("erase");
  }
}
