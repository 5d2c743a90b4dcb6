package fr.passerelle.api.linkeddata.dcat;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.catalog.dataset.Dataset;
import fr.passerelle.catalog.dataset.RecordLog;
import fr.passerelle.catalog.dataset.Subset;
import fr.passerelle.catalog.studies.Change;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What changes in the catalogue, for who keeps a copy of it (DCAT-AP Feeds, LDES): {@code
 * /ldes/catalog} and its pages. A page of changes of studies that is full never changes again.
 */
@Hidden
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(WorkPools.READING)
final class LdesController {
  static final String PATH = "/ldes/";

  /** Last word of the first page of vocabularies; a number follows on others. */
  static final String VOCABULARIES = "vocabularies";

  /** The same of indicators. */
  static final String INDICATORS = "indicators";

  /** Changes on a page. */
  static final int SIZE = 100;

  private static final Pattern PAGE_OF_RECORDS =
      Pattern.compile("(" + VOCABULARIES + "|" + INDICATORS + ")(?:-([2-9]|[1-9]\\d{1,5}))?");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,6}");

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private final Catalogs catalogs;
  private final Answers answers;
  private final Instance instance;

  LdesController(Catalogs catalogs, Answers answers, Instance instance) {
    this.catalogs = catalogs;
    this.answers = answers;
    this.instance = instance;
  }

  @Get("/ldes/{name}")
  HttpResponse<byte[]> root(HttpRequest<?> request, String name) {
    Subset part = part(name);
    return answer(request, catalogs.now(), part, feed -> feed.root(part));
  }

  @Get("/ldes/{name}/{page}")
  HttpResponse<byte[]> page(HttpRequest<?> request, String name, String page) {
    Subset part = part(name);
    Matcher records = PAGE_OF_RECORDS.matcher(page);
    if (records.matches()) {
      return records(request, name, part, page, records);
    }
    if (!hasStudies(part)) {
      throw noPage(name, page);
    }
    if (!NUMBER.matcher(page).matches()) {
      throw noPage(name, page);
    }
    return changes(request, name, part, Integer.parseInt(page));
  }

  static boolean hasVocabularies(Subset part) {
    return part == Subset.PORTALS || part == Subset.VOCABULARIES || part == Subset.ALL;
  }

  static boolean hasStudies(Subset part) {
    return part == Subset.PORTALS || part == Subset.STUDIES || part == Subset.ALL;
  }

  static boolean hasIndicators(Subset part) {
    return part == Subset.PORTALS || part == Subset.INDICATORS || part == Subset.ALL;
  }

  private static int number(Matcher page) {
    return page.group(2) == null ? 1 : Integer.parseInt(page.group(2));
  }

  /** Word of the page that follows one of records. */
  static String following(String word) {
    Matcher page = PAGE_OF_RECORDS.matcher(word);
    return page.matches() ? page.group(1) + "-" + (number(page) + 1) : word;
  }

  private HttpResponse<byte[]> records(
      HttpRequest<?> request, String name, Subset part, String word, Matcher page) {
    Subset kind = VOCABULARIES.equals(page.group(1)) ? Subset.VOCABULARIES : Subset.INDICATORS;
    if (!(kind == Subset.VOCABULARIES ? hasVocabularies(part) : hasIndicators(part))) {
      throw noPage(name, word);
    }
    Catalogs.State state = catalogs.now();
    RecordLog log = kind == Subset.VOCABULARIES ? state.vocabularies() : state.indicators(part);
    int from = (number(page) - 1) * SIZE;
    if (from > log.events().size()) {
      throw noPage(name, word);
    }
    List<RecordLog.Event> events =
        log.events().subList(from, Math.min(from + SIZE, log.events().size()));
    Map<String, Dataset> now =
        state.catalog().list(part).stream()
            .filter(kind::holds)
            .collect(Collectors.toMap(Dataset::iri, Function.identity()));
    return answer(request, state, part, feed -> feed.records(word, log, events, now));
  }

  private HttpResponse<byte[]> changes(HttpRequest<?> request, String name, Subset part, int page) {
    Catalogs.State state = catalogs.now();
    List<Change> all = state.log(part).changes();
    int from = (page - 1) * SIZE;
    if (from > all.size()) {
      throw noPage(name, Integer.toString(page));
    }
    List<Change> changes = all.subList(from, Math.min(from + SIZE, all.size()));
    boolean closed = changes.size() == SIZE;
    HttpResponse<byte[]> answer =
        answer(
            request,
            state,
            part,
            feed -> feed.page(page, changes, catalogs.past(state, part, changes), closed));
    if (closed) {
      ((MutableHttpResponse<byte[]>) answer).getHeaders().set("Cache-Control", FOR_EVER);
    }
    return answer;
  }

  private static Subset part(String name) {
    return FeedName.find(name)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND,
                "Pas de flux nommé %s ; il y a catalog, studies, vocabularies, indicators, all"
                    .formatted(Text.quoted(name))));
  }

  private static ProblemException noPage(String name, String page) {
    return new ProblemException(
        ProblemType.NOT_FOUND,
        "Le flux %s n'a pas de page %s ; suivre les liens de %s%s"
            .formatted(name, Text.quoted(page), PATH, name));
  }

  private HttpResponse<byte[]> answer(
      HttpRequest<?> request, Catalogs.State state, Subset part, Consumer<EventStream> describe) {
    QuadFormat format = format(request);
    return answers.answer(
        request,
        format.mediaType() + "; charset=utf-8",
        state.version(),
        state.snapshot(),
        snapshot -> {
          EventStream feed =
              new EventStream(
                  Announcement.of(instance),
                  state.rules(),
                  instance.address() + PATH + FeedName.of(part),
                  instance.uris());
          describe.accept(feed);
          return Answers.Content.of(feed.bytes(format))
              .licensed(instance.profile().licence())
              .linked(PATH + FeedName.of(part), "index")
              .linked(
                  part == Subset.PORTALS ? "/catalog" : "/catalog/" + part.word(), "collection");
        });
  }

  private static QuadFormat format(HttpRequest<?> request) {
    List<QuadFormat> all = List.of(QuadFormat.values());
    List<String> types = all.stream().map(QuadFormat::mediaType).toList();
    return Negotiation.prefer(request, types)
        .flatMap(type -> all.stream().filter(each -> each.mediaType().equals(type)).findFirst())
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_ACCEPTABLE,
                "Aucun des formats demandés par Accept n'est disponible ici ; il y a "
                    + String.join(", ", types)));
  }
}
