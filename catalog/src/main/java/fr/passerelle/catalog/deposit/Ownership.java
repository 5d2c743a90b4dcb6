package fr.passerelle.catalog.deposit;

import fr.passerelle.catalog.key.ApiKey;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.Snapshot;
import java.util.Optional;

/**
 * What the holder of a key may publish: editions named after its author, that describe no concept
 * of another scheme and state no correspondence that another edition states.
 *
 * @param key the key
 * @param snapshot what is published
 */
record Ownership(ApiKey key, Snapshot snapshot) {

  /**
   * The release with the author of the key as the author of all it states.
   *
   * @throws NotYoursException if it is of another's edition, or describes another's concepts
   * @throws RefusedException if it states a correspondence, or makes a collection, that this
   *     author's other edition does
   */
  Release sign(Release release) {
    checkEdition(release.edition());
    for (Scheme scheme : release.schemes()) {
      if (!scheme.id().equals(release.edition().id())) {
        checkCited(scheme);
      }
    }
    Correspondence.Author author = new Correspondence.Author(key.author(), key.name());
    Release signed =
        new Release(
            release.edition(),
            release.id(),
            release.source(),
            release.schemes(),
            release.correspondences().stream().map(each -> signed(each, author)).toList(),
            release.collections().stream().map(each -> each.by(author)).toList(),
            release.annotations().stream().map(each -> each.by(author)).toList());
    signed.correspondences().forEach(each -> checkFree(each, signed.edition()));
    signed.collections().forEach(each -> checkFree(each, signed.edition()));
    return signed;
  }

  private void checkEdition(Edition edition) {
    String id = edition.id();
    boolean ours = id.equals(key.author()) || id.startsWith(key.author() + "-");
    boolean known = Edition.find(id).isPresent() || edition.national();
    boolean other =
        snapshot
            .findScheme(id)
            .filter(scheme -> !scheme.release().release().edition().id().equals(id))
            .isPresent();
    if (!ours || known || other) {
      throw new NotYoursException(
          "edition",
          "« %s », ou un nom qui commence par « %s- »".formatted(key.author(), key.author()),
          "L'édition « %s » n'est pas de « %s » : cette clé publie « %s » et « %s-... » ; nommer le"
                  .formatted(id, key.author(), key.author(), key.author())
              + " vocabulaire ainsi (dernier mot de l'URI de son schéma, creator_label et"
              + " mapping_set_id en SSSOM, paramètre edition en CSV).");
    }
  }

  private void checkCited(Scheme scheme) {
    Optional<Concept> described =
        scheme.concepts().stream()
            .filter(concept -> concept.status() != Status.REFERENCED)
            .findFirst();
    if (described.isPresent()) {
      throw new NotYoursException(
          described.get().ref().toString(),
          "un concept de l'édition déposée",
          "Le fichier décrit %s, qui n'est pas de l'édition déposée : le citer, sans le décrire."
              .formatted(described.get().ref()));
    }
  }

  private static Correspondence signed(Correspondence stated, Correspondence.Author author) {
    return new Correspondence(
        author,
        stated.source(),
        stated.target(),
        stated.versions(),
        stated.method(),
        stated.associations(),
        stated.pairs());
  }

  private void checkFree(Correspondence stated, Edition edition) {
    Optional<Edition> other =
        snapshot
            .findCorrespondence(stated.id())
            .map(PublishedCorrespondence::release)
            .map(published -> published.release().edition())
            .filter(each -> !each.id().equals(edition.id()));
    if (other.isPresent()) {
      throw RefusedException.of(
          stated.id(),
          "duplicate-correspondence",
          "votre édition « " + other.get().id() + " » la publie déjà ; la compléter là");
    }
  }

  private void checkFree(Collection made, Edition edition) {
    Optional<Edition> other =
        snapshot
            .findCollection(made.key())
            .map(published -> published.release().release().edition())
            .filter(each -> !each.id().equals(edition.id()));
    if (other.isPresent()) {
      throw RefusedException.of(
          made.key(),
          "duplicate-collection",
          "votre édition « " + other.get().id() + " » la publie déjà ; la compléter là");
    }
  }
}
