package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The hops that lead on from a concept, towards training domains or towards skills.
 *
 * @param snapshot what is published
 * @param forward towards training domains
 */
record Steps(Snapshot snapshot, boolean forward) {

  /** Hops from that concept, in the order of links, then of correspondences. */
  List<Hop> from(Concept concept) {
    Optional<Station> station = Station.of(concept);
    if (station.isEmpty() || concept.status() == Status.RETIRED) {
      return List.of();
    }
    return (forward ? onward(station.get(), concept) : backward(station.get(), concept)).toList();
  }

  private Stream<Hop> onward(Station station, Concept concept) {
    return switch (station) {
      case SKILL -> Stream.concat(narrower(concept), inverse(concept, Steps::callsFor));
      case OCCUPATION ->
          concept.type() == ConceptType.APPELLATION
              ? sheet(concept)
              : Stream.concat(
                  links(concept, link -> link.kind() == Link.Kind.PARENT_V3),
                  mappings(concept, Station.CERTIFICATION));
      case OCCUPATION_V3 -> mappings(concept, Station.CERTIFICATION);
      case CERTIFICATION -> mappings(concept, Station.TRAINING_DOMAIN);
      case TRAINING_DOMAIN -> Stream.empty();
    };
  }

  private Stream<Hop> backward(Station station, Concept concept) {
    return switch (station) {
      case TRAINING_DOMAIN -> mappings(concept, Station.CERTIFICATION);
      case CERTIFICATION ->
          Stream.concat(
              mappings(concept, Station.OCCUPATION_V3), mappings(concept, Station.OCCUPATION));
      case OCCUPATION_V3 -> inverse(concept, link -> link.kind() == Link.Kind.PARENT_V3);
      case OCCUPATION ->
          concept.type() == ConceptType.APPELLATION
              ? sheet(concept)
              : links(concept, Steps::callsFor);
      case SKILL -> Stream.empty();
    };
  }

  private static boolean callsFor(Link link) {
    return link.kind() == Link.Kind.COMPETENCE || link.kind() == Link.Kind.SAVOIR;
  }

  /** A job title leads to its sheet. */
  private Stream<Hop> sheet(Concept title) {
    return links(title, link -> link.kind() == Link.Kind.BROADER);
  }

  /** Sheets name skills, not the groups that these are in. */
  private Stream<Hop> narrower(Concept skill) {
    return skill.type() == ConceptType.MACRO_COMPETENCE
        ? snapshot
            .inverse(skill.ref(), Link.Kind.BROADER)
            .filter(link -> snapshot.find(link.target()).flatMap(Station::of).isPresent())
            .map(link -> Hop.of(skill.ref(), link, true, release(link.target())))
        : Stream.empty();
  }

  private Stream<Hop> links(Concept concept, Predicate<Link> wanted) {
    return concept.links().stream()
        .filter(wanted)
        .filter(link -> snapshot.find(link.target()).isPresent())
        .map(link -> Hop.of(concept.ref(), link, false, release(concept.ref())));
  }

  /** Sheets that name the concept; their job titles do too, and add nothing. */
  private Stream<Hop> inverse(Concept concept, Predicate<Link> wanted) {
    return snapshot
        .inverse(concept.ref())
        .filter(wanted)
        .filter(link ->
            snapshot
                .find(link.target())
                .filter(each -> each.type() == ConceptType.FICHE_METIER)
                .isPresent())
        .map(link -> Hop.of(concept.ref(), link, true, release(link.target())));
  }

  private Stream<Hop> mappings(Concept concept, Station to) {
    return snapshot
        .mappings(concept.ref())
        .filter(
            each -> snapshot.find(each.pair().to()).flatMap(Station::of).equals(Optional.of(to)))
        .map(Hop::of);
  }

  private PublishedRelease release(ConceptRef ref) {
    return snapshot
        .findScheme(ref.scheme())
        .map(scheme -> scheme.releaseOf(snapshot.find(ref).orElseThrow()))
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
