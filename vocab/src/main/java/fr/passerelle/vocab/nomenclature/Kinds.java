package fr.passerelle.vocab.nomenclature;

import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of diplomas of {@code nNiveauFormationDiplome_.csv}, three characters with which a CFD
 * begins: 500 is the CAP. Each has its level in both nomenclatures, where it has one.
 */
final class Kinds {
  static final String SCHEME = "niveaux-formation-diplome";

  private static final String CODE = "NIVEAU_FORMATION_DIPLOME";
  private static final String LEVEL_1969 = "NIVEAU_INTERMINISTERIEL";
  private static final String LEVEL_2019 = "NIVEAU_QUALIFICATION_RNCP";
  private static final String LABEL = "LIBELLE_100";
  private static final String SHORT = "LIBELLE_COURT";

  private final Findings findings;
  private final Codes codes;
  private final List<Both> levels = new ArrayList<>();
  private Optional<LocalDate> lastUpdate = Optional.empty();

  /** The two levels of one kind of diploma. */
  record Both(String kind, ConceptRef of1969, ConceptRef of2019) {}

  private Kinds(Findings findings) {
    this.findings = findings;
    this.codes = new Codes(SCHEME, findings);
  }

  static Kinds read(Path path, Findings findings) throws IOException {
    Kinds kinds = new Kinds(findings);
    List<String> columns =
        List.of(
            CODE,
            LEVEL_1969,
            SHORT,
            LABEL,
            "DATE_OUVERTURE",
            "DATE_FERMETURE",
            "DATE_INTERVENTION",
            "N_COMMENTAIRE",
            LEVEL_2019);
    Table.of(String.valueOf(path.getFileName()), ';', columns, findings)
        .unquoted()
        .read(SourceText.open(path, findings), kinds::row);
    return kinds;
  }

  private void row(Row row) {
    codes
        .add(ConceptType.NIVEAU, row, CODE, "\\d[0-9A-Z]{2}", row.text(LABEL))
        .ifPresent(kind -> {
          kind.property(Property.ABREGE, row.text(SHORT));
          levels(kind, row);
          days(kind, row);
          if (!row.isEmpty("N_COMMENTAIRE")) {
            kind.note(Note.Kind.EDITORIAL_NOTE, row.text("N_COMMENTAIRE"));
          }
        });
  }

  private void levels(ConceptBuilder kind, Row row) {
    if (!row.get(LEVEL_1969).matches("\\d")) {
      findings.refused(row.place(LEVEL_1969), "level", "un niveau interministériel est un chiffre");
    }
    if (!row.get(LEVEL_2019).matches("0\\d|99|XX")) {
      findings.refused(
          row.place(LEVEL_2019), "level", "un niveau RNCP va de 00 à 08, ou 99, ou XX");
    }
    Optional<ConceptRef> of1969 = Niveaux.of1969(row.get(LEVEL_1969));
    Optional<ConceptRef> of2019 = Niveaux.of2019(row.get(LEVEL_2019));
    of1969.ifPresent(level -> kind.link(Link.of(Link.Kind.NIVEAU, level)));
    of2019.ifPresent(level -> {
      kind.link(Link.of(Link.Kind.NIVEAU, level));
      kind.property(Property.NIVEAU, level.code());
      of1969.ifPresent(old -> levels.add(new Both(kind.ref().code(), old, level)));
    });
  }

  private void days(ConceptBuilder kind, Row row) {
    row.day("DATE_OUVERTURE")
        .ifPresent(day -> kind.property(Property.DATE_OUVERTURE, day.toString()));
    row.day("DATE_FERMETURE")
        .ifPresent(day -> kind.property(Property.DATE_FERMETURE, day.toString()));
    row.day("DATE_INTERVENTION")
        .ifPresent(day -> {
          kind.property(Property.DATE_MISE_A_JOUR, day.toString());
          lastUpdate = lastUpdate.filter(last -> last.isAfter(day)).or(() -> Optional.of(day));
        });
  }

  /** The kind of that code. */
  Optional<ConceptBuilder> find(String code) {
    return codes.find(codes.ref(code));
  }

  /** The kinds that have a level in both nomenclatures. */
  List<Both> levels() {
    return levels;
  }

  Optional<LocalDate> lastUpdate() {
    return lastUpdate;
  }

  Scheme scheme() {
    return codes.scheme("Types de diplômes de la Base centrale des nomenclatures");
  }
}
