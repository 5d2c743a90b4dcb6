package fr.passerelle.api.mcp;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a concept: what it is, what is above and below, what it is tied to. */
@Singleton
final class ConceptTool implements ReadTool {
  /** Of a list, how many are told; how many there are is told too. */
  private static final int MOST = 15;

  private static final int LONGEST_NOTE = 600;

  private final Vocabularies vocabularies;
  private final Instance instance;

  ConceptTool(Vocabularies vocabularies, Instance instance) {
    this.vocabularies = vocabularies;
    this.instance = instance;
  }

  @Override
  public String name() {
    return "concept";
  }

  @Override
  public String title() {
    return "Lire une notion";
  }

  @Override
  public String description() {
    return "Dit d'un code ce qu'il est : libellés, définition, place dans la hiérarchie,"
        + " compétences"
        + " et autres liens avec leur nombre (les %d premiers de chaque sorte).".formatted(MOST);
  }

  @Override
  public Map<String, Object> input() {
    return new Input()
        .needed("vocab", 60, "Vocabulaire ou alias : rome, rncp, rs, formacode, rome-4...")
        .needed("code", 100, "Code comme on l'écrit : M1805, RNCP38667, 38667...")
        .lang()
        .schema();
  }

  @Override
  public Told answer(Arguments arguments) {
    Snapshot snapshot = vocabularies.snapshot();
    PublishedScheme scheme = Lookup.scheme(snapshot, arguments.required("vocab"));
    Concept concept = Lookup.concept(snapshot, scheme, arguments.required("code"));
    Concepts concepts = new Concepts(snapshot, instance, arguments.lang());
    Map<String, Object> content = new LinkedHashMap<>(concepts.item(concept));
    content.put("status", concept.status().name().toLowerCase(Locale.ROOT));
    content.put("altLabels", concept.altLabels().stream().map(Label::text).limit(MOST).toList());
    content.put("definition", definition(concept));
    Map<String, Object> links = links(snapshot, concepts, concept);
    content.put("links", links);
    PublishedRelease release = scheme.releaseOf(concept);
    Sources sources = new Sources().add(release);
    sources.tell(content);
    return new Told(
        content, text(concepts, concept, links) + sources.words(), places(concept.ref()));
  }

  private static String definition(Concept concept) {
    String text =
        concept.notes().stream()
            .filter(note -> note.kind() == Note.Kind.DEFINITION)
            .map(Note::text)
            .collect(Collectors.joining("\n"));
    return text.length() > LONGEST_NOTE ? text.substring(0, LONGEST_NOTE) + "…" : text;
  }

  /** By kind: how many there are, and the first of them. */
  private static Map<String, Object> links(Snapshot snapshot, Concepts concepts, Concept concept) {
    Map<String, List<ConceptRef>> all = new LinkedHashMap<>();
    concept.links().stream()
        .collect(
            Collectors.groupingBy(
                Link::kind,
                LinkedHashMap::new,
                Collectors.mapping(Link::target, Collectors.toList())))
        .forEach((kind, targets) -> all.put(kind.name().toLowerCase(Locale.ROOT), targets));
    List<ConceptRef> narrower =
        snapshot.inverse(concept.ref(), Link.Kind.BROADER).map(Link::target).distinct().toList();
    if (!narrower.isEmpty()) {
      all.put("narrower", narrower);
    }
    Map<String, Object> links = new LinkedHashMap<>();
    all.forEach((kind, targets) ->
        links.put(
            kind,
            Map.of(
                "total",
                targets.size(),
                "items",
                targets.stream()
                    .flatMap(ref -> concepts.item(ref).stream())
                    .limit(MOST)
                    .toList())));
    return links;
  }

  private static String text(Concepts concepts, Concept concept, Map<String, Object> links) {
    String definition = definition(concept);
    String told =
        links.entrySet().stream()
            .map(each -> "\n%s : %s".formatted(each.getKey(), names((Map<?, ?>) each.getValue())))
            .collect(Collectors.joining());
    return concepts.line(concept) + (definition.isEmpty() ? "" : "\n" + definition) + told;
  }

  private static String names(Map<?, ?> list) {
    String first =
        list.get("items") instanceof List<?> items
            ? items.stream()
                .flatMap(each -> each instanceof Map<?, ?> item ? Stream.of(item) : Stream.empty())
                .map(item -> "%s (%s)".formatted(item.get("label"), item.get("code")))
                .collect(Collectors.joining(", "))
            : "";
    return "%s en tout ; %s".formatted(list.get("total"), first);
  }

  private List<Told.Link> places(ConceptRef ref) {
    String path = ref.scheme() + "/concepts/" + Uris.path(ref.code());
    return List.of(
        Told.Link.page(
            "Fiche",
            instance.address() + "/doc/vocab/" + ref.scheme() + "/" + Uris.path(ref.code())),
        Told.Link.json("Tout ce qui en est dit", instance.address() + "/api/v1/vocabs/" + path));
  }
}
