package fr.passerelle.api.rest;

import fr.passerelle.catalog.observation.Rank;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place beside others.
 *
 * @param place code of the place
 * @param name its name
 * @param comparisons codes of the places that it is compared with
 * @param items an indicator each
 * @param vintage year of the geographic code of territories
 * @param sources deliveries that figures come from
 * @param territorySources who says of which communes the territories are that were added up
 * @param terms under what the whole may be used again
 */
@Serdeable
@Schema(name = "Portrait")
public record PortraitView(
    String place,
    String name,
    List<String> comparisons,
    List<EntryView> items,
    int vintage,
    List<IndicatorView.DeliveryView> sources,
    List<SourceView> territorySources,
    TermsView terms) {

  /**
   * An indicator of a portrait.
   *
   * @param indicator its code
   * @param title its French name
   * @param theme code of its theme
   * @param decimals digits to show after the decimal mark
   * @param figure the last period that has something to tell
   * @param before the period before that has a value of the same kind; null where there is none
   * @param growth by how much of itself the value grew since: 0.02 for 2 %; null where there is
   *     nothing to compare
   * @param rank its place among the territories of its kind; null for a perimeter, a commune or
   *     another zone, and where there is no value
   * @param elsewhere the same indicator and period at the places compared with
   */
  @Serdeable
  @Schema(name = "PortraitEntry")
  record EntryView(
      String indicator,
      String title,
      String theme,
      int decimals,
      FigureView figure,
      @Nullable FigureView before,
      @Nullable Double growth,
      @Nullable RankView rank,
      List<ComparisonView> elsewhere) {}

  /**
   * The place of a territory among those of its kind: the highest value is first, and equal values
   * share a rank.
   *
   * @param zoning zoning of the territories compared: REG, DEP or EPCI
   * @param position from 1; null where fewer than half of them have a value
   * @param ties how many others have the same value
   * @param ranked how many have a value
   * @param peers how many there are
   * @param explanation why there is no position, in French; null where there is one
   */
  @Serdeable
  @Schema(name = "Rank")
  record RankView(
      String zoning,
      @Nullable Integer position,
      int ties,
      int ranked,
      int peers,
      @Nullable String explanation) {
    static RankView of(Rank rank) {
      boolean told = rank.position().isPresent();
      return new RankView(
          rank.zoning(),
          told ? rank.position().getAsInt() : null,
          rank.ties(),
          rank.ranked(),
          rank.peers(),
          told ? null : rank.explanation());
    }
  }

  /**
   * An indicator elsewhere.
   *
   * @param figure what it is there
   * @param share which part of it the value of the place is: 0.102 for 10.2 %; null where the one
   *     is no part of the other
   */
  @Serdeable
  @Schema(name = "Comparison")
  record ComparisonView(FigureView figure, @Nullable Double share) {}
}
