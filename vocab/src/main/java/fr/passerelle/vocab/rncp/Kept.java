package fr.passerelle.vocab.rncp;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Stubs;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps refused records as they are published: a cell that was mistyped tonight retires no
 * certification.
 */
final class Kept {
  private final Repertoire repertoire;
  private final Release before;

  private Kept(Repertoire repertoire, Release before) {
    this.repertoire = repertoire;
    this.before = before;
  }

  /**
   * Puts the refused records of a register into it, their blocks and pairs with them.
   *
   * @return the numbers of those that were published
   */
  static List<String> in(
      Repertoire repertoire,
      Set<ConceptRef> refused,
      Function<String, Optional<Release>> published) {
    List<ConceptRef> own =
        refused.stream().filter(ref -> ref.scheme().equals(repertoire.id())).toList();
    return own.isEmpty()
        ? List.of()
        : published
            .apply(repertoire.id())
            .filter(release -> !release.source().sample())
            .map(release -> new Kept(repertoire, release).keep(own))
            .orElse(List.of());
  }

  private List<String> keep(List<ConceptRef> refused) {
    // All first: one of them may be what another is replaced by.
    List<Concept> kept =
        refused.stream()
            .flatMap(ref -> find(ref).stream())
            .filter(concept -> concept.status() == Status.CURRENT)
            .filter(concept -> repertoire.add(ConceptBuilder.of(concept)))
            .toList();
    kept.forEach(this::addBlocks);
    kept.forEach(this::citeTargets);
    kept.forEach(this::addPairs);
    return kept.stream().map(Concept::code).toList();
  }

  private Optional<Concept> find(ConceptRef ref) {
    return before.schemes().stream()
        .filter(scheme -> scheme.id().equals(ref.scheme()))
        .map(scheme -> scheme.find(ref.code()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void addBlocks(Concept certification) {
    certification
        .links(Link.Kind.BLOC)
        .flatMap(link -> find(link.target()).stream())
        .map(block -> ConceptBuilder.of(block).build())
        .forEach(repertoire::addBlock);
  }

  private void citeTargets(Concept certification) {
    for (Link link : certification.links()) {
      if (link.kind() == Link.Kind.REMPLACE_PAR) {
        String title = find(link.target()).map(each -> each.prefLabel("fr")).orElse(Stubs.UNNAMED);
        repertoire.citing(link.target(), title);
      } else if (link.kind() != Link.Kind.BLOC) {
        cite(link.target());
      }
    }
  }

  private void addPairs(Concept certification) {
    before.correspondences().stream()
        .flatMap(each -> each.pairs().stream())
        .filter(pair -> pair.from().equals(certification.ref()))
        .forEach(this::join);
  }

  private void join(Pair pair) {
    cite(pair.to());
    repertoire.join(pair);
  }

  private void cite(ConceptRef ref) {
    find(ref).ifPresent(each -> repertoire.stubs().cite(ref, each.type(), each.prefLabel("fr")));
  }
}
