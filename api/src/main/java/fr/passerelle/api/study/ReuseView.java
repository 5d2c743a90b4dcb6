package fr.passerelle.api.study;

import fr.passerelle.catalog.use.Reuse;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;

/**
 * Somebody's use of a study.
 *
 * @param id its number in the register
 * @param study the study
 * @param user the organisation that used it
 * @param purpose what for
 * @param address where it is to be seen; null if nowhere
 * @param year year in which it was used
 * @param recorded when it was recorded
 * @param author who recorded it: the code of a producer, or operator
 */
@Serdeable
@Schema(name = "Reuse")
record ReuseView(
    long id,
    StudyItem study,
    String user,
    String purpose,
    @Nullable String address,
    int year,
    Instant recorded,
    String author) {

  /**
   * Re-uses of studies.
   *
   * @param items the latest first
   * @param total how many there are
   * @param next always null: the list has one page
   * @param source publisher, date, licence, citation
   */
  @Serdeable
  @Schema(name = "Reuses")
  record Listed(
      List<ReuseView> items, int total, @Nullable String next, StudyLists.SourceView source) {}

  /**
   * What is said of a use.
   *
   * @param user the organisation that used the study, never a person
   * @param purpose what for
   * @param address where it is to be seen
   * @param year year in which it was used; by default the present one
   */
  @Serdeable
  @Schema(name = "ReuseForm")
  record Form(
      @Schema(maxLength = 200, example = "Région Provence-Alpes-Côte d'Azur") String user,
      @Schema(maxLength = 2_000, example = "Préparation du contrat de plan régional")
          String purpose,
      @Nullable String address,
      @Nullable Integer year) {}

  static ReuseView of(StudyViews views, Reuse reuse) {
    return new ReuseView(
        reuse.id(),
        views.item(views.catalogue().find(reuse.study()).orElseThrow()),
        reuse.user(),
        reuse.purpose(),
        reuse.address().isEmpty() ? null : reuse.address(),
        reuse.year(),
        reuse.at(),
        reuse.author());
  }
}
