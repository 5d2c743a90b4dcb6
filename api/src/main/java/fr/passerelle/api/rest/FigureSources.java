package fr.passerelle.api.rest;

import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.vocab.CombinedLicence;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What lines of figures are made of.
 *
 * @param deliveries in the order in which they were accepted
 * @param territories who says of which communes the territories are that were added up
 * @param terms under what the whole may be used again
 */
record FigureSources(
    List<IndicatorView.DeliveryView> deliveries, List<SourceView> territories, TermsView terms) {

  static FigureSources of(Published published, List<Line> lines) {
    Set<String> receipts = new LinkedHashSet<>();
    Set<SourceView> origins = new LinkedHashSet<>();
    CombinedLicence licence = CombinedLicence.NOTHING;
    for (Line line : lines) {
      receipts.addAll(line.answer().deliveries());
      published.dashboard().origins(line).stream()
          .map(TerritoryView.Views::source)
          .forEach(origins::add);
      licence = licence.and(published.dashboard().licence(line));
    }
    List<IndicatorView.DeliveryView> deliveries =
        published.deliveries().stream()
            .filter(each -> receipts.contains(each.receipt()))
            .map(IndicatorView.DeliveryView::of)
            .toList();
    return new FigureSources(
        deliveries,
        List.copyOf(origins),
        TermsView.of(
            licence,
            Stream.concat(
                deliveries.stream().map(IndicatorView.DeliveryView::citation),
                origins.stream().map(SourceView::citation))));
  }
}
