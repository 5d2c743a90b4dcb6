package fr.passerelle.catalog.harvest.oai;

/**
 * What a source says of itself.
 *
 * @param seconds whether its datestamps have seconds, or days only
 * @param tellsDeletions whether it says for good what it deleted
 */
record Identity(boolean seconds, boolean tellsDeletions) {
  /** A moment in the granularity of the source; empty where it is none. */
  String cut(String moment) {
    String whole = moment.strip().replaceFirst("\\.\\d+", "");
    if (!whole.matches("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\dZ)?")) {
      return "";
    }
    return seconds ? whole : whole.substring(0, 10);
  }
}
