package fr.passerelle.api.graphql;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    OUTGOING.forEach((name, kind) ->
        concept.field(name, (each, call) -> Connection.of(call, outgoing(each, call, kind))));
    concept
        .field("links", (each, call) -> Connection.of(call, links(each, call)))
        .field("narrower", (each, call) -> Connection.of(call, narrower(each, call)))
        .field("appellations", (each, call) -> Connection.of(call, appellations(each, call)))
        .field("occupations", (each, call) -> Connection.of(call, occupations(each, call)))
        .field(
            "certificationsOfV3Parent",
            (each, call) ->
                Connection.of(call, links(call.view().snapshot().certificationsOfV3Parents(each))));
    MAPPED.forEach((name, types) ->
        concept.field(name, (each, call) -> Connection.of(call, links(mapped(each, call, types)))));
  }

  private static Stream<Link> outgoing(Concept concept, Call call, Link.Kind kind) {
    Link.@Nullable Mark mark = call.choice(Link.Mark.class, "mark");
    return concept.links(kind).filter(link -> mark == null || link.mark() == mark);
  }

  private static Stream<Link> links(Concept concept, Call call) {
    return concept.links(Objects.requireNonNull(call.choice(Link.Kind.class, "kind")));
  }

  private static Stream<Link> narrower(Concept concept, Call call) {
    @Nullable ConceptType type = call.choice(ConceptType.class, "type");
    Stream<Link> all = call.view().snapshot().inverse(concept.ref(), Link.Kind.BROADER);
    return type == null ? all : all.filter(link -> isA(call, link, type));
  }

  private static Stream<Link> appellations(Concept concept, Call call) {
    return call.view()
        .snapshot()
        .inverse(concept.ref(), Link.Kind.BROADER)
        .filter(link -> isA(call, link, ConceptType.APPELLATION));
  }

  /** A job title names its sheet itself; everything else of ROME is named by sheets. */
  private static Stream<Link> occupations(Concept concept, Call call) {
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

  private static Stream<ConceptRef> mapped(Concept concept, Call call, Set<ConceptType> types) {
    return call.view()
        .snapshot()
        .mappings(concept.ref())
        .map(mapping -> mapping.pair().to())
        .filter(ref -> call.view().find(ref).filter(to -> types.contains(to.type())).isPresent())
        .distinct();
  }

  /** A connection is one of links; what correspondences say has no mark. */
  private static Stream<Link> links(Stream<ConceptRef> refs) {
    return refs.map(ref -> Link.of(Link.Kind.RELATED, ref));
  }

  private static boolean isA(Call call, Link link, ConceptType type) {
    return call.view().find(link.target()).filter(each -> each.type() == type).isPresent();
  }
}
