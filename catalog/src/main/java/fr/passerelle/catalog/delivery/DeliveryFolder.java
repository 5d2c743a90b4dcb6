package fr.passerelle.catalog.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * Where files of deliveries are: a folder for each, under its receipt, which appears whole or not
 * at all.
 */
record DeliveryFolder(Path root) {
  /** All of a delivery. */
  Path of(String receipt) {
    return root.resolve(receipt);
  }

  /** Values, in columns. */
  Path observations(String receipt) {
    return observationsIn(of(receipt));
  }

  static Path observationsIn(Path folder) {
    return folder.resolve("observations.parquet");
  }

  /** A protected table. */
  Path table(String receipt) {
    return tableIn(of(receipt));
  }

  static Path tableIn(Path folder) {
    return folder.resolve("table.protected.zip");
  }

  /** A file as it was received. */
  Path received(Delivery delivery) {
    return receivedIn(root.resolve(delivery.receipt()), delivery.source());
  }

  /** A name that comes from outside is kept as a name, never as a way to another folder. */
  static Path receivedIn(Path folder, String source) {
    return folder.resolve(
        "received-" + source.replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}._-]", "_"));
  }

  /** A folder that is being filled; what does not become one of a delivery is dropped. */
  Building building() throws IOException {
    return new Building(this, Files.createTempDirectory(root, "passing"));
  }

  /** A folder while it is filled. */
  record Building(DeliveryFolder folder, Path path) implements AutoCloseable {
    /** Files of a delivery, before its row: a row never names what is not whole on disk. */
    void become(String receipt) throws IOException {
      Path whole = folder.root.resolve(receipt);
      delete(whole);
      Files.move(path, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
      delete(path);
    }
  }

  /** Keeps what was refused, with its report, for inspection. */
  void refuse(String name, Path file, String source, String report) throws IOException {
    Path kept = root.resolve("refused").resolve(name);
    Files.createDirectories(kept);
    Files.copy(file, receivedIn(kept, source), StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(kept.resolve("report.txt"), report);
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(folder);
    }
  }
}
