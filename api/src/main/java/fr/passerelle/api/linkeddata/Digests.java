package fr.passerelle.api.linkeddata;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Digests of a dump in lower-case hexadecimal: kept beside its file.
 *
 * @param plain SHA-256 of the bytes without encoding
 * @param gzip SHA-256 of the gzipped bytes
 * @param sha512 SHA-512 of the bytes without encoding; empty of a dump that an earlier version made
 */
record Digests(String plain, String gzip, String sha512) {
  private static final String SUFFIX = ".sha256";

  /** {@code Repr-Digest} (RFC 9530): of the representation as sent, its encoding included. */
  String header(boolean gzipped) {
    byte[] bytes = HexFormat.of().parseHex(gzipped ? gzip : plain);
    return "sha-256=:" + Base64.getEncoder().encodeToString(bytes) + ":";
  }

  /** Where the digests of that dump are kept. */
  static Path beside(Path dump) {
    return dump.resolveSibling(dump.getFileName() + SUFFIX);
  }

  void write(Path dump) throws IOException {
    Files.write(beside(dump), List.of(plain, gzip, sha512));
  }

  /** The digests of a dump that was made; empty before. */
  static Optional<Digests> find(Path dump) throws IOException {
    try {
      List<String> lines = Files.readAllLines(beside(dump));
      return lines.size() >= 2
          ? Optional.of(
              new Digests(lines.getFirst(), lines.get(1), lines.size() > 2 ? lines.get(2) : ""))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
