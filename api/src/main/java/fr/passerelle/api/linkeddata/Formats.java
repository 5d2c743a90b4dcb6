package fr.passerelle.api.linkeddata;

import fr.passerelle.api.http.Negotiation;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.api.http.Text;
import fr.passerelle.vocab.skos.RdfFormat;
import io.micronaut.http.HttpRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which syntax a request asks for, by {@code Accept} or by extension. */
public final class Formats {
  private static final String HTML = "text/html";
  private static final List<RdfFormat> ALL = List.of(RdfFormat.values());
  private static final List<String> TYPES = ALL.stream().map(RdfFormat::mediaType).toList();
  private static final List<String> TYPES_AND_PAGE =
      Stream.concat(Stream.of(HTML), TYPES.stream()).toList();

  private Formats() {}

  /** The syntax preferred to a page; empty where the page is preferred, or all are one. */
  public static Optional<RdfFormat> preferredToPage(HttpRequest<?> request) {
    return find(preferred(request, TYPES_AND_PAGE));
  }

  /** The syntax preferred; Turtle where all are one. */
  public static RdfFormat preferred(HttpRequest<?> request) {
    return find(preferred(request, TYPES)).orElseThrow();
  }

  private static String preferred(HttpRequest<?> request, List<String> types) {
    return Negotiation.prefer(request, types)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_ACCEPTABLE,
                "Aucun des formats demandés par Accept n'est disponible ici ; il y a "
                    + String.join(", ", types)));
  }

  private static Optional<RdfFormat> find(String mediaType) {
    return ALL.stream().filter(format -> format.mediaType().equals(mediaType)).findFirst();
  }

  /** The syntax of that extension. */
  public static RdfFormat ofExtension(String extension) {
    return RdfFormat.find(extension)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.NOT_FOUND,
                "Pas de document d'extension "
                    + Text.quoted(extension)
                    + " ; il y a "
                    + Arrays.stream(RdfFormat.values())
                        .map(format -> "." + format.extension())
                        .collect(Collectors.joining(", "))));
  }

  /** Its media type, with its charset. */
  public static String contentType(RdfFormat format) {
    return format.mediaType() + "; charset=utf-8";
  }
}
