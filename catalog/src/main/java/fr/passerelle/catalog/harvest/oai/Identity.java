package fr.passerelle.catalog.harvest.oai;

/**
 * What a source says of itself.
 *
 * @param seconds whether its datestamps have seconds, or days only
 * @param tellsDeletions whether it says for good what it deleted
 */
record Identity(boolean seconds, boolean tellsDeletions) {
  /** A moment in the granularity of the source. */
  String cut(String moment) {
    return seconds || moment.length() < 10 ? moment : moment.substring(0, 10);
  }
}
