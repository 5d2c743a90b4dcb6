package fr.passerelle.api.linkeddata;

import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.release.Snapshot;
import java.util.Optional;

/** Releases among the names under {@code /vocab/{edition}}: a word that is never a code. */
final class Releases {
  private static final String PREFIX = "release/";

  private Releases() {}

  /** The release that a name means, if it is the name of a release and not a code. */
  static Optional<PublishedRelease> find(Snapshot snapshot, String edition, String name) {
    if (!name.startsWith(PREFIX)) {
      return Optional.empty();
    }
    PublishedRelease published = Lookup.followed(snapshot, edition).release();
    String wanted = name.substring(PREFIX.length());
    if (!wanted.equals(published.release().id())) {
      throw new ProblemException(
          ProblemType.NOT_FOUND,
          "La version %s de %s n'est pas publiée ; celle qui l'est : %s"
              .formatted(
                  Text.quoted(wanted),
                  published.release().edition().id(),
                  published.release().id()));
    }
    return Optional.of(published);
  }
}
