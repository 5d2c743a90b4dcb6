package fr.passerelle.api.study;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * The studies of a year, what overlaps and what nobody looks at.
 *
 * @param year the year
 * @param items the studies, by date, each with those to come elsewhere that are close to it
 * @param total how many there are
 * @param next always null: the list has one page
 * @param gaps what is missing
 * @param source publisher, date, licence, citation
 */
@Serdeable
@Schema(name = "Programme")
record ProgrammeView(
    int year,
    List<StudyLists.OverlapView> items,
    int total,
    @Nullable String next,
    GapsView gaps,
    StudyLists.SourceView source) {

  /**
   * What the studies of the year leave out.
   *
   * @param themes themes of observation without any of them
   * @param territories departments of the region of which none is only about
   * @param requested needs that nobody has taken up
   */
  @Serdeable
  @Schema(name = "ProgrammeGaps")
  record GapsView(
      List<ThemeGapView> themes, List<StudyItem.Named> territories, List<StudyItem> requested) {}

  /**
   * A theme without study.
   *
   * @param theme the theme
   * @param lastIssued when its latest study was published; null where there is none
   */
  @Serdeable
  @Schema(name = "ThemeGap")
  record ThemeGapView(StudyItem.Named theme, StudyItem.@Nullable DateView lastIssued) {}
}
