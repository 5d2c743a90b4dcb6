package fr.passerelle.vocab.search;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Status;

/**
 * What counts in the order of hits, in points.
 *
 * <p>What the text says of a label comes first, each by a step larger than all that is known of the
 * label beforehand ({@link #of}): hence {@link #STEP}.
 *
 * <p>{@link ReleaseIndex#INDEX_VERSION} is to be raised when {@link #of} changes.
 */
final class Rank {
  /** More than the distance between the highest and the lowest {@link #of}. */
  static final float STEP = 1000;

  /** All words are there as typed, none by its beginning or its stem only. */
  static final float WHOLE_WORDS = STEP;

  /** The label starts with the text. */
  static final float STARTS = 2 * STEP;

  /** The text is the label. */
  static final float EQUAL = 4 * STEP;

  /** The text is the code. */
  static final float CODE = 8 * STEP;

  /** One of the words is there, where they are not all. */
  static final float WORD = STEP;

  /** A stop word being typed begins a word that is there: a hint, no more. */
  static final float STOP_HINT = 100;

  /** A label of so many characters weighs half as much as an empty one. */
  private static final int HALF_LENGTH = 10;

  /** More than {@link #WHOLE_WORDS} by so much that no other point known beforehand makes up. */
  private static final int CLOSED = (int) (-1.9f * STEP);

  private Rank() {}

  /** Points known beforehand: where the label stands, how short it is, what the concept is. */
  static int of(Concept concept, Match.Field field, int length) {
    int shortness = 60 * HALF_LENGTH / (HALF_LENGTH + length);
    return ofField(field)
        + ofStatus(concept.status())
        + ofUse(concept)
        + ofType(concept.type())
        + shortness;
  }

  /**
   * A diploma that closed years ago comes after what can be used today, even where its words are
   * those typed and the other's only begin so; not where its label or code is the very text.
   */
  private static int ofUse(Concept concept) {
    return "false".equals(concept.properties().get(Property.ACTIF)) ? CLOSED : 0;
  }

  private static int ofField(Match.Field field) {
    return switch (field) {
      case PREF_LABEL, NOTATION -> 40;
      case ALT_LABEL, REGIONAL_LABEL -> 20;
      case HIDDEN_LABEL, NONE -> 0;
      case DEFINITION, REGIONAL_NOTE -> -400;
    };
  }

  private static int ofStatus(Status status) {
    return switch (status) {
      case CURRENT -> 0;
      case REFERENCED, RETIRED -> -200;
    };
  }

  private static int ofType(ConceptType type) {
    return switch (type) {
      case FICHE_METIER, CERTIFICATION, TERME_FORMACODE, REGION, DEPARTEMENT -> 40;
      case APPELLATION -> 30;
      case GRAND_DOMAINE, DOMAINE_PROFESSIONNEL, DOMAINE_FORMACODE, FAMILLE_PROFESSIONNELLE -> 25;
      case GROUPE_SPECIALITE, CONCEPT -> 20;
      case COMPETENCE, MACRO_COMPETENCE -> 15;
      case CATEGORIE_SPECIALITE, DOMAINE_SPECIALITE, DOMAINE_FAP, NIVEAU -> 15;
      case DIPLOME -> 10;
      case BLOC_COMPETENCES -> 5;
      case SAVOIR, CONTEXTE_TRAVAIL, TYPE_CONTEXTE -> 5;
      case SECTEUR_ACTIVITE, SOUS_SECTEUR_ACTIVITE, SECTEUR_NAF, THEME -> 5;
      case CENTRE_INTERET, PROFIL_RIASEC -> 0;
    };
  }
}
