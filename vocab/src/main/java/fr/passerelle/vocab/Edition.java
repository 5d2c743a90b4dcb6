package fr.passerelle.vocab;

import java.util.List;
import java.util.Optional;

/**
 * A referential as a lasting thing: its concept URIs stay while its releases follow one another.
 * One that only joins others (a table of pairs) has no scheme of its own.
 *
 * @param id identifier in URIs, e.g. {@code rome-4}
 * @param title French name
 * @param producer who makes it
 * @param homepage where its producer presents it
 * @param national whether its URIs are minted under the national base, shared by all regions
 * @param follows identifier of the edition it supersedes (xkos:supersedes); empty if none
 */
public record Edition(
    String id, String title, String producer, String homepage, boolean national, String follows) {

  /** The edition known here under that identifier; a region's own are not. */
  public static Optional<Edition> find(String id) {
    return ALL.stream().filter(each -> each.id.equals(id)).findFirst();
  }

  /** ROME 4.0, since 2023. */
  public static final Edition ROME_4 =
      new Edition(
          "rome-4",
          "Répertoire opérationnel des métiers et des emplois (ROME) 4.0",
          "France Travail",
          "https://www.francetravail.org/opendata/repertoire-operationnel-des-meti.html",
          true,
          "rome-3");

  /** Formacode V14. */
  public static final Edition FORMACODE_14 =
      new Edition(
          "formacode-14",
          "Formacode® V14",
          "Centre Inffo",
          "https://formacode.centre-inffo.fr/",
          true,
          "formacode-13");

  /** The national register of certifications, without the Répertoire spécifique. */
  public static final Edition RNCP =
      new Edition(
          "rncp",
          "Répertoire national des certifications professionnelles (RNCP)",
          "France compétences",
          "https://www.francecompetences.fr/recherche_certificationprofessionnelle/",
          true,
          "");

  /** Formacode V13, of which V14 keeps most terms. */
  public static final Edition FORMACODE_13 =
      new Edition(
          "formacode-13",
          "Formacode® V13",
          "Centre Inffo",
          "https://formacode.centre-inffo.fr/",
          true,
          "");

  /** The national list of certifications and skills that complete the RNCP. */
  public static final Edition RS =
      new Edition(
          "rs",
          "Répertoire spécifique (RS)",
          "France compétences",
          "https://www.francecompetences.fr/recherche_certificationprofessionnelle/",
          true,
          "");

  /** Certif Info: certifications indexed by the Carif-Oref, beyond those of RNCP and RS. */
  public static final Edition CERTIFINFO =
      new Edition(
          "certifinfo",
          "Certif Info",
          "Réseau des Carif-Oref et Onisep",
          "https://www.intercariforef.org/",
          true,
          "");

  /** Monthly table of the diplomas open to apprenticeship and their RNCP records: no scheme. */
  public static final Edition KIT_APPRENTISSAGE =
      new Edition(
          "kit-apprentissage",
          "Kit apprentissage : diplômes (CFD) et fiches RNCP",
          "Réseau des Carif-Oref et France compétences",
          "https://www.intercariforef.org/",
          true,
          "");

  /** Nomenclature of specialities of training, 1994: categories, domains, groups. */
  public static final Edition NSF =
      new Edition(
          "nsf",
          "Nomenclature des spécialités de formation (NSF)",
          "Ministère de l'Éducation nationale",
          "https://infocentre.pleiade.education.fr/bcn/",
          true,
          "");

  /** Codes of diplomas of the Base centrale des nomenclatures: eight characters. */
  public static final Edition CFD =
      new Edition(
          "cfd",
          "Codes formation diplôme (CFD)",
          "Ministère de l'Éducation nationale",
          "https://infocentre.pleiade.education.fr/bcn/",
          true,
          "");

  /** Families of occupations, 2021. */
  public static final Edition FAP_2021 =
      new Edition(
          "fap-2021",
          "Familles professionnelles (FAP) 2021",
          "Dares",
          "https://dares.travail-emploi.gouv.fr/donnees/la-nomenclature-des-familles-professionnelles-2021",
          true,
          "");

  /** Levels of diplomas, 1969: I to VI. */
  public static final Edition NIVEAUX_1969 =
      new Edition(
          "niveaux-1969",
          "Nomenclature des niveaux de formation de 1969",
          "Ministère de l'Éducation nationale",
          "https://www.education.gouv.fr/",
          true,
          "");

  /** National frame of certifications, 2019: 1 to 8 (decree 2019-14 of 8 January 2019). */
  public static final Edition NIVEAUX_2019 =
      new Edition(
          "niveaux-2019",
          "Cadre national des certifications professionnelles : niveaux de 2019",
          "France compétences",
          "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000037964754",
          true,
          "niveaux-1969");

  /** Pairs of ROME 4 sheets and Formacode V14 terms, as far as an extract holds them: no scheme. */
  public static final Edition ROME_FORMACODE =
      new Edition(
          "rome-4--formacode-14",
          "Rapprochement ROME 4.0 et Formacode® V14 (extrait)",
          "France Travail",
          "https://www.francetravail.org/opendata/repertoire-operationnel-des-meti.html",
          true,
          "");

  /** Terms of Formacode V13 found again in V14, computed here: no scheme. */
  public static final Edition FORMACODE_SUCCESSION =
      new Edition(
          "formacode-13--formacode-14",
          "Passage du Formacode® V13 au Formacode® V14",
          "Passerelle (calcul)",
          "https://formacode.centre-inffo.fr/",
          true,
          "");

  /** Regions of France since 2016, with the departments as a companion list. */
  public static final Edition REGIONS =
      new Edition(
          "regions",
          "Régions et départements de France (code officiel géographique)",
          "Insee",
          "https://www.insee.fr/fr/information/2560452",
          true,
          "");

  /** The ten themes of observation of the Grand Est contract; a region may bring its own. */
  public static final Edition THEMES =
      new Edition(
          "themes",
          "Thèmes d'observation emploi, formation, orientation",
          "Région Grand Est (CPRDFOP 2018-2022)",
          "https://www.grandest.fr/",
          false,
          "");

  private static final List<Edition> ALL =
      List.of(
          ROME_4,
          FORMACODE_14,
          FORMACODE_13,
          RNCP,
          RS,
          CERTIFINFO,
          KIT_APPRENTISSAGE,
          NSF,
          CFD,
          FAP_2021,
          NIVEAUX_1969,
          NIVEAUX_2019,
          ROME_FORMACODE,
          FORMACODE_SUCCESSION,
          REGIONS,
          THEMES);
}
