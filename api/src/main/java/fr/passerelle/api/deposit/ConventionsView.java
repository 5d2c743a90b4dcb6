package fr.passerelle.api.deposit;

import fr.passerelle.catalog.agreement.Convention;
import fr.passerelle.catalog.agreement.Fiche;
import fr.passerelle.catalog.delivery.SupplyFollowUp;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Conventions and where sharing stands.
 *
 * @param items conventions, by name
 * @param announcements what is to be looked at, a line each, in French
 * @param figures what the partners count, over all conventions
 */
@Serdeable
@Schema(name = "Conventions")
public record ConventionsView(
    List<ConventionView> items, List<String> announcements, FiguresView figures) {

  /**
   * A convention.
   *
   * @param framework the national convention of which it is the regional version; empty for none
   * @param supplier code of the producer who delivers
   * @param redistribution what may be done with the figures, in words
   * @param ending whether it has ended, or ends within 90 days
   */
  @Serdeable
  @Schema(name = "Convention")
  public record ConventionView(
      String id,
      String title,
      String framework,
      String supplier,
      List<String> purposes,
      String redistribution,
      LocalDate begins,
      LocalDate ends,
      boolean ending,
      List<FicheView> fiches) {}

  /**
   * A fiche navette.
   *
   * @param state requested, feasible, blocked, agreed or renewed
   * @param reason why it is blocked, or what is to be known of its state
   * @param protection open, by-supplier or ours
   * @param legalBasis by what law, or why no protection is needed
   * @param due last day by which a delivery was expected; null where none was
   * @param delivered day of the last delivery; null where none came
   * @param punctuality not-due, on-time, came-late or late
   * @param schema address of the Table Schema of its files
   */
  @Serdeable
  @Schema(name = "Fiche")
  public record FicheView(
      String id,
      String title,
      String state,
      String reason,
      String contact,
      String protection,
      String legalBasis,
      @Nullable LocalDate due,
      @Nullable LocalDate delivered,
      String punctuality,
      String schema) {}

  /**
   * What the partners count.
   *
   * @param computable of how many indicators something public can be told
   * @param computablePercent the same, of all that are defined
   */
  @Serdeable
  @Schema(name = "SupplyFigures")
  public record FiguresView(
      int indicators,
      int computable,
      double computablePercent,
      int deliveries,
      long observations,
      int conventions,
      int ending,
      int blocked,
      int onTime,
      int late) {}

  static ConventionsView of(SupplyFollowUp all) {
    return new ConventionsView(
        all.conventions().stream().map(ConventionsView::convention).toList(),
        all.announcements().stream().map(SupplyFollowUp.Announcement::text).toList(),
        figures(all.figures()));
  }

  private static ConventionView convention(SupplyFollowUp.OfConvention each) {
    Convention convention = each.convention();
    return new ConventionView(
        convention.id(),
        convention.title(),
        convention.framework(),
        convention.supplier(),
        convention.purposes(),
        convention.redistribution(),
        convention.begins(),
        convention.ends(),
        each.ending(),
        each.fiches().stream().map(ConventionsView::fiche).toList());
  }

  private static FicheView fiche(SupplyFollowUp.OfFiche each) {
    Fiche fiche = each.fiche();
    return new FicheView(
        fiche.id(),
        fiche.title(),
        fiche.state().id(),
        fiche.reason(),
        fiche.contact(),
        word(fiche.protection().kind()),
        fiche.protection().legalBasis(),
        each.due().orElse(null),
        each.delivered().orElse(null),
        word(each.punctuality()),
        "/api/v1/fiches/" + fiche.id() + "/schema");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static FiguresView figures(SupplyFollowUp.Figures figures) {
    return new FiguresView(
        figures.indicators(),
        figures.computable(),
        figures.indicators() == 0
            ? 0
            : Math.round(1000.0 * figures.computable() / figures.indicators()) / 10.0,
        figures.deliveries(),
        figures.observations(),
        figures.conventions(),
        figures.ending(),
        figures.blocked(),
        figures.onTime(),
        figures.late());
  }
}
