package fr.passerelle.vocab.certifinfo;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reader of {@code certif_info.csv}, the list of certifications that the Carif-Oref and Onisep
 * index.
 *
 * <p>A row says what a diploma is ({@link Diplomas}) and what it has to do with ROME 3, Formacode,
 * NSF, RNCP, RS and CFD ({@link Crossings}). A diploma with several RS or Onisep numbers has as
 * many rows, otherwise alike.
 */
public final class CertifInfoFile {
  private static final List<String> COLUMNS =
      List.of(
          "Code_Diplome",
          "Libelle_Diplome",
          "Libelle_Type_Diplome",
          "Code_Niveau_Europeen",
          "Date_MaJ",
          "Code_FormaCode",
          "Libelle_FormaCode",
          "Code_Rome_1",
          "Code_Rome_2",
          "Code_Rome_3",
          "Code_Rome_4",
          "Code_Rome_5",
          "Code_Nsf",
          "Code_RNCP",
          "Code_RS",
          "Code_Scolarité",
          "valideur",
          "certificateur",
          "Annee_Premiere_Session",
          "Annee_Derniere_Session",
          "Code_Ancien_Diplome",
          "Intitulé_Ancien_Diplome",
          "Etat_Libelle",
          "Etat_Ancien_Diplome_Libelle");

  private CertifInfoFile() {}

  /** Reads a file as published where nothing is published yet. */
  public static List<Release> read(
      Origin origin, Findings findings, Supplier<FormacodeEditions> formacode) throws IOException {
    return read(origin, findings, formacode, edition -> Optional.empty());
  }

  /**
   * Reads the file as published. Its release is named by the day given, else by the last update of
   * a record in it.
   *
   * @param formacode the editions of Formacode published here, to tell which one the labels mean,
   *     asked for once the file is known to be sound
   * @param published what is published of Certif Info, asked for where rows are refused: their
   *     diplomas stay as they are there
   * @throws fr.passerelle.vocab.RefusedException with every fault found
   */
  public static List<Release> read(
      Origin origin,
      Findings findings,
      Supplier<FormacodeEditions> formacode,
      Function<String, Optional<Release>> published)
      throws IOException {
    Diplomas diplomas = new Diplomas(findings);
    Crossings crossings = new Crossings(findings);
    Table.of(origin.file(), ';', COLUMNS, findings)
        .damaged(diplomas::refused)
        .read(
            SourceText.open(origin.path(), findings),
            row -> row(findings, diplomas, crossings, row));
    findings.refuseIfFaulty();
    keep(diplomas, crossings, findings, published);
    crossings.attach(formacode.get());
    LocalDate issued = origin.issued(diplomas.lastUpdate());
    String id = origin.release().orElseGet(issued::toString);
    List<Scheme> schemes = new ArrayList<>();
    schemes.add(Scheme.of(Edition.CERTIFINFO.id(), Edition.CERTIFINFO.title(), built(diplomas)));
    schemes.addAll(crossings.stubs());
    return List.of(
        Release.of(Edition.CERTIFINFO, id, origin.source(issued), schemes, crossings.all(id)));
  }

  /** Takes a row, or refuses it whole (docs/decisions/0010). */
  private static void row(Findings findings, Diplomas diplomas, Crossings crossings, Row row) {
    try (Findings.Attempt attempt = findings.attempt()) {
      Optional<ConceptBuilder> diploma = diplomas.read(row);
      Crossings.Codes codes = crossings.read(row);
      if (attempt.sound() && diploma.isPresent()) {
        diplomas.take(diploma.get(), row);
        crossings.take(diploma.get().ref(), codes, row);
      } else {
        diplomas.refused(row);
      }
    }
  }

  /** A cell mistyped in a row retires no diploma: it stays as it is published, with its pairs. */
  private static void keep(
      Diplomas diplomas,
      Crossings crossings,
      Findings findings,
      Function<String, Optional<Release>> published) {
    List<ConceptRef> kept =
        diplomas.anyRefused()
            ? published
                .apply(Edition.CERTIFINFO.id())
                .filter(release -> !release.source().sample())
                .map(release -> diplomas.keep(release, crossings))
                .orElse(List.of())
            : List.of();
    if (!kept.isEmpty()) {
      findings.remark(
          "diplômes refusés qui restent comme ils sont publiés : "
              + kept.stream().map(ConceptRef::code).collect(Collectors.joining(", ")));
    }
  }

  private static List<Concept> built(Diplomas diplomas) {
    return diplomas.all().stream().map(ConceptBuilder::build).toList();
  }
}
