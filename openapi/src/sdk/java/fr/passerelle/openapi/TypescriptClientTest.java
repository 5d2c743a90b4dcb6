package fr.passerelle.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.RunningService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The tests of the TypeScript client, of the package as it is published, against the service. */
class TypescriptClientTest {
  @Test
  void the_tests_of_the_package_pass_against_the_service() throws Exception {
    ProcessBuilder node =
        new ProcessBuilder("node", "--test", "--test-reporter=spec")
            .directory(
                Path.of(Objects.requireNonNull(System.getProperty("sdk.output")))
                    .resolve("typescript-test")
                    .toFile())
            .redirectErrorStream(true);
    node.environment().put("PASSERELLE_URL", RunningService.address());

    assertThat(run(node)).contains("fail 0").doesNotContain("pass 0");
  }

  private static String run(ProcessBuilder command) throws IOException, InterruptedException {
    Process process = command.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as(said).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
