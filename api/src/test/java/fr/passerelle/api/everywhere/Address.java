package fr.passerelle.api.everywhere;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;

/**
 * An address that is read.
 *
 * @param route its route, as the controller has it
 * @param path an address of that route; {@code {word}} for a word that is searched for
 * @param says where its answer says whose the data are
 */
record Address(String route, String path, String says) {

  /** All of them. */
  static List<Address> all() {
    try (InputStream table = Address.class.getResourceAsStream("addresses.txt")) {
      return new String(Objects.requireNonNull(table).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(Address::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Address of(String line) {
    String[] cells = line.split(" \\| ", -1);
    if (cells.length != 3) {
      throw new IllegalArgumentException(line);
    }
    return new Address(cells[0], cells[1], cells[2]);
  }

  /** The address with that word, as it is sent. */
  String with(String word) {
    return path.replace("{word}", word)
        .replace("{year}", String.valueOf(LocalDate.now(ZoneOffset.UTC).getYear()))
        .replace("{", "%7B")
        .replace("}", "%7D")
        .replace("\"", "%22");
  }

  @Override
  public String toString() {
    return path;
  }
}
