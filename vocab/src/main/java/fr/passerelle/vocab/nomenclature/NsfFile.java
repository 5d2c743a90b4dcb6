package fr.passerelle.vocab.nomenclature;

import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reader of the NSF as the BCN publishes it: {@code n_groupe_specialite_.csv}, with the files of
 * domains and categories that stand beside it.
 */
public final class NsfFile {
  private static final String GROUP = "groupe";

  private final Origin origin;
  private final Findings findings;
  private final Codes codes;
  private Optional<LocalDate> lastUpdate = Optional.empty();

  private NsfFile(Origin origin, Findings findings) {
    this.origin = origin;
    this.findings = findings;
    this.codes = new Codes(Edition.NSF.id(), findings);
  }

  /**
   * Reads the file of groups and its two companions, named alike in the same folder.
   *
   * @throws RefusedException with every fault found
   */
  public static List<Release> read(Origin origin, Findings findings) throws IOException {
    NsfFile file = new NsfFile(origin, findings);
    file.level("categorie", "CATEGORIE_SPECIALITE", "\\d", Optional.empty());
    file.level("domaine", "DOMAINE_SPECIALITE", "\\d\\d", Optional.of("CATEGORIE_SPECIALITE"));
    file.level(GROUP, "GROUPE_SPECIALITE", "\\d{3}", Optional.of("DOMAINE_SPECIALITE"));
    findings.refuseIfFaulty();
    LocalDate issued = origin.issued(file.lastUpdate);
    return List.of(
        Release.of(
            Edition.NSF,
            origin.release().orElseGet(issued::toString),
            origin.source(issued),
            List.of(file.codes.scheme(Edition.NSF.title()))));
  }

  private void level(String level, String column, String pattern, Optional<String> parent)
      throws IOException {
    Path path = sibling(level);
    Table.of(String.valueOf(path.getFileName()), ';', columns(column, parent), findings)
        .unquoted()
        .optional(List.of("LIBELLE_EDITION"))
        .read(SourceText.open(path, findings), row -> concept(row, column, pattern, parent));
  }

  private static List<String> columns(String column, Optional<String> parent) {
    return parent
        .map(above -> List.of(column, above, "LIBELLE_LONG", "DATE_INTERVENTION"))
        .orElseGet(() -> List.of(column, "LIBELLE_LONG", "DATE_INTERVENTION"));
  }

  private Path sibling(String level) {
    String name = origin.file();
    if (!name.contains(GROUP)) {
      throw RefusedException.of(
          name,
          "file",
          "donner le fichier des groupes, n_groupe_specialite_.csv ; ceux des domaines et des"
              + " catégories sont lus à côté de lui");
    }
    Path path = origin.path().resolveSibling(name.replace(GROUP, level));
    if (!Files.isRegularFile(path)) {
      throw RefusedException.of(
          String.valueOf(path.getFileName()),
          "missing-file",
          "fichier absent ; le placer à côté de " + name);
    }
    return path;
  }

  private void concept(Row row, String column, String pattern, Optional<String> parent) {
    codes
        .add(type(column), row, column, pattern, label(row))
        .ifPresent(concept -> {
          concept.alt(row.text("LIBELLE_LONG"));
          row.day("DATE_INTERVENTION").ifPresent(day -> updated(concept, day));
          parent.ifPresent(above -> broader(concept, row, above));
        });
  }

  /** The printed edition has accents, the database has capitals. */
  private static String label(Row row) {
    String printed = row.text("LIBELLE_EDITION");
    return printed.isEmpty() ? row.text("LIBELLE_LONG") : printed;
  }

  private static ConceptType type(String column) {
    return switch (column) {
      case "CATEGORIE_SPECIALITE" -> ConceptType.CATEGORIE_SPECIALITE;
      case "DOMAINE_SPECIALITE" -> ConceptType.DOMAINE_SPECIALITE;
      default -> ConceptType.GROUPE_SPECIALITE;
    };
  }

  private void updated(ConceptBuilder concept, LocalDate day) {
    concept.property(Property.DATE_MISE_A_JOUR, day.toString());
    lastUpdate = lastUpdate.filter(last -> last.isAfter(day)).or(() -> Optional.of(day));
  }

  private void broader(ConceptBuilder concept, Row row, String column) {
    ConceptRef parent = codes.ref(row.get(column));
    if (codes.has(parent)) {
      concept.link(Link.of(Link.Kind.BROADER, parent));
    } else {
      findings.refused(
          row.place(column),
          "orphan-link",
          "code absent du fichier au-dessus : « " + parent.code() + " » ; compléter ce fichier");
    }
  }
}
