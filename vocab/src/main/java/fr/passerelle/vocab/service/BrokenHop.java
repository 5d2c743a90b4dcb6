package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;

/**
 * A concept that a walk reached and from which it cannot go on.
 *
 * @param concept the concept that leads nowhere
 * @param reason why
 * @param comment what a correspondence says of it; empty if nothing
 */
public record BrokenHop(Concept concept, Reason reason, String comment) {

  /** Why a walk stops before its end. */
  public enum Reason {
    /** A skill without occupation. */
    NOT_CALLED_FOR("aucune fiche ROME publiée n'appelle cette compétence ou ce savoir"),
    /** An occupation of ROME 4 without parent. */
    NO_V3_PARENT(
        "France Travail ne nomme aucun parent ROME 3, et aucune certification n'indexe la fiche"
            + " ROME 4 elle-même"),
    /** An occupation or training domain without certification. */
    NO_CERTIFICATION("aucune certification publiée n'est indexée par ce code"),
    /** A certification without occupation. */
    NO_OCCUPATION("cette certification n'est indexée par aucune fiche ROME publiée"),
    /** A certification without training domain. */
    NO_TRAINING_DOMAIN("cette certification n'est indexée par aucun terme Formacode publié"),
    /** A ROME 3 sheet without ROME 4 sheet. */
    NO_ROME_4_SHEET("aucune fiche ROME 4 publiée ne nomme cette fiche ROME 3 comme parent"),
    /** An occupation without skill. */
    NO_SKILL("la fiche n'appelle aucune compétence publiée"),
    /** A certification of which only the number is known here. */
    ONLY_CITED("seulement cité par une autre source : sa propre fiche n'est pas publiée ici"),
    /** A retired concept. */
    RETIRED("retiré de son vocabulaire : voir ce qui le remplace"),
    /** A correspondence says that there is nothing. */
    SAID_NONE("une correspondance dit que rien n'y répond"),
    /** The walk ends in another vocabulary than the one asked for. */
    OTHER_VOCABULARY("le parcours arrive ici, qui n'est pas le vocabulaire demandé");

    private final String explanation;

    Reason(String explanation) {
      this.explanation = explanation;
    }

    /** French phrase. */
    public String explanation() {
      return explanation;
    }
  }
}
