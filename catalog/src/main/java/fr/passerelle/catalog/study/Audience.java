package fr.passerelle.catalog.study;

/** Who sees a study as it stands, the widest first. */
public enum Audience {
  /** Everyone. */
  PUBLIC,
  /** Whoever has a key of a producer of the network, and the operator. */
  NETWORK,
  /** Its own producers and the operator. */
  PRODUCER;

  /** Those for whom a published record of that visibility is. */
  static Audience of(Visibility visibility) {
    return switch (visibility) {
      case PUBLIC -> PUBLIC;
      case NETWORK -> NETWORK;
      case PRODUCER -> PRODUCER;
    };
  }
}
