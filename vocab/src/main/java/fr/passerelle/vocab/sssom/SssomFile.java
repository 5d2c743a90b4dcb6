package fr.passerelle.vocab.sssom;

import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Newcomer;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.ForeignNames;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.BufferedReader;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reader of a mapping set of another organisation: SSSOM TSV with its metadata in the file. It is
 * kept under its own authorship, as an edition that has no scheme of its own.
 */
public final class SssomFile {
  private static final List<String> REQUIRED =
      List.of("subject_id", "predicate_id", "object_id", "mapping_justification");

  private static final List<String> OPTIONAL =
      List.of(
          "subject_label",
          "object_label",
          "predicate_modifier",
          "confidence",
          "author_label",
          "reviewer_label",
          "reviewer_id",
          "mapping_date",
          "comment",
          "subject_source_version",
          "object_source_version",
          // Computed anew, or said of the whole set.
          "mapping_cardinality",
          "record_id",
          "subject_source",
          "object_source");

  private static final List<String> AUTHOR =
      List.of("creator_label", "author_label", "mapping_provider", "creator_id");

  private SssomFile() {}

  /**
   * Reads the file.
   *
   * @param uris our bases: what is named under them is ours
   * @param findings receives counts, repairs and remarks
   * @throws RefusedException with every fault found, as {@code file:line:column}, rule and reason
   */
  public static List<Release> read(Origin origin, Findings findings, Uris uris) throws IOException {
    String file = origin.file();
    try (BufferedReader text = new BufferedReader(SourceText.open(origin.path(), findings))) {
      SssomHeader header = SssomHeader.read(text, file);
      ForeignNames names = new ForeignNames(uris, header.namespaces(), findings);
      SssomPairs pairs = new SssomPairs(header, names, findings);
      Correspondence.Author author = author(header, file);
      Edition edition = edition(header, author, file);
      Table.of(file, '\t', REQUIRED, findings)
          .optional(OPTIONAL)
          .after(header.lines())
          .read(text, pairs::add);
      List<Correspondence> correspondences = pairs.correspondences(author, method(header));
      if (correspondences.isEmpty()) {
        findings.refused(file + ":1:1", "empty", "aucune paire à publier dans ce fichier");
      }
      header.first(List.of("license")).ifPresent(findings::licence);
      findings.remark(
          "licence que le fichier déclare : %s ; --licence la confirme"
              .formatted(header.first(List.of("license")).orElse("aucune")));
      String release = release(origin, header);
      LocalDate issued = origin.issued(date(header, file));
      findings.refuseIfFaulty();
      return List.of(
          Release.of(edition, release, origin.source(issued), pairs.schemes(), correspondences));
    }
  }

  private static Correspondence.Author author(SssomHeader header, String file) {
    String name =
        header
            .first(AUTHOR)
            .orElseThrow(() ->
                RefusedException.of(
                    file + ":1:1",
                    "author",
                    "personne ne signe ce fichier ; ajouter creator_label aux métadonnées"));
    return new Correspondence.Author(Newcomer.slug(name), name);
  }

  private static Edition edition(SssomHeader header, Correspondence.Author author, String file) {
    String id = header.get("mapping_set_id");
    String last = id.substring(id.lastIndexOf('/') + 1).replaceFirst("(\\.sssom)?\\.tsv$", "");
    if (last.isEmpty()) {
      throw RefusedException.of(
          file + ":1:1",
          "mapping_set_id",
          "mapping_set_id absent des métadonnées : une URI qui nomme ce jeu de correspondances");
    }
    String title = header.first(List.of("mapping_set_title")).orElse(last);
    return Newcomer.edition(
        file + ":1:1",
        Newcomer.slug(author.id() + "-" + last),
        title,
        author.name(),
        id.startsWith("http") ? id : "");
  }

  private static String method(SssomHeader header) {
    return header.first(List.of("mapping_set_description", "mapping_tool", "comment")).orElse("");
  }

  private static String release(Origin origin, SssomHeader header) {
    return origin
        .release()
        .or(() -> header.first(List.of("mapping_set_version")))
        .orElseThrow(() ->
            RefusedException.of(
                origin.file() + ":1:1",
                "version",
                "mapping_set_version absent des métadonnées ; nommer la version : --release"));
  }

  private static Optional<LocalDate> date(SssomHeader header, String file) {
    Optional<String> text = header.first(List.of("publication_date", "mapping_date"));
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw RefusedException.of(
          file + ":1:1", "date", "date impossible dans les métadonnées : " + text.orElse(""));
    }
  }
}
