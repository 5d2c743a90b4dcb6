package fr.passerelle.api.feed;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.study.StudyAddress;
import fr.passerelle.api.study.StudyFilters;
import fr.passerelle.api.study.StudyLabels;
import fr.passerelle.api.study.TakesStudyFilters;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.study.search.StudyPage;
import fr.passerelle.catalog.study.search.StudyQuery;
import fr.passerelle.vocab.release.Vocabularies;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Any search of studies as an Atom feed, and what is to come of it as a calendar. */
// They are described by RFC 4287 and RFC 5545, not by OpenAPI.
@Hidden
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(WorkPools.READING)
final class StudyFeedController {
  private static final int ENTRIES = 50;

  private final Catalogues catalogues;
  private final Vocabularies vocabularies;
  private final Instance instance;
  private final Cursors cursors;

  StudyFeedController(
      Catalogues catalogues, Vocabularies vocabularies, Instance instance, Cursors cursors) {
    this.catalogues = catalogues;
    this.vocabularies = vocabularies;
    this.instance = instance;
    this.cursors = cursors;
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private StudyLabels labels(CatalogueView catalogue) {
    return StudyLabels.of(catalogue, vocabularies.snapshot(), instance.profile().themes(), "fr");
  }

  @Get(StudyAddress.FEED)
  @TakesStudyFilters
  HttpResponse<byte[]> feed(HttpRequest<?> request, @QueryValue @Nullable String cursor) {
    StudyAddress asked = StudyAddress.of(request);
    String list = asked.at(StudyAddress.FEED);
    String after = cursor == null ? "" : cursors.open(list, cursor);
    return catalogues.answer(
        request,
        "application/atom+xml; charset=utf-8",
        today().toString(),
        catalogue -> {
          StudyQuery query =
              StudyFilters.asked(request, catalogue, vocabularies.snapshot())
                  .by(StudyQuery.Sort.CHANGE)
                  .page(ENTRIES, after);
          StudyPage page = catalogue.search(query, today());
          boolean last = page.next().isEmpty() || page.relaxed();
          @Nullable String next = last ? null : cursors.sign(list, page.next());
          AtomFeed.Place place =
              new AtomFeed.Place(
                  instance.address() + StudyAddress.FEED, asked.query(), cursor, next);
          StudyFeed feed =
              new StudyFeed(instance, labels(catalogue), asked.filters(), asked.query());
          return Answers.Content.of(feed.feed(page, place).write())
              .licensed(instance.profile().licence());
        });
  }

  @Get(StudyAddress.ICALENDAR)
  @TakesStudyFilters
  HttpResponse<byte[]> calendar(HttpRequest<?> request) {
    return catalogues.answer(
        request,
        "text/calendar; charset=utf-8",
        today().toString(),
        catalogue -> {
          StudyQuery query = StudyFilters.asked(request, catalogue, vocabularies.snapshot());
          StudyCalendar calendar = new StudyCalendar(instance, labels(catalogue), today());
          String text = calendar.write(catalogue.coming(query, today()));
          return Answers.Content.of(text.getBytes(StandardCharsets.UTF_8))
              .with("Content-Disposition", "inline; filename=\"etudes-a-paraitre.ics\"");
        });
  }
}
