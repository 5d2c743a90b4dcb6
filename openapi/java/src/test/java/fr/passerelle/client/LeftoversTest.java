package fr.passerelle.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeftoversTest {
  private static final Path GENERATED = Path.of("target/generated-sources/openapi");

  private static List<Path> files() throws IOException {
    try (var files = Files.walk(GENERATED)) {
      return files
          .filter(Files::isRegularFile)
          .filter(each -> !each.toString().contains("/.openapi-generator/"))
          .toList();
    }
  }

  @Test
  void what_is_generated_is_code_of_the_client_and_nothing_else() throws IOException {
    assertThat(files())
        .hasSizeGreaterThan(100)
        .allSatisfy(file -> {
          assertThat(file.toString()).contains("/src/main/java/fr/passerelle/client/");
          assertThat(Files.readString(file))
              .doesNotContainIgnoringCase("openapi generator")
              .doesNotContainIgnoringCase("openapi-generator")
              .doesNotContain("&#39;", "&lt;", "&quot;");
        });
  }
}
