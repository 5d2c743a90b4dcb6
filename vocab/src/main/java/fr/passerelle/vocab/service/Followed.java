package fr.passerelle.vocab.service;

import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.StoredRelease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one follows through releases: an edition (its concepts, and the pairs that it states), a
 * list that comes with one (its concepts), or one correspondence (its pairs).
 *
 * @param id identifier: of an edition or a list, or {@code {author}/{source}--{target}}
 * @param title French title
 * @param release the published release that states it
 * @param scheme its concepts; empty for a correspondence and for an edition that only joins others
 */
public record Followed(
    String id, String title, PublishedRelease release, Optional<PublishedScheme> scheme) {

  /** What that identifier or alias names, if it is published. */
  public static Optional<Followed> find(Snapshot snapshot, String id) {
    if (id.contains("/")) {
      return snapshot.findCorrespondence(id).map(Followed::of);
    }
    return snapshot
        .findScheme(id)
        .map(Followed::of)
        .or(() -> edition(snapshot, id).map(Followed::of));
  }

  private static Followed of(PublishedScheme scheme) {
    Scheme own = scheme.scheme();
    return new Followed(own.id(), own.title(), scheme.release(), Optional.of(scheme));
  }

  private static Followed of(PublishedCorrespondence by) {
    return new Followed(
        by.correspondence().id(), by.correspondence().title(), by.release(), Optional.empty());
  }

  private static Followed of(PublishedRelease release) {
    return new Followed(
        release.release().edition().id(),
        release.release().edition().title(),
        release,
        Optional.empty());
  }

  private static Optional<PublishedRelease> edition(Snapshot snapshot, String id) {
    return snapshot.releases().stream()
        .filter(each -> each.release().edition().id().equalsIgnoreCase(id))
        .findFirst();
  }

  /** Identifiers of the editions published without concepts of their own. */
  public static List<String> editionsWithoutScheme(Snapshot snapshot) {
    return snapshot.releases().stream()
        .map(each -> each.release().edition().id())
        .filter(id -> snapshot.findScheme(id).isEmpty())
        .toList();
  }

  /** Whether it is one correspondence. */
  public boolean isCorrespondence() {
    return id.contains("/");
  }

  /** Identifier of the edition whose releases it has. */
  public String edition() {
    return release.release().edition().id();
  }

  /** As a vocabulary: an edition that only joins others has no concept. */
  public PublishedScheme vocabulary() {
    return scheme.orElseGet(
        () -> new PublishedScheme(release, Scheme.of(id, title, List.of()), Map.of()));
  }

  /** The correspondences whose pairs are followed, as the published release states them. */
  public List<PublishedCorrespondence> correspondences(Snapshot snapshot) {
    return snapshot.correspondences().stream().filter(this::holds).toList();
  }

  /** A list beside an edition states no pairs: its edition does. */
  private boolean holds(PublishedCorrespondence by) {
    return isCorrespondence()
        ? by.correspondence().id().equals(id)
        : id.equals(edition()) && by.release().release().edition().id().equals(id);
  }

  /**
   * What differs from one state to another: concepts in code order, then pairs by correspondence
   * and codes.
   *
   * @param before empty where nothing was published yet, and then everything is added
   */
  public List<Change> changes(Optional<Snapshot> before, Snapshot after) {
    List<Change> all = new ArrayList<>();
    if (scheme.isPresent()) {
      Optional<Scheme> later = after.findScheme(id).map(PublishedScheme::scheme);
      all.addAll(
          ConceptChange.between(
              before.flatMap(state -> state.findScheme(id)).map(PublishedScheme::scheme),
              later.orElseGet(() -> Scheme.of(id, title, List.of()))));
    }
    all.addAll(PairChange.between(before, after, this::holds));
    return all;
  }

  /**
   * The steps by which the published state was reached, the newest first: from each release to the
   * one that came after it. A sample, and what was there before anything, is no step.
   *
   * @param kept releases of the edition, the newest first
   */
  public static List<Step> steps(List<StoredRelease> kept) {
    List<StoredRelease> real = kept.stream().filter(each -> !each.sample()).toList();
    int now = 0;
    while (now < real.size() && !real.get(now).published()) {
      now++;
    }
    List<Step> steps = new ArrayList<>();
    for (int i = now; i + 1 < real.size(); i++) {
      steps.add(new Step(real.get(i + 1), real.get(i)));
    }
    return steps;
  }

  /**
   * From one release to the next.
   *
   * @param from the earlier one
   * @param to the later one
   */
  public record Step(StoredRelease from, StoredRelease to) {}
}
