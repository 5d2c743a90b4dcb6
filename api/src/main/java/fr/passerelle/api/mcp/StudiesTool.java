package fr.passerelle.api.mcp;

import fr.passerelle.api.Instance;
import fr.passerelle.api.study.StudyFilters;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Citations;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.studies.StudyAbsence;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyKind;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.search.StudyHit;
import fr.passerelle.catalog.study.search.StudyPage;
import fr.passerelle.catalog.study.search.StudyQuery;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.Vocabularies;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds studies, as anyone may read them: assistants have no key. */
@Singleton
final class StudiesTool implements ReadTool {
  private static final int LONGEST_ABSTRACT = 300;
  private static final int LONGEST_FILTER = 100;

  private final Studies studies;
  private final Vocabularies vocabularies;
  private final Instance instance;

  StudiesTool(Studies studies, Vocabularies vocabularies, Instance instance) {
    this.studies = studies;
    this.vocabularies = vocabularies;
    this.instance = instance;
  }

  @Override
  public String name() {
    return "studies";
  }

  @Override
  public String title() {
    return "Trouver des études";
  }

  @Override
  public String description() {
    return "Études sur l'emploi, la formation et l'orientation : parues, en cours et à venir, de"
        + " tous les producteurs, par mots, thème, territoire, producteur, état et année.";
  }

  @Override
  public Map<String, Object> input() {
    return new Input()
        .text("query", 200, "Mots du titre ou du résumé")
        .text("theme", LONGEST_FILTER, "Codes de thèmes, séparés par des virgules : emploi")
        .text("territory", LONGEST_FILTER, "Territoires : R93, D13, FRANCE")
        .text("producer", LONGEST_FILTER, "Codes de producteurs : insee, dares")
        .choice("status", StudyStatus.ids(), "État")
        .choice("kind", StudyKind.ids(), "Sorte d'étude")
        .text("year", 40, "Années : 2023,2024")
        .limit(10, 20)
        .lang()
        .schema();
  }

  @Override
  public Told answer(Arguments arguments) {
    CatalogueView catalogue = studies.catalogue().as(Reader.ANYONE);
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    StudyQuery query =
        StudyFilters.asked(
            name -> arguments.text(name.equals("q") ? "query" : name),
            catalogue,
            vocabularies.snapshot());
    StudyPage page = catalogue.search(query.page(arguments.number("limit", 10), ""), today);
    List<Study> found = page.hits().stream().map(StudyHit::study).toList();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(
        "items", found.stream().map(each -> item(catalogue, each, arguments.lang())).toList());
    content.put("total", page.total());
    StringBuilder text = new StringBuilder(page.total() + " étude(s)");
    if (found.isEmpty()) {
      String why = StudyAbsence.of(catalogue, query, today).explanation();
      content.put("emptyExplanation", why);
      text.append(" : ").append(why);
    }
    text.append(
        found.stream()
            .map(each -> "\n- " + line(catalogue, each, arguments.lang()))
            .collect(Collectors.joining()));
    Sources sources = sources(found);
    sources.tell(content);
    return new Told(
        content,
        text + sources.words(),
        List.of(Told.Link.page("Toutes les études", instance.address() + "/etudes")));
  }

  /** A record has its own licence, or that of the region's content. */
  private Licence licence(Study study) {
    return study.content().reading().licence().orElse(instance.profile().licence());
  }

  /** The catalogue tells of studies; each study is cited by itself. */
  private Sources sources(List<Study> found) {
    Sources sources = new Sources();
    String publisher = instance.profile().publisher().name();
    found.stream()
        .collect(Collectors.groupingBy(this::licence))
        .forEach((licence, under) -> {
          LocalDate day =
              under.stream()
                  .map(each -> LocalDate.ofInstant(each.modified(), ZoneOffset.UTC))
                  .max(LocalDate::compareTo)
                  .orElseThrow();
          sources.add(
              publisher,
              day,
              licence,
              "%s, catalogue des études, %s, %s".formatted(publisher, day, licence.label()));
        });
    return sources;
  }

  private Map<String, Object> item(CatalogueView catalogue, Study study, String lang) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", study.id().value());
    item.put("uri", new StudyNames(instance.uris()).study(study.id()));
    item.put("title", study.content().title());
    item.put(
        "producers",
        study.content().producers().stream()
            .map(code -> catalogue.producers().name(code, lang))
            .toList());
    item.put("status", study.status().id());
    study.date().map(PartialDate::exact).ifPresent(date -> item.put("date", date));
    String said = study.content().abstractText();
    if (!said.isEmpty()) {
      item.put(
          "abstract",
          said.length() > LONGEST_ABSTRACT ? said.substring(0, LONGEST_ABSTRACT) + "…" : said);
    }
    item.put("page", instance.address() + "/doc/study/" + Uris.path(study.id().value()));
    item.put("licence", licence(study).code());
    item.put("citation", Citations.of(study, catalogue.producers(), lang));
    return item;
  }

  private String line(CatalogueView catalogue, Study study, String lang) {
    return "%s (%s) %s/doc/study/%s"
        .formatted(
            Citations.of(study, catalogue.producers(), lang),
            study.status().id(),
            instance.address(),
            study.id().value());
  }
}
