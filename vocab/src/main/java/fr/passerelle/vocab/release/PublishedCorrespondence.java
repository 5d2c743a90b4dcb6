package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.PublishedRelease;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A correspondence that anyone may read, found from both ends, and the release that states it. */
public final class PublishedCorrespondence {
  private final PublishedRelease release;
  private final Correspondence correspondence;
  private final Map<ConceptRef, List<Pair>> bySource;
  private final Map<ConceptRef, List<Pair>> byTarget;
  private final Map<ConceptRef, Association> unmatched = new HashMap<>();

  PublishedCorrespondence(PublishedRelease release, Correspondence correspondence) {
    this.release = release;
    this.correspondence = correspondence;
    this.bySource = by(correspondence.pairs().stream().collect(Collectors.groupingBy(Pair::from)));
    this.byTarget = by(correspondence.pairs().stream().collect(Collectors.groupingBy(Pair::to)));
    correspondence
        .unmatched()
        .forEach(each ->
            Stream.concat(each.sources().stream(), each.targets().stream())
                .forEach(ref -> unmatched.put(ref, each)));
  }

  /** Most concepts have one pair or few: spare arrays would count on a hundred thousand pairs. */
  private static Map<ConceptRef, List<Pair>> by(Map<ConceptRef, List<Pair>> pairs) {
    pairs.replaceAll((ref, list) -> List.copyOf(list));
    return pairs;
  }

  /** The release that states it, with licence and citation. */
  public PublishedRelease release() {
    return release;
  }

  /** What it states. */
  public Correspondence correspondence() {
    return correspondence;
  }

  /** Pairs from a concept of the source scheme, in the order of the source. */
  public List<Pair> from(ConceptRef source) {
    return bySource.getOrDefault(source, List.of());
  }

  /** Pairs to a concept of the target scheme, in the code order of their sources. */
  public List<Pair> to(ConceptRef target) {
    return byTarget.getOrDefault(target, List.of());
  }

  /** The association that says that a concept of either side has nothing on the other. */
  public Optional<Association> findUnmatched(ConceptRef ref) {
    return Optional.ofNullable(unmatched.get(ref));
  }

  /** How many concepts of the source scheme have a pair. */
  public int mappedSources() {
    return bySource.size();
  }

  /** How many concepts of the target scheme have a pair. */
  public int mappedTargets() {
    return byTarget.size();
  }
}
