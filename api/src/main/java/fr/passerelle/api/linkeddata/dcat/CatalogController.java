package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Harvests;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.api.http.Tolerates;
import fr.passerelle.api.linkeddata.Formats;
import fr.passerelle.catalog.dataset.CatalogPage;
import fr.passerelle.catalog.dataset.PageStart;
import fr.passerelle.catalog.dataset.Subset;
import fr.passerelle.vocab.skos.RdfFormat;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue that portals harvest (DCAT-AP 3.0.1): {@code /catalog}, {@code /catalog.{ext}},
 * {@code /catalog/{subset}[.{ext}]}. Never a redirect, as harvesters ask by HEAD and do not follow.
 */
// An RDF document, described by DCAT-AP, not by OpenAPI.
@Hidden
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(WorkPools.READING)
final class CatalogController {
  private static final String XML = "xml";
  private static final String NEXT = "rel=\"next\"";
  private static final Pattern SIZE = Pattern.compile("[1-9]\\d?|100");

  private final Catalogs catalogs;
  private final Answers answers;
  private final Cursors cursors;
  private final Instance instance;
  private final Harvests harvests;

  CatalogController(
      Catalogs catalogs, Answers answers, Cursors cursors, Instance instance, Harvests harvests) {
    this.harvests = harvests;
    this.catalogs = catalogs;
    this.answers = answers;
    this.cursors = cursors;
    this.instance = instance;
  }

  @Get("/catalog")
  @Tolerates(PageLinks.SINCE)
  HttpResponse<?> negotiated(
      HttpRequest<?> request,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String limit) {
    return page(request, Subset.PORTALS, Formats.preferred(request), cursor, limit);
  }

  @Get("/catalog.{extension}")
  @Tolerates(PageLinks.SINCE)
  HttpResponse<?> written(
      HttpRequest<?> request,
      String extension,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String limit) {
    return page(request, Subset.PORTALS, format(extension), cursor, limit);
  }

  @Get("/catalog/{subset}")
  @Tolerates(PageLinks.SINCE)
  HttpResponse<?> subset(
      HttpRequest<?> request,
      String subset,
      @QueryValue @Nullable String cursor,
      @QueryValue @Nullable String limit) {
    int dot = subset.lastIndexOf('.');
    RdfFormat format = dot < 0 ? Formats.preferred(request) : format(subset.substring(dot + 1));
    return page(request, find(dot < 0 ? subset : subset.substring(0, dot)), format, cursor, limit);
  }

  private static RdfFormat format(String extension) {
    return extension.equals(XML) ? RdfFormat.RDF_XML : Formats.ofExtension(extension);
  }

  private static Subset find(String word) {
    return Subset.find(word)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND,
                "Pas de partie du catalogue nommée %s ; il y a %s"
                    .formatted(
                        Text.quoted(word),
                        Arrays.stream(Subset.values())
                            .map(Subset::word)
                            .filter(each -> !each.isEmpty())
                            .collect(Collectors.joining(", ")))));
  }

  private HttpResponse<?> page(
      HttpRequest<?> request,
      Subset subset,
      RdfFormat format,
      @Nullable String cursor,
      @Nullable String limit) {
    Optional<Since> since = since(request);
    PageLinks links =
        new PageLinks(
            cursors,
            instance.address(),
            subset,
            format,
            size(limit),
            since.map(Since::text).orElse(""),
            Optional.empty());
    PageStart start = links.start(cursor);
    if (cursor == null) {
      harvests.begun(request, "catalog");
    }
    Catalogs.State state = catalogs.now();
    HttpResponse<byte[]> answer =
        answers.answer(
            request,
            Formats.contentType(format),
            state.version(),
            state.snapshot(),
            snapshot -> {
              CatalogPage page =
                  state.catalog().page(subset, since.map(Since::instant), start, links.size());
              return content(state, page, links.of(page));
            });
    if (answer.getHeaders().getAll("Link").stream().noneMatch(each -> each.contains(NEXT))) {
      harvests.completed(request, "catalog");
    }
    return answer;
  }

  private static int size(@Nullable String limit) {
    if (limit == null) {
      return CatalogPage.SIZE;
    }
    if (!SIZE.matcher(limit).matches()) {
      throw ProblemException.parameter("limit", limit, "un nombre de 1 à " + CatalogPage.SIZE);
    }
    return Integer.parseInt(limit);
  }

  private Answers.Content content(Catalogs.State state, CatalogPage page, PageLinks links) {
    DcatDescription description = new DcatDescription(Announcement.of(instance), state.rules());
    description.page(page, links);
    Answers.Content content =
        Answers.Content.of(Bytes.of(links.format(), description))
            .with("Content-Location", links.page(page.after()))
            .licensed(instance.profile().licence())
            .linked(links.page(CatalogPage.FIRST), "first")
            .linked(links.page(page.last()), "last")
            .linked(links.feed(), "https://w3id.org/ldes#EventStream");
    Answers.Content before =
        page.previous().map(key -> content.linked(links.page(key), "prev")).orElse(content);
    return page.next().map(key -> before.linked(links.page(key), "next")).orElse(before);
  }

  /** What a harvester asks as {@code modified_since}. */
  private record Since(String text, Instant instant) {}

  private static Optional<Since> since(HttpRequest<?> request) {
    List<String> given = request.getParameters().getAll(PageLinks.SINCE);
    if (given.isEmpty()) {
      return Optional.empty();
    }
    String text = given.getFirst();
    return Optional.of(
        new Since(
            text,
            Moments.parse(text)
                .filter(instant -> given.size() == 1)
                .orElseThrow(() ->
                    ProblemException.parameter(
                        PageLinks.SINCE,
                        text,
                        "une seule date ISO 8601 : 2026-01-31 ou 2026-01-31T08:00:00Z"))));
  }
}
