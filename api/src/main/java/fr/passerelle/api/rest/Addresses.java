package fr.passerelle.api.rest;

import fr.passerelle.vocab.service.Followed;

/** Where a vocabulary or a correspondence is found in REST, and its feed. */
final class Addresses {
  private Addresses() {}

  static String of(Followed followed) {
    return (followed.isCorrespondence() ? "/api/v1/correspondences/" : "/api/v1/vocabs/")
        + followed.id();
  }

  /** Address of the Atom feed of its changes. */
  static String feed(Followed followed) {
    return (followed.isCorrespondence() ? "/feeds/correspondence/" : "/feeds/vocab/")
        + followed.id()
        + ".atom";
  }
}
