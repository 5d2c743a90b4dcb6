package fr.passerelle.api.linkeddata.sparql;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.Tolerates;
import fr.passerelle.api.linkeddata.Formats;
import fr.passerelle.vocab.skos.RdfFormat;
import fr.passerelle.vocab.skos.RdfWriter;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The SPARQL 1.1 Protocol (W3C, 2013), queries only: by GET, by form, or the query alone as a body.
 * Without a query, what the service says of itself; never a dump.
 */
// Described by its service description, not by OpenAPI.
@Hidden
@Controller
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SparqlController {
  private static final String PAGE = "/doc/sparql";

  /** A program that takes anything is given what it can read. */
  private static final List<String> DESCRIPTIONS =
      Stream.concat(
              Stream.of(RdfFormat.values()).map(RdfFormat::mediaType),
              Stream.of(MediaType.TEXT_HTML))
          .toList();

  private final Sparql sparql;
  private final Answers answers;
  private final Instance instance;
  private final RdfWriter writer =
      new RdfWriter(
          ServiceDescription.PREFIXES,
          "sd:endpoint sd:feature sd:resultFormat sd:supportedLanguage sd:defaultDataset sd:graph"
              + " sd:name void:property void:class void:dataDump void:sparqlEndpoint dct:license");

  SparqlController(Sparql sparql, Answers answers, Instance instance) {
    this.sparql = sparql;
    this.answers = answers;
    this.instance = instance;
  }

  @Get("/sparql")
  @Tolerates(Tolerates.ALL)
  HttpResponse<?> get(HttpRequest<?> request) {
    ProtocolRequest asked = ProtocolRequest.ofParameters(request);
    if (asked.query().isEmpty()) {
      return description(request);
    }
    if (asked.format().isEmpty() && prefersPage(request)) {
      return toPage(request.getUri().getRawQuery());
    }
    return answer(request, asked);
  }

  @Post("/sparql")
  @Consumes(MediaType.ALL)
  @Tolerates(Tolerates.ALL)
  HttpResponse<?> post(HttpRequest<?> request, @Body byte @Nullable [] body) {
    return answer(request, ProtocolRequest.ofBody(request, body));
  }

  /** VoID has a name that is known beforehand (section 7.2). */
  @Get("/.well-known/void")
  HttpResponse<?> known(HttpRequest<?> request) {
    return description(request);
  }

  private HttpResponse<?> description(HttpRequest<?> request) {
    if (Negotiation.prefer(request, DESCRIPTIONS).filter(MediaType.TEXT_HTML::equals).isPresent()) {
      return toPage(null);
    }
    RdfFormat format = Formats.preferred(request);
    Graphs.Moment moment = sparql.moment();
    return answers.answer(
        request,
        Formats.contentType(format),
        moment.version(),
        moment.snapshot(),
        snapshot -> Answers.Content.of(described(format, sparql.state(moment))));
  }

  private byte[] described(RdfFormat format, Graphs.State state) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      writer.write(format, out, Stream.of(ServiceDescription.of(instance, state)));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return out.toByteArray();
  }

  private static boolean prefersPage(HttpRequest<?> request) {
    List<String> offered =
        Stream.concat(
                Stream.of(ResultFormat.values())
                    .flatMap(each -> Stream.of(each.mediaType(), each.general()))
                    .filter(each -> !each.isEmpty()),
                Stream.of(MediaType.TEXT_HTML))
            .toList();
    return Negotiation.prefer(request, offered).filter(MediaType.TEXT_HTML::equals).isPresent();
  }

  private static HttpResponse<?> toPage(@Nullable String query) {
    return HttpResponse.status(HttpStatus.SEE_OTHER)
        .contentLength(0)
        .header("Location", query == null ? PAGE : PAGE + "?" + query)
        .header("Vary", "Accept")
        .header("Cache-Control", "public, max-age=60");
  }

  private HttpResponse<?> answer(HttpRequest<?> request, ProtocolRequest asked) {
    Sparql.Recognised query = sparql.recognise(asked.query());
    ResultFormat format = asked.format(request, query.triples());
    Graphs.Moment moment = sparql.moment();
    Sparql.Asking asking =
        new Sparql.Asking(moment.version(), query.text(), asked.defaults(), asked.named(), format);
    Sparql.Answer answer = sparql.answer(moment, asking);
    Answers.Content content =
        Answers.Content.of(answer.bytes()).linked("/.well-known/void", "describedby");
    return answer.lasting()
        ? answers.answer(
            request, format.contentType(), asking.key(), moment.snapshot(), snapshot -> content)
        : answers.momentary(request, format.contentType(), content);
  }
}
