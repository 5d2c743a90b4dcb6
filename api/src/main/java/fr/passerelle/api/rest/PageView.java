package fr.passerelle.api.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** Pages of lists; {@code next} is the cursor of the next page, null on the last one. */
final class PageView {
  private PageView() {}

  /**
   * All published vocabularies.
   *
   * @param items the vocabularies
   * @param total how many there are
   * @param next always null: the list has one page
   */
  @Serdeable
  @Schema(name = "VocabList")
  record Vocabs(List<VocabView> items, int total, @Nullable String next) {}

  /**
   * A page of the concepts of a vocabulary.
   *
   * @param items concepts in code order, or best match first
   * @param total how many there are on all pages
   * @param next cursor of the next page
   * @param interpretedAs the text that these answer, where nothing answers it as typed; null where
   *     it is read as typed, or none is given
   * @param emptyReason why there are none, e.g. {@code not_stated}; null where there are
   * @param emptyExplanation the reason in French
   * @param source producer, date, licence, citation
   */
  @Serdeable
  @Schema(name = "ConceptPage")
  record Concepts(
      List<ConceptItem> items,
      int total,
      @Nullable String next,
      @Nullable String interpretedAs,
      @Nullable String emptyReason,
      @Nullable String emptyExplanation,
      SourceView source) {}

  /**
   * A page of what was found in all vocabularies.
   *
   * @param items best match first
   * @param total how many there are on all pages
   * @param next cursor of the next page
   * @param relaxed whether nothing holds all the words, so that these hold most of them only
   * @param interpretedAs the text that these answer, where nothing answers it as typed: its unknown
   *     words are read as the nearest known ones; null where it is read as typed
   * @param otherReadings other texts that may have been meant, likeliest first
   * @param emptyReason why there are none, e.g. {@code filtered}; null where there are
   * @param emptyExplanation the reason in French
   * @param collections collections whose name or description holds the words, beside the concepts;
   *     none where no words are given
   * @param facets how all that was found is spread
   * @param sources sources of the items on this page
   * @param terms under what the whole may be used again
   */
  @Serdeable
  @Schema(name = "SearchPage")
  record Found(
      List<ConceptItem> items,
      int total,
      @Nullable String next,
      boolean relaxed,
      @Nullable String interpretedAs,
      List<String> otherReadings,
      @Nullable String emptyReason,
      @Nullable String emptyExplanation,
      List<CollectionView.Item> collections,
      FacetsView facets,
      List<SourceView> sources,
      TermsView terms) {}

  /**
   * How all that was found is spread.
   *
   * @param vocab by vocabulary
   * @param type by type
   * @param status by status
   */
  @Serdeable
  @Schema(name = "Facets")
  record FacetsView(List<Count> vocab, List<Count> type, List<Count> status) {}

  /**
   * A value of a facet.
   *
   * @param value to give back as the filter of that name
   * @param count how many there are
   */
  @Serdeable
  @Schema(name = "FacetCount")
  record Count(String value, int count) {}
}
