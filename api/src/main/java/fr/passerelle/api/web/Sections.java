package fr.passerelle.api.web;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.RomeEditions;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Counterpart;
import fr.passerelle.vocab.service.Regional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a concept is linked to, in the order in which a reader wants it. */
final class Sections {
  private static final List<Link.Kind> ORDER =
      List.of(
          Link.Kind.BROADER,
          Link.Kind.COMPETENCE,
          Link.Kind.SAVOIR,
          Link.Kind.CONTEXTE_TRAVAIL,
          Link.Kind.MOBILITE,
          Link.Kind.NIVEAU,
          Link.Kind.SPECIALITE,
          Link.Kind.REMPLACE_PAR,
          Link.Kind.BLOC,
          Link.Kind.RELATED,
          Link.Kind.SECTEUR_ACTIVITE,
          Link.Kind.SECTEUR_NAF,
          Link.Kind.TYPE_CONTEXTE,
          Link.Kind.THEME,
          Link.Kind.CENTRE_INTERET,
          Link.Kind.RIASEC,
          Link.Kind.PARENT_V3);

  private final Snapshot snapshot;
  private final Concept concept;
  private final Texts t;
  private final List<Section> sections = new ArrayList<>();

  private Sections(Snapshot snapshot, Concept concept, Texts t) {
    this.snapshot = snapshot;
    this.concept = concept;
    this.t = t;
  }

  static List<Section> of(Snapshot snapshot, Concept concept, Texts t) {
    Sections sections = new Sections(snapshot, concept, t);
    for (Link.Kind kind : ORDER) {
      sections.outgoing(kind);
      sections.incoming(kind);
      if (kind == Link.Kind.MOBILITE) {
        sections.mapped();
        sections.inherited();
      }
    }
    return List.copyOf(sections.sections);
  }

  private void outgoing(Link.Kind kind) {
    List<Anchor> anchors = anchors(concept.links(kind));
    if (kind == Link.Kind.BROADER && anchors.size() < 2) {
      return; // the trail says it
    }
    boolean marked = anchors.stream().anyMatch(anchor -> anchor.mark() != Link.Mark.NONE);
    add("out." + kind, "", marked ? byMark(kind, anchors) : one(anchors));
  }

  /** Core first, as links are in that order within a rank. */
  private List<Section.Group> byMark(Link.Kind kind, List<Anchor> anchors) {
    return Stream.of(Link.Mark.values())
        .map(mark ->
            new Section.Group(
                t.get((kind == Link.Kind.RIASEC ? "riasec." : "mark.") + mark),
                anchors.stream().filter(anchor -> anchor.mark() == mark).toList()))
        .filter(group -> !group.anchors().isEmpty())
        .toList();
  }

  /**
   * Links that point here, without associations already told from here: Formacode has both ends.
   */
  private Stream<Link> unsaid(Link.Kind kind) {
    List<ConceptRef> told =
        kind == Link.Kind.RELATED ? concept.links(kind).map(Link::target).toList() : List.of();
    return snapshot.inverse(concept.ref(), kind).filter(link -> !told.contains(link.target()));
  }

  private void incoming(Link.Kind kind) {
    List<Anchor> anchors = anchors(unsaid(kind));
    List<ConceptType> types =
        anchors.stream().map(Sections::type).flatMap(Optional::stream).distinct().sorted().toList();
    if (types.size() < 2) {
      String typed = types.isEmpty() ? "" : "." + types.getFirst().id();
      String key = "in." + kind;
      add(t.has(key + typed) ? key + typed : key, "", one(anchors));
      return;
    }
    Function<ConceptType, List<Anchor>> ofType =
        type ->
            anchors.stream()
                .filter(anchor -> type(anchor).filter(type::equals).isPresent())
                .toList();
    add(
        "in." + kind,
        "",
        types.stream()
            .map(type -> new Section.Group(t.get("types." + type.id()), ofType.apply(type)))
            .toList());
  }

