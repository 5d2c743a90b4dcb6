package fr.passerelle.vocab.nomenclature;

import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Stubs;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reader of {@code vFormationDiplome_.csv}, the diplomas of the Base centrale des nomenclatures.
 *
 * <p>The file of kinds ({@link Kinds}), where it stands in the same folder, tells the kind of a
 * diploma in words and its level of 1969.
 */
public final class CfdFile {
  private static final String KINDS = "nNiveauFormationDiplome_.csv";
  private static final String CODE = "FORMATION_DIPLOME";
  private static final String KIND = "NIVEAU_FORMATION_DIPLOME";
  private static final String GROUP = "GROUPE_SPECIALITE";
  private static final String LETTER = "LETTRE_SPECIALITE";
  private static final String LABEL = "LIBELLE_LONG_200";
  private static final String LEVEL = "NIVEAU_QUALIFICATION_RNCP";
  private static final String COMMENT = "COMMENTAIRE";

  private static final List<String> COLUMNS =
      List.of(
          CODE,
          KIND,
          GROUP,
          LETTER,
          "LIBELLE_COURT",
          "LIBELLE_STAT_33",
          LABEL,
          "DATE_OUVERTURE",
          "DATE_FERMETURE",
          "DATE_PREMIERE_SESSION",
          "DATE_DERNIERE_SESSION",
          COMMENT,
          "DATE_INTERVENTION",
          LEVEL);

  private final Findings findings;
  private final Optional<Kinds> kinds;
  private final Codes codes;
  private final Stubs stubs = new Stubs();
  private final Successors successors = new Successors();
  private final Map<ConceptRef, LocalDate> closings = new LinkedHashMap<>();
  private final List<ConceptBuilder> diplomas = new ArrayList<>();
  private final List<String> kindless = new ArrayList<>();
  private Optional<LocalDate> lastUpdate = Optional.empty();

  private CfdFile(Findings findings, Optional<Kinds> kinds) {
    this.findings = findings;
    this.kinds = kinds;
    this.codes = new Codes(Edition.CFD.id(), findings);
  }

  /**
   * Reads the file as published. Its release is named by the day given, else by the last change of
   * a record; a diploma closed on that day is not active.
   *
   * @throws fr.passerelle.vocab.RefusedException with every fault found
   */
  public static List<Release> read(Origin origin, Findings findings) throws IOException {
    CfdFile file = new CfdFile(findings, kinds(origin, findings));
    Table.of(origin.file(), ';', COLUMNS, findings)
        .unquoted()
        .read(SourceText.open(origin.path(), findings), file::row);
    findings.refuseIfFaulty();
    LocalDate issued = origin.issued(file.lastUpdate);
    file.close(issued);
    file.remark();
    List<Scheme> schemes = new ArrayList<>();
    schemes.add(file.codes.scheme(Edition.CFD.title()));
    schemes.addAll(file.stubs.schemes());
    return List.of(
        Release.of(
            Edition.CFD,
            origin.release().orElseGet(issued::toString),
            origin.source(issued),
            schemes));
  }

  private static Optional<Kinds> kinds(Origin origin, Findings findings) throws IOException {
    Path path = origin.path().resolveSibling(KINDS);
    if (Files.isRegularFile(path)) {
      return Optional.of(Kinds.read(path, findings));
    }
    findings.remark(
        KINDS + " absent du dossier : types de diplômes et niveaux de 1969 ne sont pas donnés");
    return Optional.empty();
  }

  private void row(Row row) {
    codes
        .add(ConceptType.DIPLOME, row, CODE, "[0-9A-Z]{8}", row.text(LABEL))
        .ifPresent(diploma -> {
          diplomas.add(diploma);
          if (!row.isEmpty("LIBELLE_STAT_33")) {
            diploma.alt(row.text("LIBELLE_STAT_33"));
          }
          diploma.property(Property.ABREGE, row.text("LIBELLE_COURT"));
          diploma.property(Property.PREMIERE_SESSION, row.get("DATE_PREMIERE_SESSION"));
          diploma.property(Property.DERNIERE_SESSION, row.get("DATE_DERNIERE_SESSION"));
          speciality(diploma, row);
          level(diploma, row);
          kind(diploma, row);
          days(diploma, row);
          if (!row.isEmpty(COMMENT)) {
            diploma.note(Note.Kind.HISTORY_NOTE, row.text(COMMENT));
          }
          successors.add(diploma.ref(), row.get(LETTER), row.get(COMMENT));
        });
  }

