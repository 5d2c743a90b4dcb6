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
 * SHA-256 of a dump, plain and gzipped, in lower-case hexadecimal: kept beside its file.
 *
 * @param plain of the bytes without encoding
 * @param gzip of the gzipped bytes
 */
record Digests(String plain, String gzip) {
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
    Files.write(beside(dump), List.of(plain, gzip));
  }

  /** The digests of a dump that was made; empty before. */
  static Optional<Digests> find(Path dump) throws IOException {
    try {
      List<String> lines = Files.readAllLines(beside(dump));
      return lines.size() == 2
          ? Optional.of(new Digests(lines.getFirst(), lines.getLast()))
          : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
