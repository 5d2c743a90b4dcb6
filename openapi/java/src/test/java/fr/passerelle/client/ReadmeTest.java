package fr.passerelle.client;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of the README is compiled for Java 17, with the client alone, and run. */
class ReadmeTest {
  private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();

  private static String block(String language) throws IOException {
    Matcher found =
        Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(found.find()).as(language).isTrue();
    return found.group(1);
  }

  /** What a user of the artifact has: the client and what it depends on. */
  private static String classpath() {
    return Arrays.stream(System.getProperty("java.class.path").split(":", -1))
        .filter(each -> each.contains("/jackson-") || each.contains("/jspecify"))
        .collect(Collectors.joining(":", CLASSES + ":", ""));
  }

  @Test
  void the_example_says_what_the_readme_shows(@TempDir Path folder) throws Exception {
    Path example =
        Files.writeString(
            folder.resolve("Example.java"),
            block("java").replace("http://localhost:8080", RunningService.address()));
    Process run =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                classpath(),
                "--source",
                "17",
                example.toString())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    String printed =
        new String(run.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

    assertThat(run.waitFor()).as(Files.readString(folder.resolve("errors"))).isZero();
    assertThat(printed).isEqualTo(block("text"));
  }
}
