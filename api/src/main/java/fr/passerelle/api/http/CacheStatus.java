package fr.passerelle.api.http;

/** What the cache of the service did for an answer (RFC 9211), one header field for each case. */
enum CacheStatus {
  /** It was there. */
  HIT("passerelle; hit"),
  /** It was made, and is kept. */
  STORED("passerelle; fwd=miss; stored"),
  /** Another request was having it made. */
  COLLAPSED("passerelle; fwd=miss; collapsed"),
  /** It is for who asks, or for this moment: it is not kept. */
  BYPASS("passerelle; fwd=bypass");

  static final String HEADER = "Cache-Status";

  private final String field;

  CacheStatus(String field) {
    this.field = field;
  }

  /** Value of the header. It says nothing of who asked before, nor of what is kept beside. */
  String field() {
    return field;
  }
}
