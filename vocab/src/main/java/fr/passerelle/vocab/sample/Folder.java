package fr.passerelle.vocab.sample;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.rome.RomeParents;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The resource folder of one edition; a file that an edition has no use for is absent.
 *
 * @param concepts rows of {@code concepts.csv}
 * @param links rows of {@code links.csv}
 * @param profiles rows of {@code profiles.csv}
 * @param pairs rows of {@code pairs.csv}: what concepts of this edition are to those of others
 * @param sha256 hash of the bytes of the four, in that order
 */
record Folder(
    List<NamedCsvRecord> concepts,
    List<NamedCsvRecord> links,
    List<NamedCsvRecord> profiles,
    List<NamedCsvRecord> pairs,
    String sha256) {
  /** Whose facts the pairs are. */
  private static final Correspondence.Author INDEXER =
      new Correspondence.Author("certifinfo", "Certif Info");

  static Folder read(String edition) {
    byte[] concepts = bytes(edition + "/concepts.csv");
    byte[] links = bytes(edition + "/links.csv");
    byte[] profiles = bytes(edition + "/profiles.csv");
    byte[] pairs = bytes(edition + "/pairs.csv");
    return new Folder(
        rows(concepts),
        rows(links),
        rows(profiles),
        rows(pairs),
        sha256(concepts, links, profiles, pairs));
  }

  /**
   * The release of that edition.
   *
   * @param companions titles of the schemes beside the main one, by identifier
   */
  Release release(
      Edition edition,
      String id,
      LocalDate issued,
      boolean sample,
      Map<String, String> companions) {
    Map<String, List<Concept>> byScheme =
        new ConceptRows(this)
            .concepts()
            .collect(Collectors.groupingBy(concept -> concept.ref().scheme()));
    Stream<Scheme> others =
        companions.entrySet().stream()
            .map(entry -> scheme(entry.getKey(), entry.getValue(), byScheme));
    Stubs stubs = new Stubs();
    List<Correspondence> correspondences = correspondences(edition, stubs);
    List<Scheme> schemes =
        Stream.of(
                Stream.of(scheme(edition.id(), edition.title(), byScheme)),
                others,
                stubs.schemes().stream())
            .flatMap(Function.identity())
            .toList();
    if (edition.equals(Edition.ROME_4)) {
      correspondences = List.of(RomeParents.of(id, schemes));
    }
    Release.Source source = new Release.Source("échantillon embarqué", sha256, issued, sample);
    return Release.of(edition, id, source, schemes, correspondences);
  }

  private List<Correspondence> correspondences(Edition edition, Stubs stubs) {
    Map<String, List<Pair>> byTarget =
        pairs.stream()
            .map(row -> pair(edition, row, stubs))
            .collect(Collectors.groupingBy(pair -> pair.to().scheme()));
    return byTarget.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(each ->
            Correspondence.of(
                INDEXER,
                edition.id(),
                each.getKey(),
                Correspondence.Versions.UNKNOWN,
                "Indexation des certifications par Certif Info",
                each.getValue(),
                List.of()))
        .toList();
  }

  private static Pair pair(Edition edition, NamedCsvRecord row, Stubs stubs) {
    ConceptRef target = new ConceptRef(row.getField("targetScheme"), row.getField("target"));
    ConceptType type = ConceptType.valueOf(row.getField("targetType"));
    return Pair.related(
        new ConceptRef(edition.id(), row.getField("code")), stubs.cite(target, type, ""));
  }

  private static Scheme scheme(String id, String title, Map<String, List<Concept>> byScheme) {
    return Scheme.of(id, title, byScheme.getOrDefault(id, List.of()));
  }

  private static byte[] bytes(String name) {
    try (InputStream in = Folder.class.getResourceAsStream(name)) {
      return in == null ? new byte[0] : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<NamedCsvRecord> rows(byte[] file) {
    String text = new String(file, StandardCharsets.UTF_8);
    return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
  }

  private static String sha256(byte[]... files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] file : files) {
        digest.update(file);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
