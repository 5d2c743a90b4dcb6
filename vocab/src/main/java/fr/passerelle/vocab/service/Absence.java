package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.SearchQuery;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a list about a concept is empty.
 *
 * @param reason why
 * @param comment what a correspondence says of it, or codes that explain; empty if nothing
 */
public record Absence(Reason reason, String comment) {

  /** Why a list may be empty. */
  public enum Reason {
    /** The concept left its vocabulary. */
    RETIRED("retiré de son vocabulaire : voir ce qui le remplace"),
    /** Its own record has not arrived. */
    ONLY_CITED("seulement cité par une autre source : sa propre fiche n'est pas publiée ici"),
    /** No concept of its type has any. */
    NOT_OF_THIS_TYPE("aucun concept de ce type n'en a dans ce vocabulaire"),
    /** There are some, which the filters hold back. */
    FILTERED("il y en a, que les filtres écartent"),
    /** A correspondence says that there is nothing. */
    SAID_NONE("une correspondance dit que rien n'y répond"),
    /** No correspondence says anything of it. */
    NO_PAIR("aucune correspondance publiée n'en dit rien"),
    /** No correspondence joins the vocabularies. */
    NO_CORRESPONDENCE("aucune correspondance publiée ne joint ce vocabulaire à ce qui est demandé"),
    /** A register indexes the ROME 3 parent. */
    INDEXED_ON_V3(
        "les registres indexent sur le ROME 3 : voir les certifications héritées du parent v3"),
    /** A ROME 4 sheet without parent. */
    NO_V3_PARENT(
        "France Travail ne nomme aucun parent ROME 3, et aucune certification n'indexe la fiche"
            + " ROME 4 elle-même"),
    /** The release is a sample. */
    SAMPLE("la version publiée n'est qu'un échantillon"),
    /** The source gives none. */
    NOT_STATED("la source n'en donne pas"),
    /** The edition only joins vocabularies. */
    NO_CONCEPTS(
        "cette édition n'a pas de notions à elle : elle ne fait que rapprocher celles d'autres"
            + " vocabulaires"),
    /** No label, code or text has the words. */
    NOT_FOUND("rien de ce qui est publié ne porte ces mots, ni rien qui leur ressemble"),
    /** None is published here. */
    NONE_PUBLISHED("cette instance n'en publie aucun"),
    /** It may be used today. */
    IN_USE("toujours en usage : rien n'a pris sa place"),
    /** Nobody publishes any here. */
    NONE_MADE("personne n'en publie ici pour cette notion"),
    /** No word was given. */
    NOT_ASKED("aucun mot n'est donné"),
    /** Nothing differs. */
    NO_CHANGE("rien n'a changé entre ces deux états");

    private final String explanation;

    Reason(String explanation) {
      this.explanation = explanation;
    }

    /** French phrase. */
    public String explanation() {
      return explanation;
    }
  }

  /** A reason that says all. */
  public static Absence of(Reason reason) {
    return new Absence(reason, "");
  }

  /** French phrase, with the comment. */
  public String explanation() {
    return comment.isEmpty() ? reason.explanation() : reason.explanation() + " : " + comment;
  }

  /**
   * Why a concept has no link of some sort.
   *
   * @param has whether a concept has one: asked of others of its type
   */
  public static Absence ofLinks(Snapshot snapshot, Concept concept, Predicate<Concept> has) {
    return ofLinks(snapshot, concept, () -> isTypical(snapshot, concept, has));
  }

  /** The same, the others being asked once for all: every concept shows these lists. */
  private static Absence ofLinks(
      Snapshot snapshot, Concept concept, String list, Predicate<Concept> has) {
    String question = list + " " + concept.ref().scheme() + " " + concept.type();
    return ofLinks(
        snapshot, concept, () -> snapshot.once(question, () -> isTypical(snapshot, concept, has)));
  }

  private static boolean isTypical(Snapshot snapshot, Concept concept, Predicate<Concept> has) {
    return snapshot.findScheme(concept.ref().scheme()).orElseThrow().scheme().concepts().stream()
        .anyMatch(each -> each.type() == concept.type() && has.test(each));
  }

  private static Absence ofLinks(Snapshot snapshot, Concept concept, BooleanSupplier typical) {
    if (concept.status() == Status.RETIRED) {
      return of(Reason.RETIRED);
    }
    if (concept.status() == Status.REFERENCED) {
      return of(Reason.ONLY_CITED);
    }
    PublishedScheme scheme = snapshot.findScheme(concept.ref().scheme()).orElseThrow();
    return of(
        !typical.getAsBoolean()
            ? Reason.NOT_OF_THIS_TYPE
            : isSample(scheme.releaseOf(concept)) ? Reason.SAMPLE : Reason.NOT_STATED);
  }

  /**
   * Why nothing is left of a list.
   *
   * @param all what there is before any filter
   */
  public static Absence ofAll(List<?> all) {
    return of(all.isEmpty() ? Reason.NONE_PUBLISHED : Reason.FILTERED);
  }

