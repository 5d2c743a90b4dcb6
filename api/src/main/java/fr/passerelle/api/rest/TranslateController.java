package fr.passerelle.api.rest;

import fr.passerelle.api.Instance;
import fr.passerelle.api.admission.WorkPools;
import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.Bodies;
import fr.passerelle.api.http.JsonBody;
import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.Lookup;
import fr.passerelle.vocab.service.Translator;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Translation of codes from one vocabulary into another. */
// Any Accept reaches the method: the framework does not take application/* for JSON.
@Produces(MediaType.ALL)
@Controller("/api/v1/translate")
@ExecuteOn(WorkPools.READING)
final class TranslateController {
  private final Answers answers;
  private final Instance instance;
  private final Bodies bodies;

  TranslateController(Answers answers, Instance instance, Bodies bodies) {
    this.answers = answers;
    this.instance = instance;
    this.bodies = bodies;
  }

  /**
   * Codes to translate.
   *
   * @param from vocabulary of the codes
   * @param to vocabulary wanted, or identifier of the only correspondence to read
   * @param codes as people write them
   */
  @Serdeable
  @Schema(name = "TranslationRequest")
  record Asked(
      @Schema(maxLength = 60, example = "rncp") String from,
      @Schema(maxLength = 200, example = "rome-3") String to,
      List<String> codes) {}

  @Operation(
      operationId = "translate",
      summary = "Codes of one vocabulary in another",
      description =
          "Up to 1 000 codes through the published correspondences between the two, read either"
              + " way. Codes without target are listed with the reason, codes with several apart."
              + " For a ROME 4 sheet, what its ROME 3 parents have is a list of its own"
              + " (inheritedFromV3), never mixed with its targets.")
  @ApiResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = TranslationView.class)))
  @RequestBody(
      required = true,
      content =
          @Content(mediaType = "application/json", schema = @Schema(implementation = Asked.class)))
  @Post
  @Consumes(MediaType.ALL)
  HttpResponse<byte[]> translate(HttpRequest<?> request, @Body byte @Nullable [] body) {
    JsonBody asked = bodies.object(request, body, List.of("from", "to", "codes"));
    List<String> codes = asked.texts("codes", Translator.MOST_CODES, Filters.LONGEST_TEXT);
    String from = required(asked, "from");
    String to = required(asked, "to");
    String lang = Language.of(request);
    return answers.fresh(
        request,
        snapshot ->
            TranslationView.of(
                new Views(snapshot, instance.uris(), lang),
                Lookup.translator(snapshot, from, to).translate(codes)));
  }

  private static String required(JsonBody asked, String name) {
    String value = asked.text(name, Filters.LONGEST_TEXT);
    if (value.isEmpty()) {
      throw JsonBody.refused("/" + name, "à donner");
    }
    return value;
  }
}
