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
}
