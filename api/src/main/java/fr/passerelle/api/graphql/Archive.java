package fr.passerelle.api.graphql;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Since;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.DroppedCollections;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.release.Vocabularies;
import jakarta.inject.Singleton;
import java.util.List;

/** What requests share: names of things, cursors, and releases of before. */
@Singleton
final class Archive {
  private final Instance instance;
  private final Cursors cursors;
  private final Vocabularies vocabularies;
  private final Since since;
  private final DroppedCollections dropped;

  Archive(
      Instance instance,
      Cursors cursors,
      Vocabularies vocabularies,
      Since since,
      DroppedCollections dropped) {
    this.dropped = dropped;
    this.instance = instance;
    this.cursors = cursors;
    this.vocabularies = vocabularies;
    this.since = since;
  }

  Uris uris() {
    return instance.uris();
  }

  Cursors cursors() {
    return cursors;
  }

  /** States of an edition that are to be compared, or read. */
  Since since() {
    return since;
  }

  /** Collections of before. */
  DroppedCollections dropped() {
    return dropped;
  }

  /** Releases of an edition, the newest first. */
  List<StoredRelease> releases(String edition) {
    return vocabularies.releases(edition);
  }

  /** Releases of the edition that states a concept. */
  List<StoredRelease> releases(View view, Concept concept) {
    return releases(view.scheme(concept).releaseOf(concept).release().edition().id());
  }
}
