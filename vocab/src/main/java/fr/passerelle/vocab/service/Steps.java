package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.Snapshot;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hops that lead on from a concept, towards training domains or towards skills. */
final class Steps {
  private final Snapshot snapshot;
  private final boolean forward;

  /** What may lead to a station, found once a walk: most pairs of a concept lead elsewhere. */
  private final Map<String, Map<Station, List<PublishedCorrespondence>>> leading = new HashMap<>();

  /**
   * Steps in what is published.
   *
   * @param forward towards training domains
   */
  Steps(Snapshot snapshot, boolean forward) {
    this.snapshot = snapshot;
    this.forward = forward;
  }

  boolean forward() {
    return forward;
  }

  /** Hops from that concept, in the order of links, then of correspondences. */
  List<Step> from(Concept concept) {
    Optional<Station> station = Station.of(concept);
    if (station.isEmpty() || concept.status() == Status.RETIRED) {
      return List.of();
    }
    return forward ? onward(station.get(), concept) : backward(station.get(), concept);
  }

  private List<Step> onward(Station station, Concept concept) {
    return switch (station) {
      case SKILL -> both(narrower(concept), calling(concept));
      case OCCUPATION ->
          concept.type() == ConceptType.APPELLATION
              ? sheet(concept)
              : both(
                  links(concept, link -> link.kind() == Link.Kind.PARENT_V3),
                  mappings(concept, Station.CERTIFICATION));
      case OCCUPATION_V3 -> mappings(concept, Station.CERTIFICATION);
      case CERTIFICATION -> mappings(concept, Station.TRAINING_DOMAIN);
      case TRAINING_DOMAIN -> List.of();
    };
  }

  private List<Step> backward(Station station, Concept concept) {
    return switch (station) {
      case TRAINING_DOMAIN -> mappings(concept, Station.CERTIFICATION);
      case CERTIFICATION ->
          both(mappings(concept, Station.OCCUPATION_V3), mappings(concept, Station.OCCUPATION));
      case OCCUPATION_V3 -> inverse(concept, link -> link.kind() == Link.Kind.PARENT_V3);
      case OCCUPATION ->
          concept.type() == ConceptType.APPELLATION
              ? sheet(concept)
              : links(concept, Steps::callsFor);
      case SKILL -> List.of();
    };
  }

  private static List<Step> both(List<Step> first, List<Step> then) {
    List<Step> both = new ArrayList<>(first);
    both.addAll(then);
    return both;
  }

  private static boolean callsFor(Link link) {
    return link.kind() == Link.Kind.COMPETENCE || link.kind() == Link.Kind.SAVOIR;
  }

  /** A job title leads to its sheet. */
  private List<Step> sheet(Concept title) {
    return links(title, link -> link.kind() == Link.Kind.BROADER);
  }

  /** Sheets name skills, not the groups that these are in. */
  private List<Step> narrower(Concept skill) {
    return skill.type() == ConceptType.MACRO_COMPETENCE
        ? inverse(
            skill,
            link -> link.kind() == Link.Kind.BROADER,
            narrower -> Station.of(narrower).isPresent())
        : List.of();
  }

  private List<Step> links(Concept concept, Predicate<Link> wanted) {
    List<Step> steps = new ArrayList<>();
    for (Link link : concept.links()) {
      if (wanted.test(link)) {
        snapshot
            .find(link.target())
            .map(to -> new Step(Hop.of(concept.ref(), link, false, release(concept)), to))
            .ifPresent(steps::add);
      }
    }
    return steps;
  }

  /** Sheets that call for the skill. */
  private List<Step> calling(Concept skill) {
    return inverse(skill, Steps::callsFor);
  }

  /** Sheets that name the concept; their job titles do too, and add nothing. */
  private List<Step> inverse(Concept concept, Predicate<Link> wanted) {
    return inverse(concept, wanted, each -> each.type() == ConceptType.FICHE_METIER);
  }

  private List<Step> inverse(Concept concept, Predicate<Link> wanted, Predicate<Concept> from) {
    return snapshot
        .inverse(concept.ref())
        .filter(wanted)
        .flatMap(link ->
            snapshot.find(link.target()).filter(from).stream()
                .map(to -> new Step(Hop.of(concept.ref(), link, true, release(to)), to)))
        .toList();
  }

