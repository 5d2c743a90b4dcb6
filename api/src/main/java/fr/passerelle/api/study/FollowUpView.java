package fr.passerelle.api.study;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The observatory's own follow-up figures.
 *
 * @param from first day over which deposits and uses are counted
 * @param until last day
 * @param producers studies and deposits of each producer
 * @param uses how often studies were used in the period: view, download, citation; robots that say
 *     so aside; harvest and complete
 * @param viewed studies most viewed in the period, the most first
 * @param harvests harvests begun in the period, by channel
 * @param completeHarvests harvests that came to the last page, by channel
 * @param source publisher, date, licence, citation
 */
@Serdeable
@Schema(name = "FollowUp")
record FollowUpView(
    LocalDate from,
    LocalDate until,
    List<OfProducerView> producers,
    Map<String, Long> uses,
    List<ViewedView> viewed,
    Map<String, Long> harvests,
    Map<String, Long> completeHarvests,
    StudyLists.SourceView source) {

  /**
   * What a producer has; a study of several counts for each.
   *
   * @param producer the producer
   * @param studies how many, by status
   * @param total how many in all
   * @param onTime studies that came by the date announced
   * @param late studies that came after it, or should be there and are not
   * @param deposits deposits in the period, changes included
   */
  @Serdeable
  @Schema(name = "FollowUpOfProducer")
  record OfProducerView(
      StudyItem.Agent producer,
      Map<String, Long> studies,
      long total,
      long onTime,
      long late,
      long deposits) {}

  /**
   * A study and how often it was viewed.
   *
   * @param id identifier of the study
   * @param title its title
   * @param views how often
   */
  @Serdeable
  @Schema(name = "ViewedStudy")
  record ViewedView(String id, String title, long views) {}
}
