package fr.passerelle.catalog.study;

import fr.passerelle.vocab.Uris;

/**
 * The persistent names of studies and of what goes with them, under the region's base.
 *
 * @param uris bases of this installation
 */
public record StudyNames(Uris uris) {
  /** URI of a study: {@code {base}/id/study/{id}}. */
  public String study(StudyId id) {
    return uris.regionalBase() + "/id/study/" + id;
  }

  /** URI of a series: {@code {base}/id/series/{key}}. */
  public String series(String key) {
    return uris.regionalBase() + "/id/series/" + Uris.path(key);
  }

  /** URI of a producer: {@code {base}/id/producer/{code}}. */
  public String producer(String code) {
    return uris.regionalBase() + "/id/producer/" + Uris.path(code);
  }
}
