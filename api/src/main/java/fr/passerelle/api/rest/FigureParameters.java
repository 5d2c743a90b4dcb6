package fr.passerelle.api.rest;

import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.observation.Line;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What questions about figures have in common, as it is asked and as its sources are told. */
final class FigureParameters {
  private FigureParameters() {}

  /** The deliveries that answers are made of, in the order in which they were accepted. */
  static List<IndicatorView.DeliveryView> sources(Published published, Stream<Line> lines) {
    Set<String> receipts = new LinkedHashSet<>();
    lines.forEach(line -> receipts.addAll(line.answer().deliveries()));
    return published.deliveries().stream()
        .filter(each -> receipts.contains(each.receipt()))
        .map(IndicatorView.DeliveryView::of)
        .toList();
  }

  static FigureDesk.Where where(
      @Nullable String territory,
      @Nullable String perimeter,
      @Nullable String each,
      @Nullable String within) {
    return new FigureDesk.Where(split(territory), split(perimeter), text(each), text(within));
  }

  private static List<String> split(@Nullable String codes) {
    return codes == null || codes.isEmpty() ? List.of() : List.of(codes.split(",", -1));
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
