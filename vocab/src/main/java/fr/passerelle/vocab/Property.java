package fr.passerelle.vocab;

/** A typed attribute of a concept, named as its producer names it. */
public enum Property {
  /** OGR code of a ROME sheet (its other code, a number). */
  CODE_OGR("codeOgr", Kind.TEXT),
  /** Number of the ROME sheet. */
  CODE_FICHE_METIER("codeFicheMetier", Kind.TEXT),
  /** Part of the occupation in the ecological transition, one of four phrases. */
  TRANSITION_ECOLOGIQUE("transitionEcologique", Kind.TEXT),
  /** Whether a skill or a knowledge serves the ecological transition. */
  SERT_TRANSITION_ECOLOGIQUE("sertTransitionEcologique", Kind.BOOLEAN),
  /** Whether it is touched by the digital transition. */
  TRANSITION_NUMERIQUE("transitionNumerique", Kind.BOOLEAN),
  /** Whether it is touched by the demographic transition. */
  TRANSITION_DEMOGRAPHIQUE("transitionDemographique", Kind.BOOLEAN),
  /** Whether the occupation is regulated. */
  EMPLOI_REGLEMENTE("emploiReglemente", Kind.BOOLEAN),
  /** Whether the occupation is a management job. */
  EMPLOI_CADRE("emploiCadre", Kind.BOOLEAN),
  /** PRINCIPALE or SYNONYME, of an appellation. */
  CLASSIFICATION("classification", Kind.TEXT),
  /** Whether an appellation is rarely used. */
  PEU_USITE("peuUsite", Kind.BOOLEAN),
  /** Savoir-faire or savoir-être, category of a knowledge. */
  CATEGORIE("categorie", Kind.TEXT),
  /** Second level of the category. */
  SOUS_CATEGORIE("sousCategorie", Kind.TEXT),
  /** Structured code of a macro-skill, e.g. 4A101. */
  CODE_MACRO_COMPETENCE("codeMacroCompetence", Kind.TEXT),
  /** How alike the skills of a macro-skill are. */
  HETEROGENEITE("heterogeneite", Kind.TEXT),
  /** Where a skill comes from, e.g. PIX. */
  ORIGINE("origine", Kind.TEXT),
  /** Technical number of a NAF sector in ROME. */
  CODE_TECHNIQUE("codeTechnique", Kind.TEXT),
  /** Level of a certification in the nomenclature of 2019, 1 to 8. */
  NIVEAU("niveau", Kind.TEXT),
  /** Whether a certification can be prepared and awarded today. */
  ACTIF("actif", Kind.BOOLEAN),
  /** Short name of a kind of diploma, e.g. CAP. */
  ABREGE("abrege", Kind.TEXT),
  /** Kind of diploma in words. */
  TYPE_DIPLOME("typeDiplome", Kind.TEXT),
  /** Bodies that award a certification, separated by a line feed. */
  CERTIFICATEURS("certificateurs", Kind.TEXT),
  /** Authority that validates a diploma. */
  VALIDEUR("valideur", Kind.TEXT),
  /**
   * Ways to acquire a certification (training, apprenticeship, VAE...), separated by a line feed.
   */
  VOIES_ACCES("voiesAcces", Kind.TEXT),
  /** How a certification was registered: by right or on request. */
  TYPE_ENREGISTREMENT("typeEnregistrement", Kind.TEXT),
  /** Day on which a certification was registered. */
  DATE_ENREGISTREMENT("dateEnregistrement", Kind.DATE),
  /** Day on which its registration ends. */
  DATE_FIN_ENREGISTREMENT("dateFinEnregistrement", Kind.DATE),
  /** Last day on which it is awarded. */
  DATE_LIMITE_DELIVRANCE("dateLimiteDelivrance", Kind.DATE),
  /** Day of the last update of a record in its source. */
  DATE_MISE_A_JOUR("dateMiseAJour", Kind.DATE),
  /** Day on which a diploma opened to preparation. */
  DATE_OUVERTURE("dateOuverture", Kind.DATE),
  /** Day on which it closes to preparation. */
  DATE_FERMETURE("dateFermeture", Kind.DATE),
  /** Year of the first session of a diploma. */
  PREMIERE_SESSION("premiereSession", Kind.TEXT),
  /** Year of the last session of a diploma. */
  DERNIERE_SESSION("derniereSession", Kind.TEXT),
  /** State of a record in its source, in its words. */
  ETAT("etat", Kind.TEXT),
  /** Levels of its nomenclature at which a code stands, one a line, e.g. FAP 228. */
  ECHELONS("echelons", Kind.TEXT),
  /** Place of a Formacode term in the tree, which gives the order of terms. */
  CODE_ARBORESCENCE("codeArborescence", Kind.TEXT),
  /** Semantic field of a Formacode term. */
  CHAMP_SEMANTIQUE("champSemantique", Kind.TEXT),
  /** URI that another organisation gives to the concept it brings, or to one cited of its own. */
  URI_ORIGINE("uriOrigine", Kind.TEXT);

  /** How a value is to be read. */
  public enum Kind {
    /** Words. */
    TEXT,
    /** {@code true} or {@code false}; absent where the source is silent. */
    BOOLEAN,
    /** ISO 8601 calendar date. */
    DATE
  }

  private final String id;
  private final Kind kind;

  Property(String id, Kind kind) {
    this.id = id;
    this.kind = kind;
  }

  /** Name in REST and RDF. */
  public String id() {
    return id;
  }

  /** How the value is to be read. */
  public Kind kind() {
    return kind;
  }
}