  private void speciality(ConceptBuilder diploma, Row row) {
    if (!row.get(GROUP).matches("\\d{3}")) {
      findings.refused(row.place(GROUP), "code", "un groupe NSF est de trois chiffres");
      return;
    }
    ConceptRef group = new ConceptRef(Edition.NSF.id(), row.get(GROUP));
    stubs.cite(group, ConceptType.GROUPE_SPECIALITE, "");
    diploma.link(Link.of(Link.Kind.SPECIALITE, group));
  }

  private void level(ConceptBuilder diploma, Row row) {
    if (!row.get(LEVEL).matches("0\\d|99|XX")) {
      findings.refused(row.place(LEVEL), "level", "un niveau RNCP va de 00 à 08, ou 99, ou XX");
      return;
    }
    Niveaux.of2019(row.get(LEVEL))
        .ifPresent(level -> {
          diploma.property(Property.NIVEAU, level.code());
          link(diploma, level);
        });
  }

  private void link(ConceptBuilder diploma, ConceptRef level) {
    stubs.cite(level, ConceptType.NIVEAU, Niveaux.label(level));
    diploma.link(Link.of(Link.Kind.NIVEAU, level));
  }

  private void kind(ConceptBuilder diploma, Row row) {
    Optional<ConceptBuilder> kind = kinds.flatMap(known -> known.find(row.get(KIND)));
    kind.ifPresent(known -> {
      diploma.property(Property.TYPE_DIPLOME, known.prefLabel());
      known
          .build()
          .links(Link.Kind.NIVEAU)
          .map(Link::target)
          .filter(level -> level.scheme().equals(Edition.NIVEAUX_1969.id()))
          .forEach(level -> link(diploma, level));
    });
    if (kinds.isPresent() && kind.isEmpty()) {
      kindless.add(diploma.ref().code());
    }
  }

  private void days(ConceptBuilder diploma, Row row) {
    row.day("DATE_OUVERTURE")
        .ifPresent(day -> diploma.property(Property.DATE_OUVERTURE, day.toString()));
    row.day("DATE_FERMETURE")
        .ifPresent(day -> {
          diploma.property(Property.DATE_FERMETURE, day.toString());
          closings.put(diploma.ref(), day);
        });
    row.day("DATE_INTERVENTION")
        .ifPresent(day -> {
          diploma.property(Property.DATE_MISE_A_JOUR, day.toString());
          lastUpdate = lastUpdate.filter(last -> last.isAfter(day)).or(() -> Optional.of(day));
        });
  }

  /** A diploma without a closing day, or with one to come, can be prepared. */
  private void close(LocalDate today) {
    for (ConceptBuilder diploma : diplomas) {
      LocalDate closing = closings.get(diploma.ref());
      boolean active = closing == null || !closing.isBefore(today);
      diploma.property(Property.ACTIF, String.valueOf(active));
      if (closing != null) {
        successors
            .of(diploma.ref())
            .filter(next -> !closedBefore(next, closing))
            .forEach(next -> diploma.link(Link.of(Link.Kind.REMPLACE_PAR, next)));
      }
    }
  }

  /** What closed years earlier replaces nothing: the words were misread, or are of another case. */
  private boolean closedBefore(ConceptRef next, LocalDate closing) {
    LocalDate day = closings.get(next);
    return day != null && day.getYear() < closing.getYear();
  }

  private void remark() {
    long replaced =
        diplomas.stream().filter(diploma -> diploma.has(Link.Kind.REMPLACE_PAR)).count();
    findings.remark(
        replaced
            + " diplômes fermés ont un remplaçant, lu dans leur commentaire (« remplacé par » suivi"
            + " d'un code du fichier)");
    if (!kindless.isEmpty()) {
      findings.remark("type de diplôme absent de " + KINDS + " pour : " + kindless);
    }
  }
}