  /** Why a search found nothing. */
  public static Absence ofSearch(Snapshot snapshot, SearchQuery query) {
    boolean elsewhere = snapshot.search().search(SearchQuery.of(query.text(), 1)).total() > 0;
    return of(elsewhere ? Reason.FILTERED : Reason.NOT_FOUND);
  }

  /** Why nothing is above a concept. */
  public static Absence ofAncestors(Snapshot snapshot, Concept concept) {
    return ofLinks(
        snapshot, concept, "above", each -> each.links(Link.Kind.BROADER).findAny().isPresent());
  }

  /** Why nothing is below a concept. */
  public static Absence ofDescendants(Snapshot snapshot, Concept concept) {
    return ofLinks(
        snapshot,
        concept,
        "below",
        each -> snapshot.inverse(each.ref(), Link.Kind.BROADER).findAny().isPresent());
  }

  /** Why nothing is beside a concept. */
  public static Absence ofRelated(Snapshot snapshot, Concept concept) {
    return ofLinks(
        snapshot, concept, "beside", each -> each.links(Link.Kind.RELATED).findAny().isPresent());
  }

  /**
   * Why no correspondence ties a concept to others.
   *
   * @param wanted which others
   */
  public static Absence ofCounterparts(
      Snapshot snapshot, Concept concept, Predicate<Concept> wanted) {
    if (concept.status() == Status.RETIRED) {
      return of(Reason.RETIRED);
    }
    List<PublishedCorrespondence> leading =
        snapshot.correspondences().stream()
            .filter(by -> leads(snapshot, by, concept.ref().scheme(), wanted))
            .toList();
    if (leading.isEmpty()) {
      return notJoined(snapshot, concept, wanted);
    }
    Optional<Association> none =
        leading.stream().flatMap(by -> by.findUnmatched(concept.ref()).stream()).findFirst();
    if (none.isPresent()) {
      return new Absence(Reason.SAID_NONE, none.get().comment());
    }
    boolean cited = concept.status() == Status.REFERENCED && isRegistered(concept);
    boolean sample = leading.stream().anyMatch(by -> isSample(by.release()));
    return of(cited ? Reason.ONLY_CITED : sample ? Reason.SAMPLE : Reason.NO_PAIR);
  }

  /** Registers index on ROME 3: what is asked of a ROME 4 sheet may be found at its parents. */
  private static Absence notJoined(Snapshot snapshot, Concept concept, Predicate<Concept> wanted) {
    boolean sheet = isOfRome4(concept);
    boolean ofV3 =
        snapshot.correspondences().stream()
            .anyMatch(by -> leads(snapshot, by, Translator.ROME_3, wanted));
    if (!sheet || !ofV3) {
      return of(Reason.NO_CORRESPONDENCE);
    }
    String parents = parents(concept);
    return parents.isEmpty() ? of(Reason.NO_V3_PARENT) : new Absence(Reason.INDEXED_ON_V3, parents);
  }

  /** Why no certification reaches a concept through its ROME 3 parents. */
  public static Absence ofInherited(Snapshot snapshot, Concept concept) {
    if (!isOfRome4(concept)) {
      return of(Reason.NOT_OF_THIS_TYPE);
    }
    if (concept.status() == Status.RETIRED) {
      return of(Reason.RETIRED);
    }
    String parents = parents(concept);
    if (parents.isEmpty()) {
      return of(Reason.NO_V3_PARENT);
    }
    boolean sample =
        snapshot.correspondences().stream()
            .filter(by -> joins(by.correspondence(), Translator.ROME_3))
            .anyMatch(by -> isSample(by.release()));
    return new Absence(sample ? Reason.SAMPLE : Reason.NO_PAIR, parents);
  }

  private static boolean isOfRome4(Concept concept) {
    return concept.type() == ConceptType.FICHE_METIER && concept.ref().scheme().equals("rome-4");
  }

  private static String parents(Concept sheet) {
    return sheet
        .links(Link.Kind.PARENT_V3)
        .map(parent -> parent.target().code())
        .collect(Collectors.joining(", "));
  }

  private static boolean isRegistered(Concept concept) {
    return concept.type() == ConceptType.CERTIFICATION || concept.type() == ConceptType.DIPLOME;
  }

  private static boolean isSample(PublishedRelease release) {
    return release.release().source().sample();
  }

  private static boolean joins(Correspondence said, String scheme) {
    return said.source().equals(scheme) || said.target().equals(scheme);
  }

  /** Whether a correspondence ties concepts of a scheme to any that are wanted. */
  private static boolean leads(
      Snapshot snapshot, PublishedCorrespondence by, String scheme, Predicate<Concept> wanted) {
    Correspondence said = by.correspondence();
    return said.pairs().stream()
        .limit(1)
        .flatMap(pair ->
            Stream.of(
                said.source().equals(scheme)
                    ? Optional.of(pair.to())
                    : Optional.<ConceptRef>empty(),
                said.target().equals(scheme)
                    ? Optional.of(pair.from())
                    : Optional.<ConceptRef>empty()))
        .flatMap(Optional::stream)
        .flatMap(ref -> snapshot.find(ref).stream())
        .anyMatch(wanted);
  }
}
