package fr.passerelle.api.linkeddata.sparql;

import fr.passerelle.api.http.Bodies;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request of the protocol asks.
 *
 * @param query the query; empty where none was given
 * @param defaults {@code default-graph-uri}, as often as it was given
 * @param named {@code named-graph-uri}
 * @param format {@code format}, which wins over Accept: a link in a page cannot set headers
 */
record ProtocolRequest(
    String query, List<String> defaults, List<String> named, Optional<ResultFormat> format) {
  private static final String QUERY = "query";
  private static final String DEFAULT = "default-graph-uri";
  private static final String NAMED = "named-graph-uri";
  private static final String FORMAT = "format";
  private static final List<String> KNOWN = List.of(QUERY, DEFAULT, NAMED, FORMAT);
  private static final List<String> OF_UPDATES =
      List.of("update", "using-graph-uri", "using-named-graph-uri");

  private static final String ALONE = "application/sparql-query";
  private static final String UPDATE = "application/sparql-update";
  private static final int MOST_PARAMETERS = 200;

  ProtocolRequest {
    defaults = List.copyOf(defaults);
    named = List.copyOf(named);
  }

  static ProtocolRequest ofParameters(HttpRequest<?> request) {
    return of(parameters(request));
  }

  private static Map<String, List<String>> parameters(HttpRequest<?> request) {
    return request.getParameters().asMap();
  }

  /**
   * What a body asks.
   *
   * @throws ProblemException UNSUPPORTED_MEDIA_TYPE, TOO_LARGE, BAD_REQUEST or UNKNOWN_PARAMETER
   */
  static ProtocolRequest ofBody(HttpRequest<?> request, byte @Nullable [] body) {
    String type = request.getContentType().map(MediaType::getName).orElse("");
    if (type.equals(UPDATE)) {
      throw readOnly();
    }
    boolean form = type.equals(MediaType.APPLICATION_FORM_URLENCODED);
    boolean utf8 =
        request
            .getContentType()
            .flatMap(MediaType::getCharset)
            .map(StandardCharsets.UTF_8::equals)
            .orElse(true);
    if (!utf8 || (!form && !type.equals(ALONE))) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE,
          "Une question se pose par GET, par formulaire (%s) ou seule (%s), en UTF-8."
              .formatted(MediaType.APPLICATION_FORM_URLENCODED, ALONE));
    }
    String text = decoded(Bodies.bounded(body));
    if (form) {
      try {
        ProtocolRequest asked =
            of(
                new QueryStringDecoder(text, StandardCharsets.UTF_8, false, MOST_PARAMETERS)
                    .parameters());
        return asked.required();
      } catch (IllegalArgumentException e) {
        throw new ProblemException(
            ProblemType.BAD_REQUEST,
            "Le formulaire est mal encodé : un signe % est suivi de deux chiffres hexadécimaux.");
      }
    }
    ProtocolRequest address = of(parameters(request));
    return new ProtocolRequest(text, address.defaults(), address.named(), address.format())
        .required();
  }

  private ProtocolRequest required() {
    if (query.isBlank()) {
      throw new ProblemException(
          ProblemType.BAD_REQUEST,
          "La question manque : paramètre query, ou corps " + ALONE + ".",
          new Problem.Detail(QUERY, "une question en SPARQL 1.1"));
    }
    return this;
  }

  private static String decoded(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(ProblemType.BAD_REQUEST, "Le corps n'est pas en UTF-8.");
    }
  }

  private static ProtocolRequest of(Map<String, List<String>> parameters) {
    for (String name : parameters.keySet()) {
      if (OF_UPDATES.contains(name)) {
        throw readOnly();
      }
      if (!KNOWN.contains(name)) {
        String rule = "connus : " + String.join(", ", KNOWN);
        throw new ProblemException(
            ProblemType.UNKNOWN_PARAMETER,
            "Paramètre inconnu " + Text.quoted(name) + " (" + rule + ")",
            new Problem.Detail(Text.cut(name), rule));
      }
    }
    return new ProtocolRequest(
        single(parameters, QUERY),
        parameters.getOrDefault(DEFAULT, List.of()),
        parameters.getOrDefault(NAMED, List.of()),
        Optional.of(single(parameters, FORMAT))
            .filter(each -> !each.isEmpty())
            .map(each ->
                ResultFormat.find(each)
                    .orElseThrow(() -> ProblemException.parameter(FORMAT, each, formats()))));
  }

  private static String formats() {
    List<String> ids = new ArrayList<>();
    for (ResultFormat each : ResultFormat.values()) {
      ids.add(each.id());
    }
    return String.join(", ", ids);
  }

  private static String single(Map<String, List<String>> parameters, String name) {
    List<String> values = parameters.getOrDefault(name, List.of());
    if (values.size() > 1) {
      throw ProblemException.parameter(name, values.getLast(), "donné une seule fois");
    }
    return values.isEmpty() ? "" : values.getFirst();
  }

  private static ProblemException readOnly() {
    return new ProblemException(
        ProblemType.BAD_REQUEST,
        "Ce point d'accès est en lecture seule : aucune mise à jour (SPARQL Update) n'est admise.",
        new Problem.Detail("update", "lecture seule"));
  }

  /**
   * How the answer is written.
   *
   * @param triples whether the query makes triples
   * @throws ProblemException NOT_ACCEPTABLE, with what there is
   */
  ResultFormat format(HttpRequest<?> request, boolean triples) {
    List<ResultFormat> offered = ResultFormat.of(triples);
    if (format.isPresent()) {
      if (!offered.contains(format.get())) {
        throw ProblemException.parameter(
            FORMAT,
            format.get().id(),
            String.join(", ", offered.stream().map(ResultFormat::id).toList()));
      }
      return format.get();
    }
    List<String> types = new ArrayList<>(offered.stream().map(ResultFormat::mediaType).toList());
    offered.stream().map(ResultFormat::general).filter(each -> !each.isEmpty()).forEach(types::add);
    String type =
        Negotiation.prefer(request, types)
            .orElseThrow(() ->
                new ProblemException(
                    ProblemType.NOT_ACCEPTABLE,
                    "Aucun des formats demandés par Accept n'est disponible pour cette question ;"
                        + " il y a "
                        + String.join(", ", types)));
    return offered.stream()
        .filter(each -> each.mediaType().equals(type) || each.general().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
