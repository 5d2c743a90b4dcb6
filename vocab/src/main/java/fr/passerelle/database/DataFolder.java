package fr.passerelle.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder where everything that lasts is kept.
 *
 * @param root the folder, which exists; its real path is kept
 */
public record DataFolder(Path root) {

  /** A folder under two names would be locked twice by one process. */
  public DataFolder {
    try {
      root = root.toRealPath();
    } catch (IOException e) {
      throw new DatabaseUnavailableException("il n'y a pas de dossier de données " + root, e);
    }
  }

  /**
   * The data folder at a path, created if it is not there.
   *
   * @throws DatabaseUnavailableException if it cannot be created
   */
  public static DataFolder at(Path path) {
    try {
      DataFolder folder = new DataFolder(Files.createDirectories(path.toAbsolutePath()));
      Files.createDirectories(folder.releases());
      Files.createDirectories(folder.index());
      Files.createDirectories(folder.dumps());
      Files.createDirectories(folder.deliveries());
      return folder;
    } catch (IOException e) {
      throw new DatabaseUnavailableException(
          "le dossier de données %s ne peut pas être créé : %s".formatted(path, e.getMessage()), e);
    }
  }

  /** Whether there is a folder at that path and a database in it. */
  public static boolean isInUse(Path path) {
    return Files.isDirectory(path) && Files.exists(new DataFolder(path).postgres());
  }

  /** Files of the releases imported. */
  public Path releases() {
    return root.resolve("releases");
  }

  /** Search indexes, made again from the releases when missing. */
  public Path index() {
    return root.resolve("index");
  }

  /** Whole downloads, made again from the releases when missing. */
  public Path dumps() {
    return root.resolve("dumps");
  }

  /** Files of figures, a folder for each delivery. */
  public Path deliveries() {
    return root.resolve("deliveries");
  }

  /** Manifests of the GraphQL documents that are trusted; there need not be one. */
  public Path documents() {
    return root.resolve("documents");
  }

  /** Data of the embedded PostgreSQL. */
  Path postgres() {
    return root.resolve("postgres");
  }

  /** Binaries of the embedded PostgreSQL, unpacked from the application when missing. */
  Path binaries() {
    return root.resolve("postgres-bin");
  }

  /** Password of the embedded PostgreSQL, readable by its owner alone. */
  Path password() {
    return root.resolve("postgres-password");
  }

  /** The file whose lock says that a process owns the folder. */
  Path lock() {
    return root.resolve("lock");
  }
}
