package fr.passerelle.api.oai;

import fr.passerelle.api.Instance;
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
import io.micronaut.scheduling.TaskExecutors;
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
@ExecuteOn(TaskExecutors.BLOCKING)
final class OaiController {
  static final String PATH = "/oai";

  private static final String XML = "text/xml; charset=utf-8";
  private static final String NAMESPACE = "http://www.openarchives.org/OAI/2.0/";

  private final Catalogs catalogs;
  private final Answers answers;
  private final Cursors cursors;
  private final Instance instance;
  private final Harvests harvests;
  private volatile Made made = new Made("", Optional.empty());

  OaiController(
      Catalogs catalogs, Answers answers, Cursors cursors, Instance instance, Harvests harvests) {
    this.harvests = harvests;
    this.catalogs = catalogs;
    this.answers = answers;
    this.cursors = cursors;
    this.instance = instance;
  }

  /** What there is to harvest of one state. */
  private record Made(String version, Optional<Repository> repository) {}

  @Get(PATH)
  @Tolerates(Tolerates.ALL)
  HttpResponse<byte[]> get(HttpRequest<?> request) {
    count(request, request.getParameters().asMap());
    Catalogs.State state = catalogs.now();
    return answers.answer(
        request,
        XML,
        state.version(),
        state.snapshot(),
        snapshot ->
            Answers.Content.of(answer(state, request.getParameters().asMap()))
                .licensed(instance.profile().licence()));
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
    byte[] bytes =
        request.getParameters().isEmpty()
            ? answer(catalogs.now(), fields(form))
            : end(error(Arguments.bad("Les arguments d'un POST sont dans son corps"), Map.of()));
    return HttpResponse.ok(bytes)
        .contentType(XML)
        .contentLength(bytes.length)
        .header("Cache-Control", "no-store");
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

  private byte[] answer(Catalogs.State state, Map<String, List<String>> given) {
    try {
      Arguments arguments = Arguments.of(given);
      Xml xml = begin(arguments.verb().word(), arguments.values());
      new OaiAnswer(catalogs, state, repository(state), instance, cursors, xml).write(arguments);
      return end(xml);
    } catch (OaiError e) {
      return end(error(e, given));
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
        .element("responseDate", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString())
        .element("request", instance.address() + PATH, attributes.toArray(new String[0]));
  }

  private static byte[] end(Xml xml) {
    return xml.close("OAI-PMH").toString().getBytes(StandardCharsets.UTF_8);
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
