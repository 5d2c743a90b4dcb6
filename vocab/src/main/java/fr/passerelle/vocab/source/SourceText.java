package fr.passerelle.vocab.source;

import fr.passerelle.vocab.RefusedException;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file from outside that is not in a zip. */
public final class SourceText {
  private static final String READ_AS_LATIN = "fichier en ISO-8859-15, lu comme tel";

  private SourceText() {}

  /**
   * The text of bytes that somebody sent, the encoding told beforehand.
   *
   * @param file name by which messages name them
   * @throws RefusedException if their encoding is unknown
   */
  public static Reader open(String file, byte[] bytes, Findings findings) throws IOException {
    Charset charset = Encoding.of(new ByteArrayInputStream(bytes), file);
    if (charset.equals(Encoding.LATIN_9)) {
      findings.repaired(READ_AS_LATIN, file);
    }
    return Encoding.reader(new ByteArrayInputStream(bytes), charset);
  }

  /**
   * Its text, the encoding told beforehand in a first pass, a byte order mark left out.
   *
   * @throws RefusedException if there is no such file, or its encoding is unknown
   */
  public static Reader open(Path path, Findings findings) throws IOException {
    String file = SourceFile.name(path);
    if (!Files.isRegularFile(path)) {
      throw RefusedException.of(file, "file", "fichier introuvable : " + path);
    }
    Charset charset;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      charset = Encoding.of(in, file);
    }
    if (charset.equals(Encoding.LATIN_9)) {
      findings.repaired(READ_AS_LATIN, file);
    }
    return Encoding.reader(Files.newInputStream(path), charset);
  }
}
