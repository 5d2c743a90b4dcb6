package fr.passerelle.vocab.certifinfo;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

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

  /**
   * Reads the file as published. Its release is named by the day given, else by the last update of
   * a record in it.
   *
   * @param formacode the editions of Formacode published here, to tell which one the labels mean,
   *     asked for once the file is known to be sound
   * @throws fr.passerelle.vocab.RefusedException with every fault found
   */
  public static List<Release> read(
      Origin origin, Findings findings, Supplier<FormacodeEditions> formacode) throws IOException {
    Diplomas diplomas = new Diplomas(findings);
    Crossings crossings = new Crossings(findings);
    Table.of(origin.file(), ';', COLUMNS, findings)
        .read(
            SourceText.open(origin.path(), findings),
            row -> diplomas.row(row).ifPresent(diploma -> crossings.row(diploma, row)));
    findings.refuseIfFaulty();
    crossings.attach(formacode.get());
    LocalDate issued = origin.issued(diplomas.lastUpdate());
    String id = origin.release().orElseGet(issued::toString);
    List<Scheme> schemes = new ArrayList<>();
    schemes.add(Scheme.of(Edition.CERTIFINFO.id(), Edition.CERTIFINFO.title(), built(diplomas)));
    schemes.addAll(crossings.stubs());
    return List.of(
        Release.of(Edition.CERTIFINFO, id, origin.source(issued), schemes, crossings.all(id)));
  }

  private static List<Concept> built(Diplomas diplomas) {
    return diplomas.all().stream().map(ConceptBuilder::build).toList();
  }
}
