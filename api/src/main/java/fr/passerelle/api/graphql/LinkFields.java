package fr.passerelle.api.graphql;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.Counterpart;
import fr.passerelle.vocab.service.Hierarchy;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The links of a concept as connections: the one place where links become fields. */
final class LinkFields {
  /** Fields that show the links of one kind, from the concept that holds them. */
  static final Map<String, Link.Kind> OUTGOING =
      Map.ofEntries(
          Map.entry("skills", Link.Kind.COMPETENCE),
          Map.entry("knowledge", Link.Kind.SAVOIR),
          Map.entry("workContexts", Link.Kind.CONTEXTE_TRAVAIL),
          Map.entry("mobility", Link.Kind.MOBILITE),
          Map.entry("sectors", Link.Kind.SECTEUR_ACTIVITE),
          Map.entry("nafSectors", Link.Kind.SECTEUR_NAF),
          Map.entry("themes", Link.Kind.THEME),
          Map.entry("interests", Link.Kind.CENTRE_INTERET),
          Map.entry("riasecProfiles", Link.Kind.RIASEC),
          Map.entry("contextTypes", Link.Kind.TYPE_CONTEXTE),
          Map.entry("v3Parents", Link.Kind.PARENT_V3),
          Map.entry("blocks", Link.Kind.BLOC),
          Map.entry("replacedBy", Link.Kind.REMPLACE_PAR),
          Map.entry("levels", Link.Kind.NIVEAU),
          Map.entry("specialities", Link.Kind.SPECIALITE));

  /** Fields that show what published correspondences say, by the type at the other end. */
  private static final Map<String, Set<ConceptType>> MAPPED =
      Map.of(
          "romeSheets",
          EnumSet.of(ConceptType.FICHE_METIER),
          "formacodeTerms",
          EnumSet.of(ConceptType.TERME_FORMACODE),
          "certifications",
          EnumSet.of(ConceptType.CERTIFICATION, ConceptType.DIPLOME));

  private LinkFields() {}

  static void addTo(Fields<Concept> concept) {
    OUTGOING.forEach(
        (name, kind) -> concept.field(name, (each, call) -> outgoing(each, call, kind)));
    concept
        .field("links", (each, call) -> outgoing(each, call, kind(call)))
        .field("narrower", LinkFields::narrower)
        .field("appellations", LinkFields::appellations)
        .field("occupations", LinkFields::occupations)
        .field(
            "certificationsOfV3Parent",
            (each, call) ->
                counterparts(
                    call,
                    Counterpart.inherited(call.view().snapshot(), each),
                    () -> Absence.ofInherited(call.view().snapshot(), each)))
        .field(
            "ancestors",
            (each, call) -> relatives(each, call, Hierarchy::ancestors, Absence::ofAncestors))
        .field(
            "descendants",
            (each, call) -> relatives(each, call, Hierarchy::descendants, Absence::ofDescendants));
    MAPPED.forEach((name, types) -> concept.field(name, (each, call) -> mapped(each, call, types)));
  }

  private static Link.Kind kind(Call call) {
    return Objects.requireNonNull(call.choice(Link.Kind.class, "kind"));
  }

  private static Connection outgoing(Concept concept, Call call, Link.Kind kind) {
    Link.@Nullable Mark mark = call.choice(Link.Mark.class, "mark");
    return Connection.of(
        call,
        concept.links(kind).filter(link -> mark == null || link.mark() == mark),
        () ->
            mark != null && has(concept, kind)
                ? Absence.of(Absence.Reason.FILTERED)
                : Absence.ofLinks(call.view().snapshot(), concept, each -> has(each, kind)));
  }

  private static boolean has(Concept concept, Link.Kind kind) {
    return concept.links(kind).findAny().isPresent();
  }

  private static Connection narrower(Concept concept, Call call) {
    @Nullable ConceptType type = call.choice(ConceptType.class, "type");
    Snapshot snapshot = call.view().snapshot();
    return Connection.of(
        call,
        below(concept, call).filter(link -> type == null || isA(call, link, type)),
        () ->
            type != null && below(concept, call).findAny().isPresent()
                ? Absence.of(Absence.Reason.FILTERED)
                : Absence.ofDescendants(snapshot, concept));
  }

  private static Connection appellations(Concept concept, Call call) {
    return Connection.of(
        call,
        below(concept, call).filter(link -> isA(call, link, ConceptType.APPELLATION)),
        () ->
            Absence.ofLinks(
                call.view().snapshot(),
                concept,
                each ->
                    below(each, call).anyMatch(link -> isA(call, link, ConceptType.APPELLATION))));
  }

  private static Stream<Link> below(Concept concept, Call call) {
    return call.view().snapshot().inverse(concept.ref(), Link.Kind.BROADER);
  }

  private static Connection occupations(Concept concept, Call call) {
    return Connection.of(
        call,
        sheets(concept, call),
        () ->
            Absence.ofLinks(
                call.view().snapshot(), concept, each -> sheets(each, call).findAny().isPresent()));
  }

  /** A job title names its sheet itself; everything else of ROME is named by sheets. */
  private static Stream<Link> sheets(Concept concept, Call call) {
    Stream<Link> links =
        concept.type() == ConceptType.APPELLATION
            ? concept.links(Link.Kind.BROADER)
            : call.view()
                .snapshot()
                .inverse(concept.ref())
                .filter(
                    link -> link.kind() != Link.Kind.BROADER && link.kind() != Link.Kind.MOBILITE);
    return links.filter(link -> isA(call, link, ConceptType.FICHE_METIER));
  }

  private static Connection mapped(Concept concept, Call call, Set<ConceptType> types) {
    Snapshot snapshot = call.view().snapshot();
    Predicate<Concept> wanted = each -> types.contains(each.type());
    return counterparts(
        call,
        Counterpart.of(snapshot, concept, wanted),
        () -> Absence.ofCounterparts(snapshot, concept, wanted));
  }

  private static Connection counterparts(
      Call call, List<Counterpart> all, Supplier<Absence> absence) {
    return Connection.of(call, all, each -> each.concept().ref().key(), absence);
  }

  private static Connection relatives(
      Concept concept,
      Call call,
      BiFunction<Snapshot, Concept, List<Hierarchy.Relative>> find,
      BiFunction<Snapshot, Concept, Absence> absence) {
    Snapshot snapshot = call.view().snapshot();
    return Connection.of(
        call,
        find.apply(snapshot, concept),
        Hierarchy.Relative::key,
        () -> absence.apply(snapshot, concept));
  }

  private static boolean isA(Call call, Link link, ConceptType type) {
    return call.view().find(link.target()).filter(each -> each.type() == type).isPresent();
  }
}
