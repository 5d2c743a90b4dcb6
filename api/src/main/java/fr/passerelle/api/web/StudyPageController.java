package fr.passerelle.api.web;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.api.study.FoundStudy;
import fr.passerelle.api.study.Readership;
import fr.passerelle.api.study.References;
import fr.passerelle.api.study.StudyAddress;
import fr.passerelle.api.study.StudyFilters;
import fr.passerelle.api.study.StudyLabels;
import fr.passerelle.api.study.TakesStudyFilters;
import fr.passerelle.catalog.citation.Reference;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.study.Document;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.catalog.study.search.StudyQuery;
import fr.passerelle.catalog.use.UseKind;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Pages of studies: each one, those found, those to come. */
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(WorkPools.READING)
final class StudyPageController {
  private static final int LIMIT = 20;

  private final Pages pages;
  private final Catalogues catalogues;
  private final Vocabularies vocabularies;
  private final Instance instance;
  private final Cursors cursors;
  private final Readership readership;

  StudyPageController(
      Pages pages,
      Catalogues catalogues,
      Vocabularies vocabularies,
      Instance instance,
      Cursors cursors,
      Readership readership) {
    this.readership = readership;
    this.pages = pages;
    this.catalogues = catalogues;
    this.vocabularies = vocabularies;
    this.instance = instance;
    this.cursors = cursors;
  }

  private StudyLabels labels(CatalogueView catalogue, String lang) {
    return StudyLabels.of(catalogue, vocabularies.snapshot(), instance.profile().themes(), lang);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  @Get("/doc/study/{id}")
  HttpResponse<byte[]> study(HttpRequest<?> request, String id) {
    HttpResponse<byte[]> page = page(request, id);
    readership.count(request, id, UseKind.VIEW);
    return page;
  }

  private HttpResponse<byte[]> page(HttpRequest<?> request, String id) {
    return pages.studies(
        request,
        "study",
        (catalogue, t) -> {
          Study study = FoundStudy.of(catalogue, id);
          StudyLabels labels = labels(catalogue, t.lang());
          return new Pages.View(
              study.title(),
              new StudyPage(t, study, labels, instance, today(), head(study, labels, t)),
              links(study).header());
        });
  }

  private StudyHead head(Study study, StudyLabels labels, Texts t) {
    Reference reference =
        new References(
                labels.catalogue(), labels.snapshot(), new StudyNames(instance.uris()), t.lang())
            .of(study);
    String page = instance.address() + StudyPage.path(study.id());
    Licence licence = licence(study);
    List<FeedLink> feeds = new ArrayList<>();
    study
        .themes()
        .forEach(ref ->
            feeds.add(
                FeedLink.atom(
                    t.get("study.feed.of", labels.of(ref)),
                    StudyAddress.FEED + "?theme=" + ref.code())));
    return new StudyHead(
        StudyHead.metas(study, reference, page, licence.label()),
        StudySchema.json(study, reference, labels, page, licence),
        feeds);
  }

  private Licence licence(Study study) {
    return study.content().reading().licence().orElse(instance.profile().licence());
  }

  private StudyLinks links(Study study) {
    return StudyLinks.of(
        study, new StudyNames(instance.uris()), instance.address(), licence(study));
  }

  /** To a document of a study where its producer keeps it, which is counted. */
  @Get("/doc/study/{id}/documents/{number}")
  HttpResponse<?> document(HttpRequest<?> request, String id, String number) {
    List<Document> documents =
        FoundStudy.of(catalogues.of(request), id).content().reading().documents();
    int place = number.matches("[1-9]\\d{0,3}") ? Integer.parseInt(number) : 0;
    if (place < 1 || place > documents.size()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND,
          "Cette étude n'a pas de document %s ; elle en a %d."
              .formatted(Text.quoted(number), documents.size()));
    }
    readership.count(request, id, UseKind.DOWNLOAD);
    return HttpResponse.status(HttpStatus.FOUND)
        .contentLength(0)
        .header("Location", documents.get(place - 1).url())
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store");
  }

  /** All typed links of a study's page (RFC 9264). */
  @Get("/doc/study/{id}/linkset")
  HttpResponse<byte[]> linkset(HttpRequest<?> request, String id) {
    return catalogues.answer(
        request,
        StudyLinks.LINKSET_TYPE,
        "",
        catalogue -> {
          StudyLinks links = links(FoundStudy.of(catalogue, id));
          return Answers.Content.of(links.linkset().getBytes(StandardCharsets.UTF_8))
              .linked(links.page(), "original");
        });
  }

  @Get("/etudes")
  @TakesStudyFilters
  HttpResponse<byte[]> list(HttpRequest<?> request, @QueryValue(defaultValue = "") String cursor) {
    StudyAddress asked = StudyAddress.of(request);
    String list = asked.at(StudyAddress.LIST);
    return pages.studies(
        request,
        "studies",
        (catalogue, t) -> {
          Snapshot snapshot = vocabularies.snapshot();
          String place = cursor.isEmpty() ? "" : cursors.open(list, cursor);
          StudyQuery query = StudyFilters.asked(request, catalogue, snapshot).page(LIMIT, place);
          var found = catalogue.search(query, today());
          StudyLabels labels = labels(catalogue, t.lang());
          return new Pages.View(
              asked.value("q").isEmpty()
                  ? t.get("studies.title")
                  : t.get("studies.of", asked.value("q")),
              new StudiesPage(
                  t, asked, found, next(list, found.next()), labels, today(), feeds(asked, t)),
              feedHeader(asked));
        });
  }

  private String next(String list, String place) {
    return place.isEmpty()
        ? ""
        : list + (list.contains("?") ? "&" : "?") + "cursor=" + cursors.sign(list, place);
  }

  private static List<FeedLink> feeds(StudyAddress asked, Texts t) {
    return List.of(
        FeedLink.atom(
            t.get(asked.filters().isEmpty() ? "study.feed" : "study.feed.asked"),
            asked.at(StudyAddress.FEED)),
        FeedLink.calendar(t.get("study.calendar"), asked.at(StudyAddress.ICALENDAR)));
  }

  private static String feedHeader(StudyAddress asked) {
    return "<%s>; rel=\"alternate\"; type=\"application/atom+xml\""
        .formatted(asked.at(StudyAddress.FEED));
  }

  @Get("/etudes/calendrier")
  @TakesStudyFilters
  HttpResponse<byte[]> calendar(HttpRequest<?> request) {
    StudyAddress asked = StudyAddress.of(request);
    return pages.studies(
        request,
        "calendar",
        (catalogue, t) -> {
          StudyQuery query = StudyFilters.asked(request, catalogue, vocabularies.snapshot());
          return new Pages.View(
              t.get("calendar.title"),
              CalendarPage.of(
                  t,
                  asked,
                  catalogue.coming(query, today()),
                  labels(catalogue, t.lang()),
                  today(),
                  feeds(asked, t)),
              feedHeader(asked));
        });
  }
}
