package fr.passerelle.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The programs of PostgreSQL, unpacked by the library under a data folder.
 *
 * <p>The library remembers for each resolver where it unpacked; a resolver equal by its folder
 * gives each data folder binaries of its own, which nobody else will delete.
 *
 * @param folder where they are unpacked
 */
record Binaries(Path folder) implements PgBinaryResolver {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  /** Says in the unpacked folder that it is whole: written last by the library. */
  private static final String WHOLE = ".exists";

  @Override
  public InputStream getPgBinary(String system, String machine) throws IOException {
    return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine);
  }

  /**
   * Drops what a killed process half unpacked: the library would keep the truncated files.
   *
   * <p>The folder is closed to others because the library opens its parent for writing to all.
   */
  void prepare() throws IOException {
    Files.createDirectories(folder);
    Files.setPosixFilePermissions(folder, OWNER_ONLY);
    List<Path> halves;
    try (Stream<Path> unpacked = Files.list(folder)) {
      halves = unpacked.filter(each -> Files.notExists(each.resolve(WHOLE))).toList();
    }
    for (Path half : halves) {
      delete(half);
    }
  }

  /** Takes back the right to write that the library gave to all. */
  void protect() throws IOException {
    Files.setPosixFilePermissions(folder, OWNER_ONLY);
  }

  private static void delete(Path tree) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(tree)) {
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : deepestFirst) {
      Files.delete(each);
    }
  }
}
