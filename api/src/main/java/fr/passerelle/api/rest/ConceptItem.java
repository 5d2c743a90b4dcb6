package fr.passerelle.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.search.Match;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/**
 * A concept in a list.
 *
 * @param uri persistent name
 * @param vocab scheme
 * @param code code in the scheme
 * @param type e.g. {@code fiche-metier}
 * @param status {@code current}, {@code retired} or {@code referenced}
 * @param prefLabel label in the language asked
 * @param match what matched a search; left out of a plain list
 */
@Serdeable
@Schema(name = "ConceptItem")
public record ConceptItem(
    String uri,
    String vocab,
    String code,
    String type,
    String status,
    String prefLabel,
    @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) MatchView match) {

  /**
   * What matched a search.
   *
   * @param field {@code pref_label}, {@code alt_label}, {@code notation}, {@code hidden_label} (a
   *     synonym that is not published), {@code definition}, {@code regional_label} (a name that a
   *     region gives it), {@code regional_note}
   * @param text the label that matched, or how the regional note begins; empty for what is not
   *     published or is not a label
   */
  @Serdeable
  @Schema(name = "Match")
  public record MatchView(String field, String text) {
    static MatchView of(Match match) {
      return new MatchView(match.field().name().toLowerCase(Locale.ROOT), match.text());
    }
  }

  static String status(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  static ConceptItem of(String uri, Concept concept, String lang, @Nullable MatchView match) {
    return new ConceptItem(
        uri,
        concept.ref().scheme(),
        concept.code(),
        concept.type().id(),
        status(concept.status()),
        concept.prefLabel(lang),
        match);
  }
}
