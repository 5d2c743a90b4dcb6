package fr.passerelle.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The official files that tests read as published; they are not in the repository.
 *
 * <p>They are looked for in the folder that {@code PASSERELLE_DATA} names, {@code ../shared/data}
 * by default, relative to the root of the repository.
 */
public final class RealFiles {
  private RealFiles() {}

  /**
   * The official file of that name; without it the test is aborted, or fails on a build server.
   *
   * @param relative path in the data folder, e.g. {@code rome/RefRomeCsv-v460.zip}
   */
  public static Path require(String relative) {
    Path file = folder().resolve(relative);
    if (!Files.exists(file)) {
      String message = "fichier officiel absent : " + file + " (voir PASSERELLE_DATA)";
      if (env("CI").isPresent()) {
        Assertions.fail(message);
      }
      Assumptions.abort(message);
    }
    return file;
  }

  private static Path folder() {
    return Path.of(env("PASSERELLE_ROOT").orElse(""))
        .toAbsolutePath()
        .resolve(env("PASSERELLE_DATA").orElse("../shared/data"))
        .normalize();
  }

  private static Optional<String> env(String name) {
    return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
  }
}
