package fr.passerelle.vocab.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file given to an importer: its name and the hash by which it is known again. */
public final class SourceFile {
  private SourceFile() {}

  /** Name without its folder: a report must not tell where a person keeps files. */
  public static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  /** SHA-256 of the bytes, of several files one after the other, lower-case hexadecimal. */
  public static String sha256(Path... paths) throws IOException {
    MessageDigest digest = digest();
    for (Path path : paths) {
      try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A new SHA-256 digest. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
