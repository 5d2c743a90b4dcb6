package fr.passerelle.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wheel of the Python client, installed as a user would and tried against the service. */
class PythonClientTest {
  private static final Path BUILT = Path.of(System.getProperty("sdk.output", ""), "python");
  private static final Path ROOT = Path.of(System.getenv().getOrDefault("PASSERELLE_ROOT", ".."));
  private static final String WHEEL = "passerelle_client-0.1.0-py3-none-any.whl";

  @TempDir static Path site;

  private static void python(String... arguments) throws Exception {
    Path log = Files.createTempFile(site, "python", ".log");
    List<String> command = new java.util.ArrayList<>(List.of(arguments));
    command.add(0, System.getProperty("sdk.python", "python3"));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(ROOT.resolve("openapi/python/tests").toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    process.environment().put("PASSERELLE_URL", RunningService.address());
    process.environment().put("PASSERELLE_ROOT", ROOT.toAbsolutePath().toString());
    process.environment().put("PYTHONPATH", site.toString());
    process.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    // As in a bare shell: texts are UTF-8 whatever the locale says.
    process.environment().put("LC_ALL", "C");
    Process running = process.start();
    boolean ended = running.waitFor(5, TimeUnit.MINUTES);
    running.destroyForcibly();

    assertThat(ended && running.exitValue() == 0).as(Files.readString(log)).isTrue();
  }

  @BeforeAll
  static void install() throws Exception {
    String wheel = BUILT.resolve("dist").resolve(WHEEL).toString();
    python("-m", "pip", "install", "--quiet", "--no-index", "--target", site.toString(), wheel);
  }

  @Test
  void its_tests_pass() throws Exception {
    python("-W", "error", "-m", "unittest", "test_client");
  }

  @Test
  void the_example_of_its_readme_says_what_the_readme_shows() throws Exception {
    python("-m", "unittest", "test_readme");
  }

  @Test
  void the_wheel_is_typed_needs_nothing_and_holds_only_the_client() throws IOException {
    try (ZipFile wheel = new ZipFile(BUILT.resolve("dist").resolve(WHEEL).toFile())) {
      Enumeration<? extends ZipEntry> entries = wheel.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        assertThat(entry.getName()).startsWith("passerelle_client");
        assertThat(text(wheel, entry.getName())).doesNotContainIgnoringCase("openapi generator");
      }
      assertThat(wheel.getEntry("passerelle_client/py.typed")).isNotNull();
      assertThat(text(wheel, "passerelle_client-0.1.0.dist-info/METADATA"))
          .contains("Requires-Python: >=3.11")
          .doesNotContain("Requires-Dist");
    }
  }

  private static String text(ZipFile wheel, String name) throws IOException {
    try (InputStream entry = wheel.getInputStream(Objects.requireNonNull(wheel.getEntry(name)))) {
      return new String(entry.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
