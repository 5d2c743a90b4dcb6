package fr.passerelle.vocab;

import java.time.LocalDate;

/**
 * A release as anyone may read it, with what has to be said of it wherever it is shown.
 *
 * @param release the release
 * @param licence licence declared at import; there is no publication without one
 * @param hash SHA-256 of what it says here, lower-case hexadecimal
 */
public record PublishedRelease(Release release, Licence licence, String hash) {

  /**
   * Ready citation: producer, title, release, date, licence (Licence Ouverte 2.0 asks for them). A
   * release that is named by its date says it once.
   */
  public String citation() {
    Edition edition = release.edition();
    String date = modified().toString();
    return "%s, %s, version %s%s%s, %s"
        .formatted(
            edition.producer(),
            edition.title(),
            release.id().equals(date) ? "du " + date : release.id(),
            release.source().sample() ? " (échantillon)" : "",
            release.id().equals(date) ? "" : ", " + date,
            licence.label());
  }

  /** Date of last update given by the producer. */
  public LocalDate modified() {
    return release.source().issued();
  }
}
