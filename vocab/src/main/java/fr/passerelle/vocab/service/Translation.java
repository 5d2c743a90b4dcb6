package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import java.util.List;
import java.util.Optional;

/**
 * What codes of one scheme are in another.
 *
 * @param from identifier of the scheme of the codes
 * @param to identifier of the scheme wanted
 * @param correspondences what it was read from, inherited ones included
 * @param items one for each code given, in the order given
 */
public record Translation(
    String from, String to, List<PublishedCorrespondence> correspondences, List<Item> items) {

  public Translation {
    correspondences = List.copyOf(correspondences);
    items = List.copyOf(items);
  }

  /** What became of a code. */
  public enum Outcome {
    /** It has one target. */
    MAPPED,
    /** It has several: a machine cannot choose. */
    AMBIGUOUS,
    /** It has none, {@link Reason} says why. */
    UNMAPPED
  }

  /** Why a code has no target. */
  public enum Reason {
    /** It has targets. */
    NONE(""),
    /** The scheme does not have it. */
    UNKNOWN_CODE("code inconnu du vocabulaire de départ"),
    /** No correspondence says anything of it. */
    NO_PAIR("code connu, mais aucune correspondance publiée ne le rapproche de la cible"),
    /** A correspondence says that there is nothing for it. */
    SAID_NONE("la correspondance dit que la cible n'a rien pour ce code"),
    /** Only its ROME 3 parents have targets. */
    INHERITED_ONLY(
        "aucun rapprochement propre à cette fiche ROME 4 ; ses parents ROME 3 en ont, donnés à part"
            + " (inheritedFromV3)");

    private final String explanation;

    Reason(String explanation) {
      this.explanation = explanation;
    }

    /** French phrase. */
    public String explanation() {
      return explanation;
    }
  }

  /**
   * What one code is in the other scheme.
   *
   * @param input the code as it was given
   * @param concept the concept of that code; empty if the scheme does not have it
   * @param targets what correspondences say of it, in their order
   * @param reason why there are no targets
   * @param comment what the correspondence says of a concept without counterpart
   * @param inherited what they say of its ROME 3 parents: the parent may have been split, so that a
   *     target may belong to a sibling only
   * @param replacedBy what takes its place where it is retired
   * @param nearest codes that look like one that is unknown
   */
  public record Item(
      String input,
      Optional<Concept> concept,
      List<Mapping> targets,
      Reason reason,
      String comment,
      List<Inherited> inherited,
      List<ConceptRef> replacedBy,
      List<ConceptRef> nearest) {

    public Item {
      targets = List.copyOf(targets);
      inherited = List.copyOf(inherited);
      replacedBy = List.copyOf(replacedBy);
      nearest = List.copyOf(nearest);
    }

    /** What became of the code. */
    public Outcome outcome() {
      if (targets.isEmpty()) {
        return Outcome.UNMAPPED;
      }
      ConceptRef first = targets.getFirst().pair().to();
      for (Mapping target : targets) {
        if (!target.pair().to().equals(first)) {
          return Outcome.AMBIGUOUS;
        }
      }
      return Outcome.MAPPED;
    }
  }

  /**
   * What a ROME 3 parent of a ROME 4 sheet has.
   *
   * @param parent the ROME 3 sheet
   * @param targets what correspondences say of it
   */
  public record Inherited(ConceptRef parent, List<Mapping> targets) {
    public Inherited {
      targets = List.copyOf(targets);
    }
  }

  /** Items of that outcome. */
  public List<Item> items(Outcome outcome) {
    return items.stream().filter(item -> item.outcome() == outcome).toList();
  }
}
