package fr.passerelle.vocab.release;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Release;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What to propose in the place of what is touched. In this order, the first that knows something:
 * the replacements that the producer names; the pairs to the edition that follows; another code
 * that has the label now. None is applied by itself.
 */
final class Replacements {
  private static final List<Predicate> NEAR =
      List.of(Predicate.EXACT_MATCH, Predicate.CLOSE_MATCH, Predicate.NARROW_MATCH);

  private final Records before;
  private final Records after;
  private final Release to;
  private final Map<ConceptRef, List<Uses.Succession>> successions;
  private final SameLabel sameLabel;
  private final Map<ConceptRef, List<Replacement>> ofCodes = new HashMap<>();
  private final Map<String, Map<ConceptRef, List<Pair>>> pairs = new HashMap<>();

  Replacements(Release from, Release to, Map<ConceptRef, List<Uses.Succession>> successions) {
    this.before = new Records(from);
    this.after = new Records(to);
    this.to = to;
    this.successions = successions;
    this.sameLabel = new SameLabel(to);
  }

  List<Replacement> of(Use use) {
    Touched touched = use.touched();
    return switch (touched.kind()) {
      case RETIRED, DEACTIVATED ->
          ofCodes.computeIfAbsent(
              touched.ref(),
              ref ->
                  first(Stream.of(named(ref), followed(ref), sameLabel.of(ref, touched.label()))));
      case RENAMED ->
          ofCodes.computeIfAbsent(
              touched.ref(),
              ref -> first(Stream.of(named(ref), sameLabel.of(ref, touched.label()))));
      case CHANGED -> List.of();
      case PAIR_REMOVED -> restated(use);
    };
  }

  private static List<Replacement> first(Stream<List<Replacement>> found) {
    return found.filter(each -> !each.isEmpty()).findFirst().orElse(List.of());
  }

  /** The new release is asked first; a code that left it is known by what it said last. */
  private List<Replacement> named(ConceptRef ref) {
    return after
        .find(ref)
        .or(() -> before.find(ref))
        .map(concept ->
            concept
                .links(Link.Kind.REMPLACE_PAR)
                .map(Link::target)
                .filter(target -> !target.equals(ref))
                .map(target -> new Replacement(target, after.label(target), reason(target)))
                .toList())
        .orElse(List.of());
  }

  private String reason(ConceptRef target) {
    boolean inUse = after.find(target).filter(TouchedThings::isInUse).isPresent();
    return "remplacement nommé par le producteur" + (inUse ? "" : ", lui-même plus en vigueur");
  }

  private List<Replacement> followed(ConceptRef ref) {
    List<Uses.Succession> all = successions.getOrDefault(ref, List.of());
    List<Uses.Succession> near =
        all.stream().filter(each -> NEAR.contains(each.pair().predicate())).toList();
    // Where several codes are merged, only something wider is there.
    List<Uses.Succession> chosen = near.isEmpty() ? wider(all) : near;
    return chosen.stream()
        .map(each ->
            new Replacement(
                each.pair().to(),
                each.label(),
                "dans l'édition qui suit, d'après %s (%s)"
                    .formatted(each.correspondence(), each.pair().predicate().id())))
        .distinct()
        .toList();
  }

  private static List<Uses.Succession> wider(List<Uses.Succession> all) {
    return all.stream().filter(each -> each.pair().predicate() == Predicate.BROAD_MATCH).toList();
  }

  /** What the correspondence says now of the code whose pair is gone. */
  private List<Replacement> restated(Use use) {
    List<Replacement> found = new ArrayList<>();
    for (Correspondence each : to.correspondences()) {
      bySource(each).getOrDefault(use.touched().ref(), List.of()).stream()
          .filter(pair -> use.other().scheme().equals(pair.to().scheme()))
          .map(pair ->
              new Replacement(
                  pair.to(),
                  after.label(pair.to()),
                  "ce que dit maintenant %s (%s)".formatted(each.id(), pair.predicate().id())))
          .forEach(found::add);
    }
    return found;
  }

  private Map<ConceptRef, List<Pair>> bySource(Correspondence correspondence) {
    return pairs.computeIfAbsent(
        correspondence.id(),
        id -> correspondence.pairs().stream().collect(Collectors.groupingBy(Pair::from)));
  }
}
