package fr.passerelle.api.web;

import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.PublishedRelease;
import java.time.LocalDate;

/**
 * Where data come from, said on every page that shows some (Licence Ouverte 2.0 asks for producer
 * and date).
 *
 * @param title name of the referential
 * @param producer who makes it
 * @param homepage where its producer presents it; may be empty
 * @param release name of the release
 * @param date date of last update given by the producer
 * @param licence licence of the data
 * @param citation ready to paste
 * @param sample whether it is only a part of the referential
 */
record Source(
    String title,
    String producer,
    String homepage,
    String release,
    LocalDate date,
    Licence licence,
    String citation,
    boolean sample) {

  static Source of(PublishedRelease release) {
    Edition edition = release.release().edition();
    return new Source(
        edition.title(),
        edition.producer(),
        edition.homepage(),
        release.release().id(),
        release.modified(),
        release.licence(),
        release.citation(),
        release.release().source().sample());
  }

  /** Whether the name of the release says the date already. */
  boolean namedByDate() {
    return release.contains(date.toString());
  }

  /** Whether the mark of Centre Inffo has to be recalled. */
  boolean formacode() {
    return licence == Licence.FORMACODE;
  }
}
