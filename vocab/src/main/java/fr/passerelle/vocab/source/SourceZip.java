package fr.passerelle.vocab.source;

import fr.passerelle.vocab.RefusedException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip from outside, trusted in nothing: entry names, sizes and checksums are verified before any
 * text is read. Nothing is ever extracted to disk.
 */
public final class SourceZip implements AutoCloseable {
  private static final int MAX_ENTRIES = 1_000;

  /** Inflated bytes an entry may have: the largest official file (RNCP XML) has 570 million. */
  private static final long MAX_BYTES = 2L << 30;

  /** How much larger than its zipped size an entry may be; official CSV and XML stay under 30. */
  private static final long MAX_RATIO = 150;

  /** Small entries of blanks may inflate more without harm. */
  private static final long RATIO_FROM = 10L << 20;

  private final ZipFile zip;
  private final String file;
  private final Map<String, ZipEntry> entries;

  private SourceZip(ZipFile zip, String file, Map<String, ZipEntry> entries) {
    this.zip = zip;
    this.file = file;
    this.entries = entries;
  }

  /**
   * Opens the zip and checks the names of its entries.
   *
   * @throws RefusedException if it is no zip, is truncated, or names an entry outside itself
   */
  public static SourceZip open(Path path) throws IOException {
    String file = String.valueOf(path.getFileName());
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException e) {
      throw RefusedException.of(
          file,
          "zip",
          "pas un zip, ou un zip tronqué ("
              + e.getMessage()
              + ") ; télécharger le fichier à nouveau");
    } catch (NoSuchFileException e) {
      throw RefusedException.of(file, "file", "fichier introuvable : " + path);
    } catch (FileNotFoundException | AccessDeniedException e) {
      throw RefusedException.of(
          file, "file", "dossier, ou fichier sans droit de lecture : " + path);
    }
    try {
      return new SourceZip(zip, file, entries(zip, file));
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private static Map<String, ZipEntry> entries(ZipFile zip, String file) {
    if (zip.size() > MAX_ENTRIES) {
      throw RefusedException.of(
          file, "zip-bomb", zip.size() + " entrées ; " + MAX_ENTRIES + " sont admises");
    }
    Map<String, ZipEntry> entries = new LinkedHashMap<>();
    for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
      String name = entry.getName();
      if (name.startsWith("/") || name.contains("\\") || List.of(name.split("/")).contains("..")) {
        throw RefusedException.of(
            file + "!" + name, "entry-name", "nom d'entrée hors du zip ; le fichier n'est pas sûr");
      }
      String base = name.substring(name.lastIndexOf('/') + 1);
      if (!entry.isDirectory() && entries.put(base, entry) != null) {
        throw RefusedException.of(
            file + "!" + name, "entry-name", "deux entrées portent ce nom ; en garder une");
      }
    }
    return entries;
  }

  /** Names of the files inside, without their folder, in the order of the zip. */
  public List<String> names() {
    return List.copyOf(entries.keySet());
  }

  /** The only file whose name, in lower case, matches the regular expression. */
  public Optional<String> find(String pattern) {
    return entries.keySet().stream()
        .filter(name -> name.toLowerCase(Locale.ROOT).matches(pattern))
        .findFirst();
  }

  /**
   * Text of a file, its bytes verified and its encoding told beforehand in a first pass.
   *
   * @throws RefusedException if the entry is a bomb, is damaged, or has an unknown encoding
   */
  public Reader text(String name, Findings findings) throws IOException {
    ZipEntry entry = entry(name);
    Charset charset;
    try (VerifiedInput in = new VerifiedInput(zip.getInputStream(entry), entry)) {
      charset = Encoding.of(in, name);
      in.transferTo(OutputStream.nullOutputStream());
      in.verify(name);
    } catch (ZipException | EOFException e) {
      throw RefusedException.of(
          file + "!" + name,
          "zip",
          "entrée illisible (" + e.getMessage() + ") ; télécharger à nouveau");
    }
    if (charset.equals(Encoding.LATIN_9)) {
      findings.repaired("fichier en ISO-8859-15, lu comme tel", name);
    }
    return Encoding.reader(zip.getInputStream(entry), charset);
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw new IllegalArgumentException(name + " is not in " + file);
    }
    return entry;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** Counts and sums the bytes that really come out, since a zip's directory can lie. */
  private static final class VerifiedInput extends InputStream {
    private final CheckedInputStream in;
    private final ZipEntry entry;
    private long count;

    VerifiedInput(InputStream in, ZipEntry entry) {
      this.in = new CheckedInputStream(in, new CRC32());
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      int read = in.read(bytes, from, length);
      count += Math.max(read, 0);
      long zipped = Math.max(entry.getCompressedSize(), 1);
      if (count > MAX_BYTES || (count > RATIO_FROM && count / zipped > MAX_RATIO)) {
        throw RefusedException.of(
            entry.getName(),
            "zip-bomb",
            "entrée qui se décompresse sans mesure (" + count + " octets pour " + zipped + ")");
      }
      return read;
    }

    void verify(String name) {
      if (entry.getSize() != count) {
        throw RefusedException.of(
            name,
            "size",
            "%d octets au lieu des %d annoncés ; télécharger le fichier à nouveau"
                .formatted(count, entry.getSize()));
      }
      if (entry.getCrc() != -1 && entry.getCrc() != in.getChecksum().getValue()) {
        throw RefusedException.of(
            name, "checksum", "somme de contrôle fausse ; télécharger le fichier à nouveau");
      }
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
