package fr.passerelle.api.study;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * A study in a list.
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
 * @param origin where its record comes from
 * @param citation ready to paste
 * @param created when its record was made
 * @param modified when its record changed last
 * @param matched what of it answers to the words; null where none were asked
 * @param score how well it answers; null where no words were asked
 */
@Serdeable
@Schema(name = "StudyItem")
record StudyItem(
    String uri,
    String id,
    String title,
    List<Agent> producers,
    String kind,
    String scale,
    String status,
    boolean late,
    @Nullable DateView date,
    List<Named> themes,
    List<Named> territories,
    @Nullable SeriesView series,
    LicenceView licence,
    StudyView.OriginView origin,
    String citation,
    Instant created,
    Instant modified,
    @Nullable MatchView matched,
    @Nullable Double score) {

  /**
   * An organisation.
   *
   * @param code its code
   * @param name its name
   * @param uri persistent URI
   */
  @Serdeable
  @Schema(name = "StudyAgent")
  record Agent(String code, String name, String uri) {}

  /**
   * A code and what it stands for.
   *
   * @param code its code, {@code vocabulary/code} for a concept
   * @param label its name
   * @param uri its URI; null if it has none
   */
  @Serdeable
  @Schema(name = "NamedCode")
  record Named(String code, String label, @Nullable String uri) {}

  /**
   * A date with the precision it has.
   *
   * @param value 2021, 2021-06 or 2021-06-30
   * @param precision year, month or day
   * @param approximate whether it is only about right
   */
  @Serdeable
  @Schema(name = "PartialDate")
  record DateView(String value, String precision, boolean approximate) {}

  /**
   * A series and the number in it.
   *
   * @param key word of the series in addresses; empty for a number of no series
   * @param title its title
   * @param number number or name of the issue
   */
  @Serdeable
  @Schema(name = "StudySeries")
  record SeriesView(String key, String title, String number) {}

  /**
   * A licence.
   *
   * @param code SPDX identifier in lower case
   * @param label its name
   * @param uri its address
   */
  @Serdeable
  @Schema(name = "StudyLicence")
  record LicenceView(String code, String label, String uri) {}

  /**
   * What of a study answers to the words.
   *
   * @param field title, series, producers, authors, sectors, audiences, note, abstract or method
   * @param text its text, or the part of it around the words
   */
  @Serdeable
  @Schema(name = "StudyMatch")
  record MatchView(String field, String text) {}
}
