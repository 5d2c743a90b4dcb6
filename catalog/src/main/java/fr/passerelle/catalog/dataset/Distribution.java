package fr.passerelle.catalog.dataset;

import fr.passerelle.vocab.Licence;
import java.util.Optional;

/**
 * A form in which a dataset can be had (dcat:Distribution).
 *
 * @param iri its name
 * @param title name for people
 * @param description what is in it
 * @param accessUrl where it is reached
 * @param downloadUrl the file itself; empty where only a page leads to it
 * @param format its format, if it is known
 * @param licence its licence, if one is declared
 * @param modified when it changed last, if that is known
 * @param size its length and digest, if they are known
 */
public record Distribution(
    String iri,
    String title,
    String description,
    String accessUrl,
    String downloadUrl,
    Optional<FileFormat> format,
    Optional<Licence> licence,
    Optional<IsoDate> modified,
    Optional<Size> size) {

  /**
   * What is known of its bytes.
   *
   * @param bytes how many
   * @param sha512 their digest, lower-case hexadecimal; empty if unknown
   */
  public record Size(long bytes, String sha512) {}
}