  private List<Step> mappings(Concept concept, Station to) {
    ConceptRef ref = concept.ref();
    List<Step> steps = new ArrayList<>();
    for (PublishedCorrespondence by : leadingTo(ref.scheme(), to)) {
      by.from(ref).forEach(pair -> add(steps, new Mapping(by, pair, false), to));
      by.to(ref).forEach(pair -> add(steps, new Mapping(by, pair.inverse(), true), to));
    }
    return steps;
  }

  private void add(List<Step> steps, Mapping mapping, Station station) {
    snapshot
        .find(mapping.pair().to())
        .filter(to -> Station.of(to).filter(station::equals).isPresent())
        .map(to -> new Step(Hop.of(mapping), to))
        .ifPresent(steps::add);
  }

  private List<PublishedCorrespondence> leadingTo(String scheme, Station station) {
    return leading
        .computeIfAbsent(scheme, key -> new EnumMap<>(Station.class))
        .computeIfAbsent(
            station,
            key ->
                snapshot.correspondences(scheme).stream()
                    .filter(by -> stations(by.correspondence()).contains(station))
                    .toList());
  }

  private Set<Station> stations(Correspondence correspondence) {
    return Stream.of(correspondence.source(), correspondence.target())
        .flatMap(id -> snapshot.findScheme(id).stream())
        .flatMap(scheme -> Station.of(scheme.scheme()).stream())
        .collect(Collectors.toSet());
  }

  private PublishedRelease release(Concept concept) {
    return snapshot
        .findScheme(concept.ref().scheme())
        .map(scheme -> scheme.releaseOf(concept))
        .orElseThrow();
  }

  /** Why nothing leads on from that concept. */
  BrokenHop broken(Concept concept) {
    Optional<Association> none =
        snapshot.correspondences(concept.ref().scheme()).stream()
            .filter(by -> leadsOn(by.correspondence(), concept))
            .flatMap(by -> by.findUnmatched(concept.ref()).stream())
            .findFirst();
    BrokenHop.Reason reason =
        concept.status() == Status.RETIRED
            ? BrokenHop.Reason.RETIRED
            : none.isPresent() ? BrokenHop.Reason.SAID_NONE : missing(concept);
    return new BrokenHop(concept, reason, none.map(Association::comment).orElse(""));
  }

  /** Whether a correspondence is about the hop that is looked for, at its other end. */
  private boolean leadsOn(Correspondence correspondence, Concept concept) {
    String scheme = concept.ref().scheme();
    String other =
        correspondence.source().equals(scheme) ? correspondence.target() : correspondence.source();
    boolean rome3 = other.equals("rome-3");
    boolean rome4 = other.equals("rome-4");
    boolean formacode = other.startsWith("formacode");
    return switch (Station.of(concept).orElseThrow()) {
      case SKILL -> false;
      case OCCUPATION -> forward && rome3;
      case OCCUPATION_V3 -> forward ? !rome4 : rome4;
      case CERTIFICATION -> forward ? formacode : rome3;
      case TRAINING_DOMAIN -> !formacode;
    };
  }

  private BrokenHop.Reason missing(Concept concept) {
    return switch (Station.of(concept).orElseThrow()) {
      case SKILL -> BrokenHop.Reason.NOT_CALLED_FOR;
      case OCCUPATION -> forward ? BrokenHop.Reason.NO_V3_PARENT : BrokenHop.Reason.NO_SKILL;
      case OCCUPATION_V3 ->
          forward ? BrokenHop.Reason.NO_CERTIFICATION : BrokenHop.Reason.NO_ROME_4_SHEET;
      case CERTIFICATION ->
          concept.status() == Status.REFERENCED
              ? BrokenHop.Reason.ONLY_CITED
              : forward ? BrokenHop.Reason.NO_TRAINING_DOMAIN : BrokenHop.Reason.NO_OCCUPATION;
      case TRAINING_DOMAIN -> BrokenHop.Reason.NO_CERTIFICATION;
    };
  }
}
