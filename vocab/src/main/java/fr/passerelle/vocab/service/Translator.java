package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Translates codes of one scheme into another through published correspondences, read either way.
 */
public final class Translator {
  /** Codes in one question. */
  public static final int MOST_CODES = 1_000;

  /** Scheme whose codes registers still use. */
  static final String ROME_3 = "rome-3";

  /** To look for a near code costs a search: beyond these, unknown codes are only said unknown. */
  private static final int MOST_NEAREST = 20;

  private final Snapshot snapshot;
  private final PublishedScheme from;
  private final String to;
  private final List<PublishedCorrespondence> own;
  private final List<PublishedCorrespondence> ofV3;
  private int searched;

  private Translator(
      Snapshot snapshot, PublishedScheme from, String to, List<PublishedCorrespondence> usable) {
    this.snapshot = snapshot;
    this.from = from;
    this.to = to;
    this.own = between(usable, from.scheme().id(), to);
    this.ofV3 = from.scheme().id().equals("rome-4") ? between(usable, ROME_3, to) : List.of();
  }

  /** A translator to a scheme, through all correspondences between the two. */
  public static Translator to(Snapshot snapshot, PublishedScheme from, PublishedScheme to) {
    return new Translator(snapshot, from, to.scheme().id(), snapshot.correspondences());
  }

  /** A translator through one correspondence, to its side that the codes are not of. */
  public static Translator through(
      Snapshot snapshot, PublishedScheme from, PublishedCorrespondence by) {
    String source = by.correspondence().source();
    String target = by.correspondence().target();
    String start = from.scheme().id();
    boolean backwards = start.equals(target) || (start.equals("rome-4") && target.equals(ROME_3));
    return new Translator(snapshot, from, backwards ? source : target, List.of(by));
  }

  /** Schemes that codes of that scheme can be translated into. */
  public static List<String> reachable(Snapshot snapshot, String scheme) {
    Set<String> starts = scheme.equals("rome-4") ? Set.of(scheme, ROME_3) : Set.of(scheme);
    return snapshot.correspondences().stream()
        .map(PublishedCorrespondence::correspondence)
        .flatMap(each ->
            starts.contains(each.source())
                ? Stream.of(each.target())
                : starts.contains(each.target()) ? Stream.of(each.source()) : Stream.empty())
        .distinct()
        .sorted()
        .toList();
  }

  private static List<PublishedCorrespondence> between(
      List<PublishedCorrespondence> all, String one, String other) {
    return all.stream().filter(by -> joins(by, one, other) || joins(by, other, one)).toList();
  }

  private static boolean joins(PublishedCorrespondence by, String source, String target) {
    return by.correspondence().source().equals(source)
        && by.correspondence().target().equals(target);
  }

  /** Whether anything joins the two schemes. */
  public boolean possible() {
    return !own.isEmpty() || !ofV3.isEmpty();
  }

  /**
   * Translates those codes.
   *
   * @param codes as people write them, {@link #MOST_CODES} at most
   */
  public Translation translate(List<String> codes) {
    List<PublishedCorrespondence> used = new ArrayList<>(own);
    used.addAll(ofV3);
    return new Translation(
        from.scheme().id(), to, used, codes.stream().map(this::translate).toList());
  }

  private Translation.Item translate(String code) {
    Optional<Concept> found = snapshot.find(from, code);
    if (found.isEmpty()) {
      return new Translation.Item(
          code,
          found,
          List.of(),
          Translation.Reason.UNKNOWN_CODE,
          "",
          List.of(),
          List.of(),
          nearest(code));
    }
    Concept concept = found.get();
    List<Mapping> targets = targets(own, concept.ref());
    List<Translation.Inherited> inherited = ofV3.isEmpty() ? List.of() : inherited(concept);
    Optional<Association> none =
        own.stream().flatMap(by -> by.findUnmatched(concept.ref()).stream()).findFirst();
    return new Translation.Item(
        code,
        found,
        targets,
        reason(targets, inherited, none),
        none.map(Association::comment).orElse(""),
        inherited,
        replacements(concept),
        List.of());
  }

  private static Translation.Reason reason(
      List<Mapping> targets, List<Translation.Inherited> inherited, Optional<Association> none) {
    if (!targets.isEmpty()) {
      return Translation.Reason.NONE;
    }
    if (!inherited.isEmpty()) {
      return Translation.Reason.INHERITED_ONLY;
    }
    return none.isPresent() ? Translation.Reason.SAID_NONE : Translation.Reason.NO_PAIR;
  }

  private static List<Mapping> targets(List<PublishedCorrespondence> through, ConceptRef ref) {
    List<Mapping> targets = new ArrayList<>();
    for (PublishedCorrespondence by : through) {
      by.from(ref).forEach(pair -> targets.add(new Mapping(by, pair, false)));
      by.to(ref).forEach(pair -> targets.add(new Mapping(by, pair.inverse(), true)));
    }
    return targets;
  }

  private List<Translation.Inherited> inherited(Concept sheet) {
    return sheet
        .links(Link.Kind.PARENT_V3)
        .map(parent -> new Translation.Inherited(parent.target(), targets(ofV3, parent.target())))
        .filter(parent -> !parent.targets().isEmpty())
        .toList();
  }

  static List<ConceptRef> replacements(Concept concept) {
    return concept.status() == Status.RETIRED
        ? concept.links(Link.Kind.REMPLACE_PAR).map(Link::target).toList()
        : List.of();
  }

  private List<ConceptRef> nearest(String code) {
    searched++;
    return searched > MOST_NEAREST
        ? List.of()
        : Nearest.codes(snapshot, Set.of(from.scheme().id()), code);
  }
}
