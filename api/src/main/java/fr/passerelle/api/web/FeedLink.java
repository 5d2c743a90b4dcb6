package fr.passerelle.api.web;

/**
 * A feed or calendar that a page leads readers to (RFC 4287, autodiscovery).
 *
 * @param title what it tells
 * @param path its address
 * @param type its media type
 */
record FeedLink(String title, String path, String type) {
  static FeedLink atom(String title, String path) {
    return new FeedLink(title, path, "application/atom+xml");
  }

  static FeedLink calendar(String title, String path) {
    return new FeedLink(title, path, "text/calendar");
  }
}
