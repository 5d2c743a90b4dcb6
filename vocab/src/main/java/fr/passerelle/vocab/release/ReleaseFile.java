package fr.passerelle.vocab.release;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.source.SourceFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The file of a release: compressed JSON lines, a head, then each scheme followed by its concepts.
 *
 * <p>Once there, a file never changes. It is written beside its place and moved there when it is
 * whole and on disk, so that a process killed on the way leaves nothing that could be read.
 */
final class ReleaseFile {
  private static final JsonFactory JSON = new JsonFactory();

  private ReleaseFile() {}

  static void write(Release release, Path path) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    Path part = path.resolveSibling(path.getFileName() + ".part");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part), 1 << 16)) {
      write(release, out, /* withHistory= */ true);
    }
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    // The new name too must outlive a power cut: a row will name it.
    try (FileChannel folder = FileChannel.open(path.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }

  /**
   * SHA-256 of what a release says: its concepts, without their history, and with ’ and ' alike
   * since public copies of one official file differ by that only.
   */
  static String contentHash(Release release) {
    MessageDigest digest = SourceFile.digest();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      write(release, out, /* withHistory= */ false);
    } catch (IOException e) {
      throw new IllegalStateException("a digest does not fail", e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void write(Release release, OutputStream out, boolean withHistory)
      throws IOException {
    try (JsonGenerator json = JSON.createGenerator(out)) {
      json.setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
      ConceptJson concepts = new ConceptJson(json, withHistory);
      if (withHistory) {
        writeHead(json, release);
      }
      for (Scheme scheme : release.schemes()) {
        json.writeStartObject();
        json.writeStringField("scheme", scheme.id());
        json.writeStringField("title", scheme.title());
        json.writeEndObject();
        for (Concept concept : scheme.concepts()) {
          concepts.write(concept);
        }
      }
      for (Correspondence correspondence : release.correspondences()) {
        new CorrespondenceJson(json).write(correspondence);
      }
      for (Collection collection : release.collections()) {
        CollectionJson.write(json, collection);
      }
      for (Annotation annotation : release.annotations()) {
        AnnotationJson.write(json, annotation);
      }
    }
  }

  private static void writeHead(JsonGenerator json, Release release) throws IOException {
    Edition edition = release.edition();
    json.writeStartObject();
    json.writeStringField("edition", edition.id());
    json.writeStringField("title", edition.title());
    json.writeStringField("producer", edition.producer());
    json.writeStringField("homepage", edition.homepage());
    json.writeBooleanField("national", edition.national());
    json.writeStringField("follows", edition.follows());
    json.writeStringField("release", release.id());
    json.writeStringField("file", release.source().file());
    json.writeStringField("sha256", release.source().sha256());
    json.writeStringField("issued", release.source().issued().toString());
    json.writeBooleanField("sample", release.source().sample());
    json.writeEndObject();
  }

  /** Reads a release that was checked before it was written. */
  static Release read(Path path) throws IOException {
    try (InputStream in =
            new BufferedInputStream(
                new GZIPInputStream(Files.newInputStream(path), 1 << 16), 1 << 16);
        JsonParser json = JSON.createParser(in)) {
      Head head = readHead(json);
      List<Scheme> schemes = new ArrayList<>();
      ConceptParser concepts = new ConceptParser(json);
      JsonToken next = json.nextToken();
      List<Correspondence> correspondences = new ArrayList<>();
      List<Collection> collections = new ArrayList<>();
      List<Annotation> annotations = new ArrayList<>();
      while (next != null) {
        String kind = json.nextFieldName();
        if ("correspondence".equals(kind)) {
          next = new CorrespondenceParser(json, concepts).read(correspondences);
          continue;
        }
        if ("collection".equals(kind)) {
          next = CollectionJson.read(json, collections);
          continue;
        }
        if ("annotation".equals(kind)) {
          next = AnnotationJson.read(json, annotations);
          continue;
        }
        String id = value(json, kind, "scheme");
        String title = field(json, "title");
        json.nextToken();
        List<Concept> read = new ArrayList<>();
        next = concepts.readAll(id, read);
        schemes.add(Scheme.of(id, title, read));
      }
      return new Release(
          head.edition(),
          head.release(),
          head.source(),
          schemes,
          correspondences,
          collections,
          annotations);
    }
  }

  private record Head(Edition edition, String release, Release.Source source) {}

  private static Head readHead(JsonParser json) throws IOException {
    json.nextToken();
    Edition edition =
        new Edition(
            field(json, "edition"),
            field(json, "title"),
            field(json, "producer"),
            field(json, "homepage"),
            Boolean.parseBoolean(field(json, "national")),
            field(json, "follows"));
    String release = field(json, "release");
    Release.Source source =
        new Release.Source(
            field(json, "file"),
            field(json, "sha256"),
            LocalDate.parse(field(json, "issued")),
            Boolean.parseBoolean(field(json, "sample")));
    json.nextToken();
    return new Head(edition, release, source);
  }

  /** Value of the next field, whose name is known: the file is ours, in one order. */
  static String field(JsonParser json, String name) throws IOException {
    return value(json, json.nextFieldName(), name);
  }

  private static String value(JsonParser json, @Nullable String found, String name)
      throws IOException {
    if (!name.equals(found)) {
      throw new IOException("release file broken: " + found + " where " + name + " was expected");
    }
    json.nextToken();
    return json.getText();
  }
}
