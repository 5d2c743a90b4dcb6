package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemResponses;
import fr.passerelle.api.http.Since;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.service.Change;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Releases of a vocabulary through time, and what differs from one to another. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/vocabs/{vocab}")
// An earlier release is read from its file.
@ExecuteOn(TaskExecutors.BLOCKING)
final class ChangesController {
  private final Answers answers;
  private final Instance instance;
  private final Cursors cursors;
  private final Vocabularies vocabularies;
  private final Since since;

  ChangesController(
      Answers answers, Instance instance, Cursors cursors, Vocabularies vocabularies, Since since) {
    this.answers = answers;
    this.instance = instance;
    this.cursors = cursors;
    this.vocabularies = vocabularies;
    this.since = since;
  }

  @Operation(
      operationId = "listReleases",
      summary = "Releases of a vocabulary",
      description =
          "Those that were published here under a licence, the newest state of the producer first.")
  @ApiResponse(
      responseCode = "200",
      description = "Releases of a vocabulary",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ReleaseView.Listed.class)))
  @ProblemResponses
  @Get("/releases")
  HttpResponse<byte[]> releases(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @Parameter(
              description = "Items on a page",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
          @QueryValue
          @Nullable String limit,
      @Parameter(
              description = "Value of next on the page before, with the same filters",
              schema = @Schema(type = "string", maxLength = 1000))
          @QueryValue
          @Nullable String cursor) {
    String list = Filters.list(request);
    int size = Filters.limit(limit);
    String after = cursor == null ? "" : cursors.open(list, cursor);
    return answers.json(
        request,
        "",
        snapshot -> {
          PublishedScheme scheme = Lookup.scheme(snapshot, vocab);
          List<StoredRelease> all =
              vocabularies.releases(scheme.release().release().edition().id());
          int start = after.isEmpty() ? 0 : 1 + names(all).indexOf(after);
          List<StoredRelease> rest = all.subList(start, all.size());
          String next =
              rest.size() > size ? cursors.sign(list, rest.get(size - 1).release()) : null;
          List<ReleaseView> items =
              rest.stream()
                  .limit(size)
                  .map(row -> ReleaseView.of(instance.uris(), scheme, row))
                  .toList();
          return Answers.Content.of(new ReleaseView.Listed(items, all.size(), next))
              .licensed(scheme.release().licence())
              .paged(request, next);
        });
  }

  private static List<String> names(List<StoredRelease> releases) {
    return releases.stream().map(StoredRelease::release).toList();
  }

  @Operation(
      operationId = "listChanges",
      summary = "What changed in a vocabulary since a release or a date",
      description =
          "From the last state of that day to the published one. Where nothing was published yet,"
              + " everything is added.")
  @ApiResponse(
      responseCode = "200",
      description = "What changed in a vocabulary since a release or a date",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ChangeView.Listed.class)))
  @ProblemResponses
  @Get("/changes")
  HttpResponse<byte[]> changes(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @Parameter(
              description = "Name of a release, or ISO 8601 date",
              required = true,
              schema = @Schema(type = "string", maxLength = 60, example = "2025-09-18"))
          @QueryValue("since")
          @Nullable String since,
      @Parameter(
              description = "Kind of change",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"added", "changed", "moved", "retired"}))
          @QueryValue
          @Nullable String kind,
      @Parameter(
              description = "Items on a page",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
          @QueryValue
          @Nullable String limit,
      @Parameter(
              description = "Value of next on the page before, with the same filters",
              schema = @Schema(type = "string", maxLength = 1000))
          @QueryValue
          @Nullable String cursor,
      @Parameter(
              description = "Language of labels; by default what Accept-Language prefers",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"fr", "en"}))
          @QueryValue
          @Nullable String lang) {
    return page(
        request,
        vocab,
        this.since.since(vocab, given("since", since)),
        kind,
        new Asked(limit, cursor, Language.of(request, lang)));
  }

  @Operation(
      operationId = "diffReleases",
      summary = "What differs from one release to another",
      description =
          "Added, changed (which fields), moved (something else above it) and retired (what takes"
              + " its place).")
  @ApiResponse(
      responseCode = "200",
      description = "What differs from one release to another",
      content =
          @Content(
              mediaType = "application/json",
              schema = @Schema(implementation = ChangeView.Listed.class)))
  @ProblemResponses
  @Get("/diff")
  HttpResponse<byte[]> diff(
      HttpRequest<?> request,
      @PathVariable String vocab,
      @Parameter(
              description = "Name of the earlier release",
              required = true,
              schema = @Schema(type = "string", maxLength = 60))
          @QueryValue
          @Nullable String from,
      @Parameter(
              description = "Name of the later release; by default the published one",
              schema = @Schema(type = "string", maxLength = 60))
          @QueryValue
          @Nullable String to,
      @Parameter(
              description = "Kind of change",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"added", "changed", "moved", "retired"}))
          @QueryValue
          @Nullable String kind,
      @Parameter(
              description = "Items on a page",
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
          @QueryValue
          @Nullable String limit,
      @Parameter(
              description = "Value of next on the page before, with the same filters",
              schema = @Schema(type = "string", maxLength = 1000))
          @QueryValue
          @Nullable String cursor,
      @Parameter(
              description = "Language of labels; by default what Accept-Language prefers",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"fr", "en"}))
          @QueryValue
          @Nullable String lang) {
    return page(
        request,
        vocab,
        since.between(vocab, given("from", from), to),
        kind,
        new Asked(limit, cursor, Language.of(request, lang)));
  }

  /** What both lists are asked with. */
  private record Asked(@Nullable String limit, @Nullable String cursor, String lang) {}

  private HttpResponse<byte[]> page(
      HttpRequest<?> request,
      String vocab,
      Since.Interval interval,
      @Nullable String kind,
      Asked asked) {
    int size = Filters.limit(asked.limit());
    String list = Filters.list(request);
    String after = asked.cursor() == null ? "" : cursors.open(list, asked.cursor());
    Optional<Change.Kind> wanted = Optional.ofNullable(kind).map(ChangesController::kind);
    return answers.json(
        request,
        asked.lang() + interval.from().map(row -> " since " + row.release()).orElse(""),
        interval.after(),
        snapshot -> {
          PublishedScheme scheme = Lookup.scheme(snapshot, vocab);
          List<Change> all =
              Change.between(
                  interval
                      .before()
                      .flatMap(each -> each.findScheme(scheme.scheme().id()))
                      .map(PublishedScheme::scheme),
                  scheme.scheme());
          Slice<Change> slice =
              Slice.of(
                  all.stream()
                      .filter(each -> wanted.isEmpty() || each.kind() == wanted.get())
                      .toList(),
                  each -> each.concept().code(),
                  after,
                  size);
          String last = slice.last();
          String next = last == null ? null : cursors.sign(list, last);
          Views views = new Views(snapshot, instance.uris(), asked.lang());
          return Answers.Content.of(
                  ChangeView.Listed.of(views, interval, all, slice, next, scheme.release()))
              .licensed(scheme.release().licence())
              .paged(request, next);
        });
  }

  private static String given(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw ProblemException.parameter(name, "", "à donner");
    }
    return value;
  }

  private static Change.Kind kind(String id) {
    return Arrays.stream(Change.Kind.values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(id))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.parameter(
                "kind",
                id,
                "inconnu, le plus proche est "
                    + Arrays.stream(Change.Kind.values())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .min(Comparator.comparingInt(each -> Text.distance(each, Text.cut(id))))
                        .orElseThrow()));
  }
}
