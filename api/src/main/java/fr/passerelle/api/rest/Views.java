package fr.passerelle.api.rest;

import fr.passerelle.api.rest.ConceptView.HistoryView;
import fr.passerelle.api.rest.ConceptView.LinkView;
import fr.passerelle.api.rest.ConceptView.NoteView;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Hit;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.service.Absence;
import fr.passerelle.vocab.service.Cardinality;
import fr.passerelle.vocab.service.ConceptList;
import fr.passerelle.vocab.service.Regional;
import fr.passerelle.vocab.service.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Concepts of one snapshot as JSON views, in one language. */
final class Views {
  private final Snapshot snapshot;
  private final Uris uris;
  private final String lang;

  /** A thousand codes have few hundred targets between them. */
  private final Map<ConceptRef, ConceptItem> items = new HashMap<>();

  Views(Snapshot snapshot, Uris uris, String lang) {
    this.snapshot = snapshot;
    this.uris = uris;
    this.lang = lang;
  }

  /** The same words for another state. */
  Views of(Snapshot state) {
    return new Views(state, uris, lang);
  }

  ConceptItem item(Concept concept) {
    return ConceptItem.of(uri(concept.ref()), concept, lang, null);
  }

  /** Both ends of a pair are concepts or stubs of the release that states it. */
  ConceptItem item(ConceptRef ref) {
    ConceptItem known = items.get(ref);
    if (known == null) {
      known = item(snapshot.find(ref).orElseThrow());
      items.put(ref, known);
    }
    return known;
  }

  /** What states something, and what says what these concepts are called, each once. */
  List<SourceView> sources(Stream<PublishedRelease> stating, Stream<ConceptRef> shown) {
    return Stream.concat(
            stating,
            shown
                .map(ConceptRef::scheme)
                .distinct()
                .flatMap(scheme -> snapshot.findScheme(scheme).stream())
                .map(PublishedScheme::release))
        .distinct()
        .map(SourceView::of)
        .toList();
  }

  /** What states the hops of a walk and the concepts that they join. */
  List<SourceView> sources(Walk walk) {
    return walk.sources(snapshot).stream().map(SourceView::of).toList();
  }

  /** The concepts of those names that are published. */
  List<ConceptItem> items(Collection<ConceptRef> refs) {
    return refs.stream().flatMap(ref -> snapshot.find(ref).stream()).map(this::item).toList();
  }

  MappingView mapping(Mapping mapping) {
    Pair pair = mapping.pair();
    PublishedCorrespondence by = mapping.by();
    OptionalDouble confidence = pair.confidence();
    String author = pair.note().author();
    return new MappingView(
        item(pair.from()),
        item(pair.to()),
        pair.predicate().id(),
        mapping.direction(),
        Cardinality.of(mapping).sign(),
        confidence.isPresent() ? confidence.getAsDouble() : null,
        pair.justification().curie(),
        by.correspondence().id(),
        author.isEmpty() ? by.correspondence().author().name() : author,
        pair.note().reviewer(),
        pair.note().date(),
        by.release().release().edition().id(),
        by.release().release().id(),
        pair.note().comment());
  }

  List<MappingView> mappings(List<Mapping> mappings) {
    return mappings.stream().map(this::mapping).toList();
  }

  /** A search result; a concept that the index knows is in the snapshot of that index. */
  Stream<ConceptItem> item(Hit hit) {
    return snapshot.find(hit.ref()).stream()
        .map(concept ->
            ConceptItem.of(uri(hit.ref()), concept, lang, ConceptItem.MatchView.of(hit.match())));
  }

