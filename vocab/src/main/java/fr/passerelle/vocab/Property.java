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
  NIVEAU("niveau", Kind.TEXT);

  /** How a value is to be read. */
  public enum Kind {
    /** Words. */
    TEXT,
    /** {@code true} or {@code false}; absent where the source is silent. */
    BOOLEAN
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
