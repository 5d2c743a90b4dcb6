package fr.passerelle.api.study;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A study as it is deposited, for the contract: what is read is read member by member, so that all
 * that is wrong is told at once. A text does where a list has one element.
 *
 * @param identifier how its producer names it: a second deposit of it updates the study; by default
 *     made of title and year
 * @param title title, on one line, without markup
 * @param summary what it is about, 20 000 characters at most
 * @param producers codes or names, that of the key first and by default
 * @param authors names of its authors
 * @param kind report (default), survey, dashboard, dataset, note, guide, plan, portrait,
 *     journal-issue, slide-deck
 * @param scale world, european, national, regional (default), territorial
 * @param status requested, planned, under-way, published (default), superseded, withdrawn
 * @param visibility public (default), network, producer
 * @param themes codes of themes
 * @param territories WORLD, EUROPE, FRANCE, R93, D13
 * @param periodStudied the period studied
 * @param sectors economic sectors, in words
 * @param audiences people whom it looks at, in words
 * @param subjects vocabulary/code: rome-4/M1805, formacode-14/31054, rncp/RNCP38667
 * @param series series and number
 * @param issued date of publication: 2021, 2021-06 or 2021-06-30, with ~ if only about right
 * @param expected when it is to be published; a planned study has one
 * @param validity how long it is to be relied on
 * @param languages BCP 47 tags; fr by default
 * @param pages number of pages
 * @param landingPage the producer's own page of it, public
 * @param documents its files, where the producer keeps them
 * @param licence licence of the record; by default that of the region's content
 * @param accessRights public (default), restricted, non-public: who may read the study itself
 * @param aliases old addresses that lead here: paths or URLs
 * @param replaces identifiers of studies it takes the place of
 * @param follows identifiers of studies it goes on from
 * @param indicators indicators it uses
 * @param datasets addresses of datasets it uses
 * @param method how it is made
 * @param note anything else
 */
@Serdeable
@Schema(name = "StudyForm")
record StudyForm(
    @Nullable String identifier,
    String title,
    @Schema(name = "abstract") @JsonProperty("abstract") @Nullable String summary,
    @Nullable List<String> producers,
    @Nullable List<String> authors,
    @Nullable String kind,
    @Nullable String scale,
    @Nullable String status,
    @Nullable String visibility,
    @Nullable List<String> themes,
    @Nullable List<String> territories,
    @Nullable Span periodStudied,
    @Nullable List<String> sectors,
    @Nullable List<String> audiences,
    @Nullable List<String> subjects,
    @Nullable Part series,
    @Nullable String issued,
    @Nullable String expected,
    @Nullable Span validity,
    @Nullable List<String> languages,
    @Nullable Integer pages,
    @Nullable String landingPage,
    @Nullable List<FileForm> documents,
    @Nullable String licence,
    @Nullable String accessRights,
    @Nullable List<String> aliases,
    @Nullable List<String> replaces,
    @Nullable List<String> follows,
    @Nullable List<String> indicators,
    @Nullable List<String> datasets,
    @Nullable String method,
    @Nullable String note) {

  /**
   * A period.
   *
   * @param start when it begins
   * @param end when it ends
   */
  @Serdeable
  @Schema(name = "StudyPeriodForm")
  record Span(@Nullable String start, @Nullable String end) {}

  /**
   * A series and the number in it.
   *
   * @param title its title
   * @param number number of the issue
   */
  @Serdeable
  @Schema(name = "StudySeriesForm")
  record Part(@Nullable String title, @Nullable String number) {}

  /**
   * A file.
   *
   * @param url where it is, public
   * @param title what it is
   * @param mediaType IANA media type
   * @param bytes size
   * @param licence its own licence
   */
  @Serdeable
  @Schema(name = "StudyDocumentForm")
  record FileForm(
      String url,
      @Nullable String title,
      @Nullable String mediaType,
      @Nullable Long bytes,
      @Nullable String licence) {}
}
