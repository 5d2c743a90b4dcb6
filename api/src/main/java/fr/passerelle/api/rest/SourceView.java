package fr.passerelle.api.rest;

import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.PublishedRelease;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * What has to be said of data wherever they go: Licence Ouverte 2.0 asks for source and date.
 *
 * @param vocab edition
 * @param producer who made the data
 * @param release release of the edition
 * @param modified date of last update by the producer
 * @param licence under which they may be used again
 * @param citation ready to paste
 * @param sample whether they are only a sample of the real thing
 */
@Serdeable
@Schema(name = "Source")
public record SourceView(
    String vocab,
    String producer,
    String release,
    LocalDate modified,
    LicenceView licence,
    String citation,
    boolean sample) {

  /**
   * A licence.
   *
   * @param code SPDX identifier in lower case, where SPDX knows it
   * @param label its name
   * @param uri its address
   */
  @Serdeable
  @Schema(name = "Licence")
  public record LicenceView(String code, String label, String uri) {
    /** Of a licence. */
    public static LicenceView of(Licence licence) {
      return new LicenceView(licence.code(), licence.label(), licence.uri());
    }
  }

  static SourceView of(PublishedRelease published) {
    return new SourceView(
        published.release().edition().id(),
        published.release().edition().producer(),
        published.release().id(),
        published.modified(),
        LicenceView.of(published.licence()),
        published.citation(),
        published.release().source().sample());
  }
}
