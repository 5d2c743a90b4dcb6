package fr.passerelle.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * A concept, whole.
 *
 * @param uri persistent name
 * @param vocab scheme
 * @param code code in the scheme
 * @param type e.g. {@code fiche-metier}
 * @param status {@code current}, {@code retired} (no longer in use, kept for reference) or {@code
 *     referenced} (cited by a source, its own record not arrived)
 * @param prefLabel label in the language asked
 * @param altLabels other published labels in any language, those of the language asked first
 * @param definition definition, paragraphs separated by a line feed; empty if none
 * @param notes other texts
 * @param broader concepts above, in any scheme
 * @param narrower concepts below, in any scheme
 * @param related associated concepts
 * @param links other links by name, e.g. {@code competence}, {@code savoir}, {@code mobilite}
 * @param properties attributes as the producer names them, texts and booleans
 * @param collections published collections that it is in
 * @param regional what regions add to it under their own authorship; absent where there is nothing
 * @param empty which of these lists are empty, and why
 * @param history releases in which it entered, last changed and left
 * @param release release that states it
 * @param source producer, date, licence, citation
 */
@Serdeable
@Schema(name = "Concept")
public record ConceptView(
    String uri,
    String vocab,
    String code,
    String type,
    String status,
    String prefLabel,
    List<String> altLabels,
    String definition,
    List<NoteView> notes,
    List<ConceptItem> broader,
    List<ConceptItem> narrower,
    List<ConceptItem> related,
    Map<String, List<LinkView>> links,
    Map<String, Object> properties,
    List<CollectionView.Item> collections,
    @Nullable @JsonInclude(JsonInclude.Include.NON_NULL) List<RegionalView> regional,
    List<EmptyView> empty,
    HistoryView history,
    String release,
    SourceView source) {

  /**
   * A list that is empty.
   *
   * @param list its name, e.g. {@code broader}
   * @param reason why, e.g. {@code not_of_this_type}
   * @param explanation the reason in French
   */
  @Serdeable
  @Schema(name = "EmptyList")
  public record EmptyView(String list, String reason, String explanation) {}

  /**
   * A text.
   *
   * @param kind e.g. {@code acces_metier}
   * @param lang BCP 47 tag
   * @param text paragraphs separated by a line feed
   */
  @Serdeable
  @Schema(name = "Note")
  public record NoteView(String kind, String lang, String text) {}

  /**
   * A qualified link.
   *
   * @param uri persistent name of the other concept
   * @param vocab its scheme
   * @param code its code
   * @param type its type; empty where the other scheme is not published here
   * @param prefLabel its label; empty where the other scheme is not published here
   * @param mark {@code principale}, {@code emergente} or empty, as the source says
   * @param order rank from 1 as the source says; 0 if it says none
   */
  @Serdeable
  @Schema(name = "Link")
  public record LinkView(
      String uri,
      String vocab,
      String code,
      String type,
      String prefLabel,
      String mark,
      int order) {}

  /**
   * In which releases a concept entered, last changed and left.
   *
   * @param entered first release known here
   * @param changed last release that changed it
   * @param left first release without it; empty while it is in use
   */
  @Serdeable
  @Schema(name = "History")
  public record HistoryView(String entered, String changed, String left) {}
}
