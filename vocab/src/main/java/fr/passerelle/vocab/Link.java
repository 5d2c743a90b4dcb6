package fr.passerelle.vocab;

import java.util.Comparator;

/**
 * A qualified link from one concept to another.
 *
 * @param kind what the link says
 * @param target the concept at the other end
 * @param mark how much the link weighs
 * @param order rank given by the source, from 1; 0 where the source gives none
 */
public record Link(Kind kind, ConceptRef target, Mark mark, int order) {

  /** By kind, then by the rank of the source, core before emerging before plain, then by target. */
  public static final Comparator<Link> ORDER = Link::compare;

  /** Without a chain of comparators: the links of a release are held against it at each start. */
  private static int compare(Link one, Link other) {
    int by = one.kind.compareTo(other.kind);
    if (by == 0) {
      by = Integer.compare(one.order, other.order);
    }
    if (by == 0) {
      by = one.mark.compareTo(other.mark);
    }
    return by == 0 ? one.target.compareTo(other.target) : by;
  }

  /** A link without mark or rank. */
  public static Link of(Kind kind, ConceptRef target) {
    return new Link(kind, target, Mark.NONE, 0);
  }

  /** What a link says; the source end is the concept that holds it. */
  public enum Kind {
    /** skos:broader. */
    BROADER,
    /** skos:related. */
    RELATED,
    /** Occupation to a skill (know-how or soft skill) it calls for. */
    COMPETENCE,
    /** Occupation to the knowledge it calls for. */
    SAVOIR,
    /** Occupation to a context in which it is exercised. */
    CONTEXTE_TRAVAIL,
    /** Occupation to another that one may move to; directed, never skos:related. */
    MOBILITE,
    /** Occupation or appellation to the ROME v3 sheet that its producer names as parent. */
    PARENT_V3,
    /** Occupation to a sector of activity. */
    SECTEUR_ACTIVITE,
    /** Occupation to a division of activities. */
    SECTEUR_NAF,
    /** Occupation to a theme. */
    THEME,
    /** Occupation to a centre of interest. */
    CENTRE_INTERET,
    /** Occupation or macro-skill to its RIASEC profile; mark says major (PRINCIPALE) or minor. */
    RIASEC,
    /** Work context to its type. */
    TYPE_CONTEXTE,
    /** Certification to a block of skills that is a part of it (dct:hasPart). */
    BLOC,
    /**
     * Retired concept or certification to what takes its place (dct:isReplacedBy); n:m is normal.
     */
    REMPLACE_PAR,
    /** Certification or diploma to its level. */
    NIVEAU,
    /** Diploma to its group of specialities (NSF), as its own authority classes it. */
    SPECIALITE
  }

  /**
   * How much a link weighs, in the source's own words ({@code coeur_metier}, {@code principal}).
   */
  public enum Mark {
    /** At the core of the occupation. */
    PRINCIPALE,
    /** Growing in the occupation. */
    EMERGENTE,
    /** The source says nothing. */
    NONE
  }
}
