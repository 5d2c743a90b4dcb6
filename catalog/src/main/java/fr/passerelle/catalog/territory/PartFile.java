package fr.passerelle.catalog.territory;

import fr.passerelle.catalog.territory.GeographyPart.Commune;
import fr.passerelle.vocab.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The file of a part: compressed lines of cells separated by tabs, each with a letter first that
 * says what it is. A service reads it at each start, so that zones name communes by their places.
 *
 * <p>Once there, a file never changes. It is written beside its place and moved there when it is
 * whole and on disk.
 */
public final class PartFile {
  private static final String FORM = "passerelle-territoires 1";

  private PartFile() {}

  /**
   * The name under which a part is kept, in the folder of releases.
   *
   * @param hash what its content is known by
   */
  public static String name(GeographyPart part, String hash) {
    return "%s/%s-%s.tsv.gz"
        .formatted(part.head().edition(), part.head().release(), hash.substring(0, 12));
  }

  /** SHA-256 of all that it says. */
  public static String hash(GeographyPart part) {
    return HexFormat.of()
        .formatHex(SourceFile.digest().digest(text(part).getBytes(StandardCharsets.UTF_8)));
  }

  /** Writes the file. */
  public static void write(GeographyPart part, Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path beside = path.resolveSibling(path.getFileName() + ".part");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(beside), 1 << 16)) {
      out.write(text(part).getBytes(StandardCharsets.UTF_8));
    }
    try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  /** Reads a file. */
  public static GeographyPart read(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return read(in);
    }
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it is none of ours
   */
  static GeographyPart read(InputStream in) throws IOException {
    try (InputStream plain = new GZIPInputStream(in, 1 << 16)) {
      return new PartParser(new String(plain.readAllBytes(), StandardCharsets.UTF_8)).read(FORM);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("fichier de territoires illisible : " + e.getMessage(), e);
    }
  }

  private static String text(GeographyPart part) {
    StringBuilder out = new StringBuilder(1 << 20);
    GeographyPart.Head head = part.head();
    line(out, "!", FORM);
    line(
        out,
        "h",
        head.edition(),
        head.release(),
        head.issued().toString(),
        head.author(),
        head.source());
    line(out, "r", Integer.toString(part.vintage()));
    communes(out, part.communes());
    for (GeographyPart.Zoning zoning : part.zonings()) {
      line(out, "z", zoning.id(), zoning.title());
      for (GeographyPart.Zone zone : zoning.zones()) {
        line(out, "n", zone.code(), zone.label(), places(zone.communes()));
      }
    }
    for (GeographyPart.Listed listed : part.lists()) {
      line(out, "v", Integer.toString(listed.vintage()));
      communes(out, listed.communes());
    }
    passages(out, part);
    return out.toString();
  }

  private static void communes(StringBuilder out, List<Commune> communes) {
    for (Commune each : communes) {
      line(out, "c", each.code(), each.name(), Integer.toString(each.population()));
    }
  }

  private static void passages(StringBuilder out, GeographyPart part) {
    for (GeographyPart.Step step : part.steps()) {
      line(out, "s", Integer.toString(step.from()), Integer.toString(step.to()));
      for (GeographyPart.Change each : step.changes()) {
        line(out, "p", each.before(), each.after(), Double.toString(each.ratio()));
      }
    }
    for (GeographyPart.Successors successors : part.successors()) {
      line(out, "g", Integer.toString(successors.vintage()));
      for (GeographyPart.Succession each : successors.all()) {
        line(out, "a", each.before(), each.now());
      }
    }
  }

  private static String places(Communes communes) {
    return communes.stream().mapToObj(Integer::toString).collect(Collectors.joining(" "));
  }

  private static void line(StringBuilder out, String... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        out.append('\t');
      }
      // A tab or a line end in a label would be another cell; labels have none that mean anything.
      out.append(cells[i].replace('\t', ' ').replace('\n', ' ').replace('\r', ' '));
    }
    out.append('\n');
  }
}
