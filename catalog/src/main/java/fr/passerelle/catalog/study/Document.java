package fr.passerelle.catalog.study;

import fr.passerelle.vocab.Licence;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file of a study, where its producer keeps it (dcat:Distribution). Never re-hosted.
 *
 * @param url where it is
 * @param title what it is; empty if not told
 * @param mediaType IANA media type; empty if unknown
 * @param bytes size, where known
 * @param licence its own licence, apart from that of the record; empty if none is declared
 */
public record Document(
    String url, String title, String mediaType, OptionalLong bytes, Optional<Licence> licence) {

  /** A document of which only the address is known. */
  public static Document at(String url) {
    return new Document(url, "", "", OptionalLong.empty(), Optional.empty());
  }
}
