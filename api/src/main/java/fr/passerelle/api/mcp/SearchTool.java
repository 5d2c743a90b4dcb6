package fr.passerelle.api.mcp;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.search.SearchQuery;
import fr.passerelle.vocab.service.Absence;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds concepts by the words of anyone. */
@Singleton
final class SearchTool implements ReadTool {
  private static final int LONGEST_TEXT = 200;

  private final Vocabularies vocabularies;
  private final Instance instance;

  SearchTool(Vocabularies vocabularies, Instance instance) {
    this.vocabularies = vocabularies;
    this.instance = instance;
  }

  @Override
  public String name() {
    return "search";
  }

  @Override
  public String title() {
    return "Chercher dans les référentiels";
  }

  @Override
  public String description() {
    return "Trouve des notions (fiches métiers et compétences du ROME, certifications RNCP et RS,"
        + " termes Formacode...) par des mots, même mal orthographiés, ou par un code. Rend pour"
        + " chacune vocabulaire et code, à donner à concept et à path.";
  }

  @Override
  public Map<String, Object> input() {
    return new Input()
        .needed("query", LONGEST_TEXT, "Mots ou code, par exemple boulangère, soudeur TIG, M1805")
        .text("vocab", 60, "Seulement ce vocabulaire : rome, rncp, formacode, rome-4...")
        .choice(
            "type",
            Arrays.stream(ConceptType.values()).map(ConceptType::id).toList(),
            "Seulement ce type : fiche-metier, competence, certification, terme-formacode...")
        .limit(10, 20)
        .lang()
        .schema();
  }

  /**
   * The answer.
   *
   * @throws ProblemException UNKNOWN_VOCABULARY
   */
  @Override
  public Told answer(Arguments arguments) {
    Snapshot snapshot = vocabularies.snapshot();
    String text = arguments.required("query");
    SearchQuery query =
        SearchQuery.of(text, arguments.number("limit", 10))
            .inVocabs(
                arguments
                    .optional("vocab")
                    .map(id -> Set.of(Lookup.scheme(snapshot, id).scheme().id()))
                    .orElse(Set.of()))
            .ofTypes(
                arguments
                    .optional("type")
                    .flatMap(ConceptType::find)
                    .map(Set::of)
                    .orElse(Set.of()));
    Page page = snapshot.search().search(query);
    List<Concept> found =
        page.hits().stream().flatMap(hit -> snapshot.find(hit.ref()).stream()).toList();
    return told(snapshot, query, page, found, arguments.lang());
  }

  private Told told(
      Snapshot snapshot, SearchQuery query, Page page, List<Concept> found, String lang) {
    Concepts concepts = new Concepts(snapshot, instance, lang);
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("items", found.stream().map(concepts::item).toList());
    content.put("total", page.total());
    StringBuilder text = new StringBuilder(page.total() + " réponse(s)");
    if (page.reading().corrected()) {
      content.put("interpretedAs", page.reading().text());
      text.append(", lu comme « ").append(page.reading().text()).append(" »");
    }
    if (found.isEmpty()) {
      String why = Absence.ofSearch(snapshot, query).explanation();
      content.put("emptyExplanation", why);
      text.append(" : ").append(why);
    }
    text.append(
        found.stream().map(each -> "\n- " + concepts.line(each)).collect(Collectors.joining()));
    Sources sources = new Sources();
    found.stream()
        .flatMap(each -> snapshot.findScheme(each.ref().scheme()).stream())
        .map(scheme -> scheme.release())
        .distinct()
        .forEach(sources::add);
    sources.tell(content);
    return new Told(
        content,
        text + sources.words(),
        List.of(
            Told.Link.page(
                "Tout ce qui répond",
                instance.address() + "/recherche?q=" + Uris.path(query.text()))));
  }
}
