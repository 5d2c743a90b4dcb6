package fr.passerelle.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarvestCommandTest {
  @TempDir Path folder;

  @Test
  void a_source_that_the_profile_does_not_write_is_not_reached() {
    Path data = folder.resolve("data");
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int code;
    try {
      System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
      code = Passerelle.run("harvest", "inconnue", "--data", data.toString());
    } finally {
      System.setErr(err);
    }

    assertThat(code).isEqualTo(1);
    assertThat(said.toString(StandardCharsets.UTF_8)).contains("inconnue", "aucune source");
    assertThat(data.resolve("postgres")).doesNotExist();
  }
}
