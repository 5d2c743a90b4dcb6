package fr.passerelle.vocab;

/**
 * A referential as a lasting thing: its concept URIs stay while its releases follow one another.
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
}
