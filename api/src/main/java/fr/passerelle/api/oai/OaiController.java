package fr.passerelle.api.oai;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Bodies;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Harvests;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Tolerates;
import fr.passerelle.api.linkeddata.dcat.Catalogs;
import fr.passerelle.catalog.study.StudyNames;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.uri.QueryStringDecoder;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The OAI-PMH 2.0 provider: by GET or POST, every answer and every error of the protocol in XML
 * under HTTP 200.
 */
// One address whose answer depends on a verb: described by OAI-PMH, which OpenAPI cannot say.
@Hidden
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(WorkPools.READING)
final class OaiController {
  static final String PATH = "/oai";

  private static final String XML = "text/xml; charset=utf-8";
  private static final long MAX_BYTES = 32L << 20;

  /** Bytes in which the date is: nothing that is asked comes before it. */
  private static final int START = 1_000;

  /** Where the moment of the answer goes, of its length. */
  private static final String UNDATED = "0000-00-00T00:00:00Z";

  private static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/";

  private final Catalogs catalogs;
  private final Answers answers;
  private final Cursors cursors;
  private final Instance instance;
  private final Harvests harvests;
  private final Cache<String, Page> pages =
      Caffeine.newBuilder()
          .maximumWeight(MAX_BYTES)
          .<String, Page>weigher((key, page) -> page.xml().length + 2 * key.length())
          .build();
  private volatile Made made = new Made("", Optional.empty());

  OaiController(
      Catalogs catalogs, Answers answers, Cursors cursors, Instance instance, Harvests harvests) {
    this.harvests = harvests;
    this.catalogs = catalogs;
    this.answers = answers;
    this.cursors = cursors;
    this.instance = instance;
  }

  /**
   * An answer, undated.
   *
   * @param ends whether a list ends with it
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Page(byte[] xml, boolean ends) {
    /** It, as it is given at that moment: who goes on from its date misses nothing. */
    byte[] at(Instant now) {
      byte[] dated = xml.clone();
      byte[] date = now.truncatedTo(ChronoUnit.SECONDS).toString().getBytes(StandardCharsets.UTF_8);
      int at =
          new String(xml, 0, Math.min(xml.length, START), StandardCharsets.ISO_8859_1)
              .indexOf(UNDATED);
      System.arraycopy(date, 0, dated, at, date.length);
      return dated;
    }
  }

  /** What there is to harvest of one state. */
  private record Made(String version, Optional<Repository> repository) {}

  @Get(PATH)
  @Tolerates(Tolerates.ALL)
  HttpResponse<byte[]> get(HttpRequest<?> request) {
    Map<String, List<String>> given = request.getParameters().asMap();
    count(request, given);
    // Before the state is looked at: what changes afterwards is asked for again.
    Instant now = Instant.now();
    Catalogs.State state = catalogs.now();
    Page page =
        pages.get(state.version() + "\n" + request.getUri(), absent -> answer(state, given));
    return respond(request, page, now);
  }

  private HttpResponse<byte[]> respond(HttpRequest<?> request, Page page, Instant now) {
    if (page.ends()) {
      harvests.completed(request, "oai");
    }
    return answers.momentary(
        request, XML, Answers.Content.of(page.at(now)).licensed(instance.profile().licence()));
  }

  @Post(PATH)
  @Consumes(MediaType.ALL)
  @Tolerates(Tolerates.ALL)
  HttpResponse<byte[]> post(HttpRequest<?> request, @Body byte @Nullable [] body) {
    if (request
        .getContentType()
        .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::matches)
        .isEmpty()) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "Le corps est un formulaire : Content-Type: application/x-www-form-urlencoded.");
    }
    String form = new String(Bodies.bounded(body), StandardCharsets.UTF_8);
    count(request, fields(form));
    Instant now = Instant.now();
    Page page =
        request.getParameters().isEmpty()
            ? answer(catalogs.now(), fields(form))
            : end(
                error(Arguments.bad("Les arguments d'un POST sont dans son corps"), Map.of()),
                /* ends= */ false);
    return respond(request, page, now);
  }

  /** A list that goes on is of a harvest that was counted. */
  private void count(HttpRequest<?> request, Map<String, List<String>> given) {
    boolean list =
        given.getOrDefault(Arguments.VERB, List.of()).stream()
            .anyMatch(verb -> verb.equals("ListRecords") || verb.equals("ListIdentifiers"));
    if (list && !given.containsKey(Arguments.TOKEN)) {
      harvests.begun(request, "oai");
    }
  }

  /** What is badly encoded holds no verb. */
  private static Map<String, List<String>> fields(String form) {
    try {
      return new QueryStringDecoder(form, /* hasPath= */ false).parameters();
    } catch (IllegalArgumentException e) {
      return Map.of();
    }
  }

  private Page answer(Catalogs.State state, Map<String, List<String>> given) {
    try {
      Arguments arguments = Arguments.of(given);
      Xml xml = begin(arguments.verb().word(), arguments.values());
      OaiAnswer answer = new OaiAnswer(catalogs, state, repository(state), instance, cursors, xml);
      return end(xml, answer.write(arguments));
    } catch (OaiError e) {
      // Of who asks what is new, nothing is all there is.
      return end(error(e, given), e.code() == OaiError.Code.noRecordsMatch);
    }
  }

  private Xml error(OaiError e, Map<String, List<String>> given) {
    Xml xml =
        e.hidesArguments()
            ? begin("", Map.of())
            : begin(Arguments.of(given).verb().word(), Arguments.of(given).values());
    return xml.element("error", e.message(), "code", e.code().name());
  }

  private Xml begin(String verb, Map<String, String> values) {
    List<String> attributes = new ArrayList<>();
    if (!verb.isEmpty()) {
      attributes.addAll(List.of(Arguments.VERB, verb));
      values.forEach((name, value) -> attributes.addAll(List.of(name, value)));
    }
    return new Xml()
        .open(
            "OAI-PMH",
            "xmlns",
            NAMESPACE,
            "xmlns:xsi",
            "http://www.w3.org/2001/XMLSchema-instance",
            "xsi:schemaLocation",
            NAMESPACE + " http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd")
        .element("responseDate", UNDATED)
        .element("request", instance.address() + PATH, attributes.toArray(new String[0]));
  }

  private static Page end(Xml xml, boolean ends) {
    return new Page(xml.close("OAI-PMH").toString().getBytes(StandardCharsets.UTF_8), ends);
  }

  private Repository repository(Catalogs.State state) {
    Made last = made;
    if (last.version().equals(state.version()) && last.repository().isPresent()) {
      return last.repository().get();
    }
    Repository repository = Repository.of(state, new StudyNames(instance.uris()));
    made = new Made(state.version(), Optional.of(repository));
    return repository;
  }
}
