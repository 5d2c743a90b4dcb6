package fr.passerelle.api.rest;

import fr.passerelle.vocab.service.Past;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/**
 * A concept above or below another.
 *
 * @param concept the concept
 * @param distance levels between the two by the shortest way, from 1
 */
@Serdeable
@Schema(name = "Relative")
public record RelativeView(ConceptItem concept, int distance) {

  /**
   * A page of the concepts above or below another.
   *
   * @param items nearest first, then by code
   * @param total how many there are on all pages
   * @param next cursor of the next page; null on the last one
   * @param emptyReason why there are none, e.g. {@code not_stated}; null where there are
   * @param emptyExplanation the reason in French
   * @param source producer, date, licence, citation
   */
  @Serdeable
  @Schema(name = "RelativePage")
  record Listed(
      List<RelativeView> items,
      int total,
      @Nullable String next,
      @Nullable String emptyReason,
      @Nullable String emptyExplanation,
      SourceView source) {}

  /**
   * What became of a concept through releases.
   *
   * @param concept the concept
   * @param events in which releases it entered, changed last and left
   * @param replacedBy what takes its place
   * @param replaces what it takes the place of
   * @param source producer, date, licence, citation
   */
  @Serdeable
  @Schema(name = "ConceptHistory")
  record Told(
      ConceptItem concept,
      List<Event> events,
      List<ConceptItem> replacedBy,
      List<ConceptItem> replaces,
      SourceView source) {}

  /**
   * Something that happened to a concept.
   *
   * @param event {@code entered}, {@code changed} or {@code left}
   * @param release release in which it happened
   * @param issued ISO 8601 date of that release; empty where it is no longer kept
   */
  @Serdeable
  @Schema(name = "ConceptEvent")
  record Event(String event, String release, String issued) {
    static Event of(Past past) {
      return new Event(
          past.kind().name().toLowerCase(Locale.ROOT),
          past.release(),
          past.issued().map(String::valueOf).orElse(""));
    }
  }
}