  /** What published correspondences say: a section for each scheme, a group for each author. */
  private void mapped() {
    Map<String, List<Mapping>> byScheme =
        snapshot
            .mappings(concept.ref())
            .filter(mapping -> snapshot.find(mapping.pair().to()).isPresent())
            // They are told among what regions add.
            .filter(mapping -> !Regional.isVariant(snapshot, mapping))
            .collect(
                Collectors.groupingBy(
                    mapping -> mapping.pair().to().scheme(), TreeMap::new, Collectors.toList()));
    byScheme.forEach((scheme, mappings) -> {
      Map<PublishedCorrespondence, List<Mapping>> byAuthor =
          mappings.stream()
              .collect(Collectors.groupingBy(Mapping::by, LinkedHashMap::new, Collectors.toList()));
      String id = "map-" + scheme;
      sections.add(
          new Section(
              id,
              mappedTitle(scheme, mappings.getFirst()),
              "",
              byAuthor.entrySet().stream()
                  .map(each ->
                      new Section.Group(
                          according(each.getKey()),
                          page(each.getKey()),
                          mappedAnchors(each.getValue())))
                  .toList()));
    });
  }

  private List<Anchor> mappedAnchors(List<Mapping> mappings) {
    return anchors(
        mappings.stream()
            .map(mapping -> mapping.pair().to())
            .distinct()
            .map(ref -> Link.of(Link.Kind.RELATED, ref)));
  }

  private static String page(PublishedCorrespondence by) {
    return "/doc/correspondence/" + by.correspondence().id();
  }

  private String according(PublishedCorrespondence by) {
    return t.get("map.according", by.correspondence().author().name(), by.release().release().id());
  }

  /** What the other end is, and in which vocabulary: a ROME 3 sheet is no ROME 4 sheet. */
  private String mappedTitle(String scheme, Mapping first) {
    String type =
        snapshot
            .find(first.pair().to())
            .map(concept -> t.get("types." + concept.type().id()))
            .orElse("");
    return t.get("map.title", type, scheme);
  }

  /**
   * Certifications of a ROME 4 sheet: their producer indexes them on ROME 3, so that they come
   * through the sheets that France Travail names as parents, and are said to.
   */
  private void inherited() {
    if (concept.type() != ConceptType.FICHE_METIER
        || concept.ref().scheme().equals(RomeEditions.ROME_3)
        || concept.ref().scheme().equals(RomeEditions.UNKNOWN)
        || !concept.ref().scheme().startsWith("rome-")) {
      return;
    }
    List<Link> parents = concept.links(Link.Kind.PARENT_V3).toList();
    // Each once, by the first correspondence that says so.
    Map<PublishedCorrespondence, List<Counterpart>> bySaying =
        Counterpart.inherited(snapshot, concept).stream()
            .collect(
                Collectors.groupingBy(
                    each -> each.statements().getFirst().by(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    String codes =
        parents.stream().map(parent -> parent.target().code()).collect(Collectors.joining(", "));
    String note =
        parents.isEmpty()
            ? t.get("inherited.no-parent")
            : t.get(bySaying.isEmpty() ? "inherited.none" : "inherited.note", codes);
    sections.add(
        new Section("certifications", t.get("inherited.title"), note, inherited(bySaying)));
  }

  private List<Section.Group> inherited(Map<PublishedCorrespondence, List<Counterpart>> bySaying) {
    return bySaying.entrySet().stream()
        .map(each ->
            new Section.Group(
                according(each.getKey()),
                page(each.getKey()),
                anchors(
                    each.getValue().stream()
                        .map(other -> Link.of(Link.Kind.RELATED, other.concept().ref())))))
        .toList();
  }

  private void add(String key, String note, List<Section.Group> groups) {
    if (groups.stream().anyMatch(group -> !group.anchors().isEmpty())) {
      String id = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
      sections.add(new Section(id, t.get(key), note, groups));
    }
  }

  private static List<Section.Group> one(List<Anchor> anchors) {
    return List.of(new Section.Group("", anchors));
  }

  private List<Anchor> anchors(Stream<Link> links) {
    return links.map(link -> Anchor.of(snapshot, link, t)).toList();
  }

  private static Optional<ConceptType> type(Anchor anchor) {
    return anchor.concept().map(Concept::type);
  }
}
