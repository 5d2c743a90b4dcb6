package fr.passerelle.api.study;

import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.catalog.citation.CitationFormat;
import fr.passerelle.catalog.study.Study;
import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * In which form studies are asked for: as JSON, or as references for reference managers.
 *
 * @param format format of references; empty for JSON
 * @param named whether the address names it, so that {@code Accept} has no say
 */
record CitedAs(Optional<CitationFormat> format, boolean named) {
  static final String DESCRIPTION =
      "json, or references to cite: ris, bibtex, csl-json; by default what Accept prefers";

  /** Media types of {@link CitationFormat}, which an annotation cannot ask. */
  static final String RIS = "application/x-research-info-systems";

  static final String BIBTEX = "application/x-bibtex";
  static final String CSL_JSON = "application/vnd.citationstyles.csl+json";

  private static final String JSON = "application/json";
  private static final List<String> TYPES =
      Stream.concat(
              Stream.of(JSON),
              Arrays.stream(CitationFormat.values()).map(CitationFormat::mediaType))
          .toList();

  /**
   * What a request asks for.
   *
   * @param format parameter of that name; null if it is not given
   * @throws ProblemException BAD_PARAMETER or NOT_ACCEPTABLE
   */
  static CitedAs of(HttpRequest<?> request, @Nullable String format) {
    if (format == null) {
      String type =
          Negotiation.prefer(request, TYPES)
              .orElseThrow(() ->
                  new ProblemException(
                      ProblemType.NOT_ACCEPTABLE,
                      "Aucun des formats demandés par Accept n'est disponible ici ; il y a : "
                          + String.join(", ", TYPES)));
      return new CitedAs(ofType(type), false);
    }
    Optional<CitationFormat> named = CitationFormat.find(format);
    if (named.isEmpty() && !format.equals("json")) {
      throw ProblemException.parameter(
          "format", format, "json, " + String.join(", ", CitationFormat.ids()));
    }
    return new CitedAs(named, true);
  }

  private static Optional<CitationFormat> ofType(String type) {
    return Arrays.stream(CitationFormat.values())
        .filter(each -> each.mediaType().equals(type))
        .findFirst();
  }

  /**
   * Refuses who does not accept it and did not name it.
   *
   * @throws ProblemException NOT_ACCEPTABLE
   */
  void require(HttpRequest<?> request) {
    if (!named) {
      Negotiation.require(request, format.map(CitationFormat::mediaType).orElse(JSON));
    }
  }

  String contentType() {
    return format.map(CitationFormat::mediaType).orElse(JSON) + "; charset=utf-8";
  }

  /** References of studies, to be kept as a file; empty where JSON is asked for. */
  Optional<Answers.Content> write(StudyViews views, List<Study> studies, String file) {
    References references =
        new References(views.catalogue(), views.snapshot(), views.names(), views.lang());
    return format.map(asked -> {
      String text = asked.write(studies.stream().map(references::of).toList());
      return Answers.Content.of(text.getBytes(StandardCharsets.UTF_8))
          .with(
              "Content-Disposition",
              "attachment; filename=\"" + file + "." + asked.extension() + "\"");
    });
  }
}