  ConceptView concept(PublishedScheme scheme, Concept concept) {
    return new ConceptView(
        uri(concept.ref()),
        concept.ref().scheme(),
        concept.code(),
        concept.type().id(),
        ConceptItem.status(concept.status()),
        concept.prefLabel(lang),
        altLabels(concept),
        concept.notes().stream()
            .filter(note -> note.kind() == Note.Kind.DEFINITION)
            .map(Note::text)
            .collect(Collectors.joining("\n")),
        notes(concept),
        items(concept.links(Link.Kind.BROADER)),
        items(snapshot.inverse(concept.ref(), Link.Kind.BROADER)),
        items(
            Stream.concat(
                concept.links(Link.Kind.RELATED),
                snapshot.inverse(concept.ref(), Link.Kind.RELATED))),
        links(concept),
        properties(concept),
        snapshot.collections(concept.ref()).stream()
            .map(each -> CollectionView.Item.of(uris, each))
            .toList(),
        regional(concept),
        empty(concept),
        new HistoryView(
            concept.history().entered(), concept.history().changed(), concept.history().left()),
        scheme.releaseOf(concept).release().id(),
        SourceView.of(scheme.releaseOf(concept)));
  }

  /** The lists of a concept that are empty; what regions add is not there where there is none. */
  private List<ConceptView.EmptyView> empty(Concept concept) {
    return Stream.of(
            ConceptList.BROADER, ConceptList.NARROWER, ConceptList.RELATED, ConceptList.COLLECTIONS)
        .flatMap(list -> list.absence(snapshot, concept).stream().map(why -> empty(list, why)))
        .toList();
  }

  private static ConceptView.EmptyView empty(ConceptList list, Absence why) {
    return new ConceptView.EmptyView(lower(list), lower(why.reason()), why.explanation());
  }

  private @Nullable List<RegionalView> regional(Concept concept) {
    List<Regional> all = Regional.of(snapshot, concept);
    return all.isEmpty()
        ? null
        : all.stream().map(each -> RegionalView.of(this, uris, each)).toList();
  }

  private List<String> altLabels(Concept concept) {
    return concept.altLabels().stream()
        .sorted(Comparator.comparing(label -> !label.lang().equals(lang)))
        .map(Label::text)
        .toList();
  }

  private static List<NoteView> notes(Concept concept) {
    return concept.notes().stream()
        .filter(note -> note.kind() != Note.Kind.DEFINITION)
        .map(note -> new NoteView(lower(note.kind()), note.lang(), note.text()))
        .toList();
  }

  private List<ConceptItem> items(Stream<Link> links) {
    return links
        .map(Link::target)
        .distinct()
        .flatMap(ref -> snapshot.find(ref).stream())
        .map(this::item)
        .toList();
  }

  private Map<String, List<LinkView>> links(Concept concept) {
    Map<String, List<LinkView>> links = new LinkedHashMap<>();
    concept.links().stream()
        .filter(link -> link.kind() != Link.Kind.BROADER && link.kind() != Link.Kind.RELATED)
        .forEach(link ->
            links.computeIfAbsent(lower(link.kind()), kind -> new ArrayList<>()).add(link(link)));
    return links;
  }

  private LinkView link(Link link) {
    ConceptRef target = link.target();
    String mark = link.mark() == Link.Mark.NONE ? "" : lower(link.mark());
    String type = snapshot.find(target).map(concept -> concept.type().id()).orElse("");
    String label = snapshot.find(target).map(concept -> concept.prefLabel(lang)).orElse("");
    return new LinkView(
        uri(target), target.scheme(), target.code(), type, label, mark, link.order());
  }

  private static Map<String, Object> properties(Concept concept) {
    Map<String, Object> properties = new LinkedHashMap<>();
    concept
        .properties()
        .forEach((property, value) -> properties.put(property.id(), typed(property, value)));
    return properties;
  }

  private static Object typed(Property property, String value) {
    return switch (property.kind()) {
      case TEXT, DATE -> value;
      case BOOLEAN -> Boolean.valueOf(value);
    };
  }

  /** How a text was read where nothing answers it as typed; null where as typed. */
  static @Nullable String interpretedAs(Page page) {
    return page.reading().corrected() ? page.reading().text() : null;
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** A scheme that is not published here is a national one: a region's own always is. */
  private String uri(ConceptRef ref) {
    return snapshot
        .findScheme(ref.scheme())
        .map(scheme -> uris.concept(scheme.release().release().edition(), ref))
        .orElseGet(() -> uris.concept(Edition.ROME_4, ref));
  }
}
