package fr.passerelle.api.study;

import fr.passerelle.api.study.StudyItem.LicenceView;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Lists of the catalogue; {@code next} is the cursor of the next page, null on the last one. */
final class StudyLists {
  private StudyLists() {}

  /**
   * What has to be said of the catalogue wherever it goes.
   *
   * @param publisher who publishes the catalogue
   * @param modified when a study of this answer changed last; null where there is none
   * @param licence licence of the records; null where those of this answer have licences that do
   *     not go together, and each tells its own
   * @param citation ready to paste
   */
  @Serdeable
  @Schema(name = "CatalogueSource")
  record SourceView(
      String publisher,
      @Nullable Instant modified,
      @Nullable LicenceView licence,
      String citation) {}

  /**
   * A value of a facet.
   *
   * @param value to give back as the filter of that name
   * @param label what it stands for
   * @param count how many studies have it
   */
  @Serdeable
  @Schema(name = "StudyFacetCount")
  record CountView(String value, String label, int count) {}

  /**
   * A page of studies.
   *
   * @param items the studies
   * @param total how many there are on all pages
   * @param next cursor of the next page
   * @param relaxed whether nothing holds all the words, so that these hold most of them only
   * @param facets how all that was found is spread, by facet
   * @param emptyReason why there are none: {@code none_published}, {@code not_found}, {@code
   *     filtered}; null where there are
   * @param emptyExplanation the reason in French, with what one filter less would find
   * @param source publisher, date, licence, citation
   */
  @Serdeable
  @Schema(name = "StudyPage")
  record Studies(
      List<StudyItem> items,
      int total,
      @Nullable String next,
      boolean relaxed,
      Map<String, List<CountView>> facets,
      @Nullable String emptyReason,
      @Nullable String emptyExplanation,
      SourceView source) {}

  /**
   * Something that happened to a study.
   *
   * @param sequence its place among all that happened in the catalogue
   * @param kind create, update, pass, withdraw or qualify
   * @param at when
   * @param by code of the producer, operator or passerelle
   * @param status where the study stood then
   * @param reason why; null if none was given
   * @param changed members that it changed
   */
  @Serdeable
  @Schema(name = "StudyEvent")
  record EventView(
      long sequence,
      String kind,
      Instant at,
      String by,
      String status,
      @Nullable String reason,
      List<String> changed) {}

  /**
   * What happened to a study, the latest last.
   *
   * @param items events
   * @param total how many there are
   * @param next always null: the list has one page
   * @param source publisher, date, licence, citation
   */
  @Serdeable
  @Schema(name = "StudyHistory")
  record History(List<EventView> items, int total, @Nullable String next, SourceView source) {}

  /**
   * Why two studies are alike.
   *
   * @param kind words, theme, territory, period or producer
   * @param weight what it adds to the score
   * @param text in words
   */
  @Serdeable
  @Schema(name = "SimilarityReason")
  record ReasonView(String kind, double weight, String text) {}

  /**
   * A study that is like another.
   *
   * @param study the study
   * @param score how much, 0 to 1
   * @param reasons why, the weightiest first
   */
  @Serdeable
  @Schema(name = "SimilarStudy")
  record SimilarView(StudyItem study, double score, List<ReasonView> reasons) {}

  /**
   * Studies like one.
   *
   * @param items the most alike first
   * @param total how many there are
   * @param next always null: the list has one page
   * @param contactPossible whether there is a hidden one, whose producer the operator can put in
   *     touch; said to the producer of the study only
   * @param source publisher, date, licence, citation
   */
  @Serdeable
  @Schema(name = "SimilarStudies")
  record SimilarList(
      List<SimilarView> items,
      int total,
      @Nullable String next,
      boolean contactPossible,
      SourceView source) {}

  /**
   * A study to come, and those to come elsewhere that are close to it.
   *
   * @param study the study
   * @param similar those close to it that can be shown
   * @param contactPossible whether there is a hidden one, whose producer the operator can put in
   *     touch
   */
  @Serdeable
  @Schema(name = "StudyOverlap")
  record OverlapView(StudyItem study, List<SimilarView> similar, boolean contactPossible) {}

  /**
   * Studies to come that overlap.
   *
   * @param items the studies
   * @param total how many there are
   * @param next always null: the list has one page
   * @param source publisher, date, licence, citation
   */
  @Serdeable
  @Schema(name = "StudyOverlaps")
  record Overlaps(List<OverlapView> items, int total, @Nullable String next, SourceView source) {}

  /**
   * A producer.
   *
   * @param uri persistent URI
   * @param code its code
   * @param name its name in the language asked
   * @param names its names, by language
   * @param kind what kind of organisation it is
   * @param homepage its site; null if none is known
   * @param validFrom day it began to exist; null if it is unknown
   * @param validUntil last day it existed; null while it does
   * @param successors codes of those that took over what it did
   * @param studies how many studies it has here
   * @param source publisher, date, licence, citation; null in a list, which has its own
   */
  @Serdeable
  @Schema(name = "Producer")
  record ProducerView(
      String uri,
      String code,
      String name,
      Map<String, String> names,
      String kind,
      @Nullable String homepage,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil,
      List<String> successors,
      int studies,
      @Nullable SourceView source) {}

  /**
   * All producers.
   *
   * @param items the producers
   * @param total how many there are
   * @param next always null: the list has one page
   * @param source publisher, date, licence, citation
   */
  @Serdeable
  @Schema(name = "ProducerList")
  record Producers(List<ProducerView> items, int total, @Nullable String next, SourceView source) {}

  /**
   * A series.
   *
   * @param uri persistent URI
   * @param key its word in addresses, to give back as the filter series
   * @param title its title
   * @param producers codes of its producers
   * @param studies how many studies it has here
   */
  @Serdeable
  @Schema(name = "Series")
  record SeriesItem(String uri, String key, String title, List<String> producers, int studies) {}

  /**
   * All series.
   *
   * @param items the series
   * @param total how many there are
   * @param next always null: the list has one page
   * @param source publisher, date, licence, citation
   */
  @Serdeable
  @Schema(name = "SeriesList")
  record SeriesList(List<SeriesItem> items, int total, @Nullable String next, SourceView source) {}
}
