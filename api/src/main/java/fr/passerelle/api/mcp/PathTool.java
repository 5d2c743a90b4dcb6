package fr.passerelle.api.mcp;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.service.BrokenHop;
import fr.passerelle.vocab.service.Hop;
import fr.passerelle.vocab.service.Walk;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Walks from skills to occupations, certifications and training domains, or back. */
@Singleton
final class PathTool implements ReadTool {
  private final Vocabularies vocabularies;
  private final Instance instance;

  PathTool(Vocabularies vocabularies, Instance instance) {
    this.vocabularies = vocabularies;
    this.instance = instance;
  }

  @Override
  public String name() {
    return "path";
  }

  @Override
  public String title() {
    return "Aller d'un métier à ses formations, ou d'une compétence à ses métiers";
  }

  @Override
  public String description() {
    return "Chemins d'une notion à un type de notion ou à un vocabulaire, dans la chaîne"
        + " compétence, métier, certification, domaine de formation, dans les deux sens."
        + " Chaque pas dit qui l'affirme ; ce qui ne mène nulle part est dit avec la"
        + " raison.";
  }

  @Override
  public Map<String, Object> input() {
    return new Input()
        .needed("from", 160, "D'où partir, vocabulaire/code : rome-4/M1805")
        .needed(
            "to",
            60,
            "Où arriver : un type (competence, fiche-metier, certification, terme-formacode) ou un"
                + " vocabulaire (rncp, formacode-14)")
        .limit(5, 10)
        .lang()
        .schema();
  }

  @Override
  public Told answer(Arguments arguments) {
    Snapshot snapshot = vocabularies.snapshot();
    int limit = arguments.number("limit", 5);
    String from = arguments.required("from");
    String to = arguments.required("to");
    Walk walk = Lookup.walk(snapshot, from, to, limit);
    Concepts concepts = new Concepts(snapshot, instance, arguments.lang());
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("from", concepts.item(walk.start()));
    content.put("total", walk.total());
    content.put("truncated", walk.truncated());
    content.put("reachedCount", walk.reached().size());
    content.put(
        "reached",
        walk.reached().stream().limit(limit).flatMap(ref -> concepts.item(ref).stream()).toList());
    content.put(
        "paths",
        walk.paths().stream()
            .map(path -> path.stream().map(hop -> hop(concepts, hop)).toList())
            .toList());
    content.put("brokenCount", walk.broken().size());
    content.put(
        "broken", walk.broken().stream().limit(limit).map(each -> broken(concepts, each)).toList());
    Sources sources = new Sources();
    walk.sources(snapshot).forEach(sources::add);
    sources.tell(content);
    return new Told(
        content,
        text(concepts, walk, limit) + sources.words(),
        List.of(
            Told.Link.json(
                "Tous les chemins",
                "%s/api/v1/paths?from=%s&to=%s"
                    .formatted(instance.address(), Uris.path(from), Uris.path(to)))));
  }

  private static Map<String, Object> hop(Concepts concepts, Hop hop) {
    Map<String, Object> said = new LinkedHashMap<>();
    concepts.item(hop.from()).ifPresent(each -> said.put("from", each));
    concepts.item(hop.to()).ifPresent(each -> said.put("to", each));
    said.put("predicate", hop.predicate());
    said.put("direction", hop.inverse() ? "inverse" : "stated");
    said.put("producer", hop.release().release().edition().producer());
    said.put("release", hop.release().release().id());
    if (!hop.explanation().isEmpty()) {
      said.put("explanation", hop.explanation());
    }
    return said;
  }

  private static Map<String, Object> broken(Concepts concepts, BrokenHop broken) {
    return Map.of(
        "concept",
        concepts.item(broken.concept()),
        "reason",
        broken.reason().name().toLowerCase(Locale.ROOT),
        "explanation",
        broken.reason().explanation());
  }

  private static String text(Concepts concepts, Walk walk, int limit) {
    String paths =
        walk.paths().stream()
            .map(path ->
                "\n- "
                    + concepts.line(walk.start())
                    + path.stream()
                        .map(hop -> " > " + line(concepts, hop.to()))
                        .collect(Collectors.joining()))
            .collect(Collectors.joining());
    String broken =
        walk.broken().stream()
            .limit(limit)
            .map(each ->
                "\n- %s : %s".formatted(concepts.line(each.concept()), each.reason().explanation()))
            .collect(Collectors.joining());
    return "%d chemin(s), %d arrivée(s)".formatted(walk.total(), walk.reached().size())
        + paths
        + (broken.isEmpty() ? "" : "\nNe mènent nulle part :" + broken);
  }

  private static String line(Concepts concepts, ConceptRef ref) {
    return concepts.snapshot().find(ref).map((Concept to) -> concepts.line(to)).orElse(ref.key());
  }
}
