package fr.passerelle.database;

import java.nio.file.Path;

/** A process that opens a database, says so, and closes it when its input ends. */
final class HoldsDatabase {
  private HoldsDatabase() {}

  public static void main(String[] args) throws Exception {
    DataFolder folder = DataFolder.at(Path.of(args[0]));
    try (Database database = Database.open(folder, Role.valueOf(args[1]))) {
      System.out.println(database.owner() ? "owner" : "guest");
      while (System.in.read() >= 0) {
        // Anything written is ignored: only the end counts.
      }
    }
    System.out.println("closed");
  }
}
