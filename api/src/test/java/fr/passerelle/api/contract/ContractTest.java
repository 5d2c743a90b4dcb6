package fr.passerelle.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The committed contract is the one that the controllers declare, completed by what all operations
 * have ({@code openapi/common.yaml}) and by examples ({@code requests.yaml}, {@code answers.yaml}).
 * To accept a change: run this test with the environment variable UPDATE_CONTRACT=1, then read the
 * difference.
 */
class ContractTest {
  private static final Path OPENAPI =
      Path.of(System.getenv().getOrDefault("PASSERELLE_ROOT", "..")).resolve("openapi");
  private static final Path COMMITTED = OPENAPI.resolve("passerelle.yaml");
  private static final Path DECLARED = Path.of("target/openapi/passerelle.yaml");

  @Test
  void the_committed_contract_is_the_one_that_the_controllers_declare() throws IOException {
    Completion completion =
        new Completion(
            Tree.read(OPENAPI.resolve("common.yaml")),
            new Examples(
                Tree.read(OPENAPI.resolve("requests.yaml")),
                Tree.read(OPENAPI.resolve("answers.yaml"))));
    String declared =
        "# Written from the controllers; see ContractTest. Do not edit.\n"
            + Tree.write(completion.complete(Modern.of(Tree.read(DECLARED))));
    if (System.getenv("UPDATE_CONTRACT") != null) {
      Files.writeString(COMMITTED, declared);
    }

    assertThat(declared)
        .as("run this test with UPDATE_CONTRACT=1 to accept the change")
        .isEqualTo(Files.readString(COMMITTED));
  }
}
