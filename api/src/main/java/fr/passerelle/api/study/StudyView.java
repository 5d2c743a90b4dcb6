package fr.passerelle.api.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A study as the catalogue knows it.
 *
 * @param uri persistent URI
 * @param id identifier, never reused
 * @param title title
 * @param producers who makes it, the one that announces it first
 * @param kind report, survey, dashboard, dataset, note, guide, plan, portrait, journal-issue,
 *     slide-deck
 * @param scale world, european, national, regional, territorial
 * @param status requested, planned, under-way, published, superseded, withdrawn
 * @param late whether it should be there and is not
 * @param date date of publication, or the expected one; null where it is unknown
 * @param themes themes
 * @param territories territories
 * @param series series and number; null if it is of none
 * @param licence licence of the record
 * @param citation ready to paste
 * @param created when its record was made
 * @param modified when its record changed last
 * @param identifier how its producer names it
 * @param summary what it is about (dct:abstract); empty if not told
 * @param authors names of its authors
 * @param issued date of publication; null if it is unknown
 * @param expected when it is to be published; null if it is not told
 * @param validity how long it is to be relied on
 * @param periodStudied the period studied
 * @param sectors economic sectors, in words
 * @param audiences people whom it looks at, in words
 * @param subjects codes of ROME, Formacode, RNCP and the like
 * @param languages BCP 47 tags
 * @param pages number of pages; null if it is unknown
 * @param landingPage the producer's own page; null if none is known
 * @param documents its files, where the producer keeps them
 * @param accessRights public, restricted or non-public
 * @param visibility public, network or producer
 * @param qualification submitted, qualified, published or returned
 * @param reason why it was returned or withdrawn; null otherwise
 * @param origin where its record comes from
 * @param replaces studies it takes the place of
 * @param isReplacedBy studies that take its place
 * @param follows studies it goes on from
 * @param indicators indicators it uses
 * @param datasets datasets it uses
 * @param aliases old addresses, that lead here
 * @param method how it is made; empty if not told
 * @param note anything else
 * @param source publisher, date, licence, citation of the record
 */
@Serdeable
@Schema(name = "Study")
record StudyView(
    String uri,
    String id,
    String title,
    List<StudyItem.Agent> producers,
    String kind,
    String scale,
    String status,
    boolean late,
    StudyItem.@Nullable DateView date,
    List<StudyItem.Named> themes,
    List<StudyItem.Named> territories,
    StudyItem.@Nullable SeriesView series,
    StudyItem.LicenceView licence,
    String citation,
    Instant created,
    Instant modified,
    String identifier,
    @Schema(name = "abstract") @JsonProperty("abstract") String summary,
    List<String> authors,
    StudyItem.@Nullable DateView issued,
    StudyItem.@Nullable DateView expected,
    PeriodView validity,
    PeriodView periodStudied,
    List<String> sectors,
    List<String> audiences,
    List<StudyItem.Named> subjects,
    List<String> languages,
    @Nullable Integer pages,
    @Nullable String landingPage,
    List<DocumentView> documents,
    String accessRights,
    String visibility,
    String qualification,
    @Nullable String reason,
    OriginView origin,
    List<String> replaces,
    List<String> isReplacedBy,
    List<String> follows,
    List<String> indicators,
    List<String> datasets,
    List<String> aliases,
    String method,
    String note,
    StudyLists.SourceView source) {

  /**
   * A period, open where an end is unknown.
   *
   * @param start when it begins; null if it is unknown
   * @param end when it ends; null if it is unknown
   */
  @Serdeable
  @Schema(name = "StudyPeriod")
  record PeriodView(StudyItem.@Nullable DateView start, StudyItem.@Nullable DateView end) {}

  /**
   * A file of a study.
   *
   * @param url where it is
   * @param title what it is
   * @param mediaType IANA media type; null if it is unknown
   * @param bytes size; null if it is unknown
   * @param licence its licence, apart from that of the record; null if none is declared
   */
  @Serdeable
  @Schema(name = "StudyDocument")
  record DocumentView(
      String url,
      String title,
      @Nullable String mediaType,
      @Nullable Long bytes,
      StudyItem.@Nullable LicenceView licence) {}

  /**
   * Where a record comes from.
   *
   * @param kind here, imported or federated
   * @param source code of the source; null for one that originates here
   * @param identifier its identifier in that source; null for one that originates here
   * @param uri its address there; null if it has none
   * @param harvested when what it says was taken from there; null for one that originates here
   */
  @Serdeable
  @Schema(name = "StudyOrigin")
  record OriginView(
      String kind,
      @Nullable String source,
      @Nullable String identifier,
      @Nullable String uri,
      @Nullable Instant harvested) {}
}
