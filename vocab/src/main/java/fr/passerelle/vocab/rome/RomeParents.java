package fr.passerelle.vocab.rome;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Justification;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * ROME 3 to ROME 4, from the parents that France Travail names for sheets and for appellations.
 *
 * <p>A sheet whose title and appellations have one parent only is a part of it; one with several is
 * of none in particular, and stays a pair that says no more than that they are related. A kept code
 * is not a kept scope: nothing is an exactMatch.
 */
public final class RomeParents {
  static final Correspondence.Author AUTHOR =
      new Correspondence.Author("france-travail", "France Travail");

  private final Map<ConceptRef, Map<ConceptRef, Support>> parents = new TreeMap<>();
  private final Map<ConceptRef, Set<ConceptRef>> children = new TreeMap<>();

  /** What speaks for a parent: the sheet itself, and so many of its appellations. */
  private record Support(boolean sheet, int appellations) {
    Support and(Support other) {
      return new Support(sheet || other.sheet, appellations + other.appellations);
    }

    String words() {
      String titles =
          appellations == 0
              ? ""
              : appellations == 1 ? "d'une appellation" : "de " + appellations + " appellations";
      String joint = sheet && appellations > 0 ? " et " : "";
      return "parent " + (sheet ? "de la fiche" : "") + joint + titles;
    }
  }

  private RomeParents() {}

  /** The correspondence that those schemes hold, the main one of a ROME 4 release first. */
  public static Correspondence of(String release, List<Scheme> schemes) {
    RomeParents all = new RomeParents();
    schemes.getFirst().concepts().forEach(all::add);
    return Correspondence.of(
        AUTHOR,
        RomeDraft.ROME_3,
        RomeDraft.ROME_4,
        new Correspondence.Versions("", release),
        "Parents ROME 3 que le ROME 4.0 donne à ses fiches et à ses appellations",
        all.pairs(),
        List.of());
  }

  private void add(Concept concept) {
    if (concept.type() == ConceptType.FICHE_METIER) {
      concept
          .links(Link.Kind.PARENT_V3)
          .forEach(link -> add(concept.ref(), link.target(), new Support(true, 0)));
    } else if (concept.type() == ConceptType.APPELLATION) {
      for (Link sheet : concept.links(Link.Kind.BROADER).toList()) {
        concept
            .links(Link.Kind.PARENT_V3)
            .forEach(link -> add(sheet.target(), link.target(), new Support(false, 1)));
      }
    }
  }

  private void add(ConceptRef sheet, ConceptRef parent, Support support) {
    parents.computeIfAbsent(sheet, key -> new TreeMap<>()).merge(parent, support, Support::and);
    children.computeIfAbsent(parent, key -> new TreeSet<>()).add(sheet);
  }

  private List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    parents.forEach((sheet, named) ->
        named.forEach((parent, support) ->
            pairs.add(
                Pair.of(
                        parent,
                        sheet,
                        predicate(parent, named.size()),
                        Justification.MANUAL_CURATION)
                    .commented(support.words()))));
    return pairs;
  }

  private Predicate predicate(ConceptRef parent, int parentsOfSheet) {
    if (parentsOfSheet > 1) {
      return Predicate.RELATED_MATCH;
    }
    return children.getOrDefault(parent, Set.of()).size() == 1
        ? Predicate.CLOSE_MATCH
        : Predicate.NARROW_MATCH;
  }
}
