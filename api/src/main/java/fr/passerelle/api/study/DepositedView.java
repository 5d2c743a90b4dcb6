package fr.passerelle.api.study;

import fr.passerelle.catalog.studies.Likes;
import fr.passerelle.catalog.studies.Outcome;
import fr.passerelle.catalog.studies.StudyReport;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * What a deposit of studies did.
 *
 * @param dryRun whether nothing was written
 * @param replayed whether the same request was answered before, and nothing was done now
 * @param created how many studies are new
 * @param updated how many say something else
 * @param unchanged how many said the same already
 * @param repaired what was mended, by rule
 * @param studies each study, in the order of the deposit
 */
@Serdeable
@Schema(name = "StudyDeposit")
record DepositedView(
    boolean dryRun,
    boolean replayed,
    int created,
    int updated,
    int unchanged,
    List<MendedView> repaired,
    List<OneView> studies) {

  /**
   * What one rule mended.
   *
   * @param rule what the rule does, in French
   * @param count how many times
   * @param examples the first places
   */
  @Serdeable
  @Schema(name = "StudyRepair")
  record MendedView(String rule, int count, List<String> examples) {}

  /**
   * What became of a study.
   *
   * @param study the study
   * @param identifier how its producer names it
   * @param result created, updated or unchanged
   * @param qualification submitted where the operator is to look at it first, else published
   * @param changed members that the deposit changed
   * @param similar studies to come or published that are like it, where it is announced
   * @param contactPossible whether there is a hidden one, whose producer the operator can put in
   *     touch
   */
  @Serdeable
  @Schema(name = "DepositedStudy")
  record OneView(
      StudyItem study,
      String identifier,
      String result,
      String qualification,
      List<String> changed,
      List<StudyLists.SimilarView> similar,
      boolean contactPossible) {}

  static DepositedView of(
      boolean dryRun, StudyReport report, StudyViews views, Function<Outcome, Likes> likes) {
    return new DepositedView(
        dryRun,
        report.replayed(),
        count(report, Outcome.Result.CREATED),
        count(report, Outcome.Result.UPDATED),
        count(report, Outcome.Result.UNCHANGED),
        report.repairs().stream()
            .map(each -> new MendedView(each.rule(), each.count(), each.examples()))
            .toList(),
        report.outcomes().stream().map(each -> one(each, views, likes.apply(each))).toList());
  }

  private static int count(StudyReport report, Outcome.Result result) {
    return (int) report.outcomes().stream().filter(each -> each.result() == result).count();
  }

  private static OneView one(Outcome outcome, StudyViews views, Likes likes) {
    return new OneView(
        views.item(outcome.study()),
        outcome.study().key().identifier(),
        outcome.result().name().toLowerCase(Locale.ROOT),
        outcome.study().standing().qualification().id(),
        outcome.changed(),
        likes.studies().stream().map(views::similar).toList(),
        likes.contactPossible());
  }
}
