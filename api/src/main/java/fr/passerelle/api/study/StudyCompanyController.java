package fr.passerelle.api.study;

import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.Language;
import fr.passerelle.catalog.studies.Entry;
import fr.passerelle.catalog.studies.Likes;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.use.UseCounts;
import fr.passerelle.catalog.use.UseKind;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What goes with a study: what happened to it, what is like it, how often it is used. */
@Produces(MediaType.ALL)
@Controller("/api/v1/studies")
@ExecuteOn(WorkPools.READING)
final class StudyCompanyController {
  private static final int MOST_SIMILAR = 20;

  private final Catalogues catalogues;
  private final StudyAnswers answers;
  private final UseCounts uses;

  StudyCompanyController(Catalogues catalogues, StudyAnswers answers, UseCounts uses) {
    this.catalogues = catalogues;
    this.answers = answers;
    this.uses = uses;
  }

  /**
   * Uses of a study on a day.
   *
   * @param day the day, in UTC
   * @param kind view, download or citation
   * @param count how many times
   */
  @Serdeable
  @Schema(name = "StudyUse")
  record UseView(LocalDate day, String kind, long count) {}

  /**
   * Uses of a study.
   *
   * @param items day by day, the latest last
   * @param total how many items there are
   * @param next always null: the list has one page
   * @param views how often its page was read
   * @param downloads how often one of its documents was followed from here
   * @param citations how often its reference was taken
   * @param source publisher, date, licence, citation
   */
  @Serdeable
  @Schema(name = "StudyUses")
  record UsesView(
      List<UseView> items,
      int total,
      @io.micronaut.core.annotation.Nullable String next,
      long views,
      long downloads,
      long citations,
      StudyLists.SourceView source) {

    static UsesView of(List<UseCounts.Day> days, StudyLists.SourceView source) {
      return new UsesView(
          days.stream()
              .map(each -> new UseView(each.day(), each.kind().id(), each.count()))
              .toList(),
          days.size(),
          null,
          sum(days, UseKind.VIEW),
          sum(days, UseKind.DOWNLOAD),
          sum(days, UseKind.CITATION),
          source);
    }

    private static long sum(List<UseCounts.Day> days, UseKind kind) {
      return days.stream()
          .filter(each -> each.kind() == kind)
          .mapToLong(UseCounts.Day::count)
          .sum();
    }
  }

  @Operation(
      operationId = "getStudyUses",
      summary = "How often a study is used",
      description =
          "Consultations: times its page was read, a document followed or its reference taken, by"
              + " day. Nothing is kept of who did; robots that say so are not counted.")
  @ApiResponse(
      responseCode = "200",
      description = "Uses of a study",
      content = @Content(schema = @Schema(implementation = UsesView.class)))
  @Get("/{id}/uses")
  HttpResponse<byte[]> uses(HttpRequest<?> request, @PathVariable String id) {
    StudyViews views = answers.views(catalogues.of(request), Language.of(request));
    Study study = FoundStudy.of(views.catalogue(), id);
    return answers.respond(
        HttpStatus.OK, UsesView.of(uses.days(study.id()), views.source(List.of(study))));
  }

  @Operation(
      operationId = "getStudyHistory",
      summary = "What happened to a study",
      description =
          "Each passage dated and signed, the latest last; without what happened while it was"
              + " hidden.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StudyLists.History.class)))
  @Get("/{id}/history")
  HttpResponse<byte[]> history(HttpRequest<?> request, @PathVariable String id) {
    return answer(
        request,
        Language.of(request),
        views -> {
          Study study = FoundStudy.of(views.catalogue(), id);
          List<StudyLists.EventView> events =
              views.catalogue().history(study.id()).stream()
                  .map(StudyCompanyController::event)
                  .toList();
          return new StudyLists.History(events, events.size(), null, views.source(List.of(study)));
        });
  }

  private static StudyLists.EventView event(Entry entry) {
    return new StudyLists.EventView(
        entry.sequence(),
        entry.kind().name().toLowerCase(Locale.ROOT),
        entry.at(),
        entry.by().author(),
        entry.standing().status().id(),
        Optional.of(entry.reason()).filter(text -> !text.isEmpty()).orElse(null),
        entry.changed());
  }

  @Operation(
      operationId = "listSimilarStudies",
      summary = "Studies like one",
      description =
          "Each with a score from 0 to 1 and the reasons in words. The producer of the study is"
              + " told, too, whether there is a hidden one.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = StudyLists.SimilarList.class)))
  @Get("/{id}/similar")
  HttpResponse<byte[]> similar(
      HttpRequest<?> request, @PathVariable String id, @QueryValue @Nullable String lang) {
    return answer(
        request,
        Language.of(request, lang),
        views -> {
          Study study = FoundStudy.of(views.catalogue(), id);
          Likes likes = views.catalogue().similar(study, MOST_SIMILAR);
          return new StudyLists.SimilarList(
              likes.studies().stream().map(views::similar).toList(),
              likes.studies().size(),
              null,
              likes.contactPossible(),
              views.source(List.of(study)));
        });
  }

  private HttpResponse<byte[]> answer(
      HttpRequest<?> request, String lang, Function<StudyViews, Object> body) {
    return catalogues.json(
        request,
        lang + "/" + LocalDate.now(ZoneOffset.UTC),
        catalogue -> Answers.Content.of(body.apply(answers.views(catalogue, lang))));
  }
}
