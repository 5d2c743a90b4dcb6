package fr.passerelle.api.rest;

import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Resolved;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What codes, URIs and labels stand for.
 *
 * @param items one for each thing given, codes first, in the order given
 * @param sources releases that state what they stand for
 * @param terms under what the whole may be used again
 */
@Serdeable
@Schema(name = "Lookup")
public record LookupView(List<Item> items, List<SourceView> sources, TermsView terms) {

  /**
   * What one of them stands for.
   *
   * @param input as given
   * @param status {@code found}, {@code retired}, {@code ambiguous} or {@code unknown}
   * @param concept the concept, where there is exactly one
   * @param candidates concepts it may stand for, where there are several
   * @param replacedBy what takes the place of a retired one
   * @param nearest what looks like it where nothing is it; looked for only for the first twenty
   */
  @Serdeable
  @Schema(name = "LookupItem")
  record Item(
      String input,
      String status,
      @Nullable ConceptItem concept,
      List<ConceptItem> candidates,
      List<ConceptItem> replacedBy,
      List<ConceptItem> nearest) {}

  static LookupView of(Views views, Snapshot snapshot, List<Resolved> found) {
    List<SourceView> sources =
        SearchController.sources(
            snapshot,
            found.stream()
                .flatMap(each ->
                    Stream.concat(
                        Stream.concat(each.concept().stream(), each.candidates().stream())
                            .map(views::item),
                        views.items(each.nearest()).stream()))
                .toList());
    return new LookupView(
        found.stream().map(each -> of(views, each)).toList(), sources, TermsView.of(sources));
  }

  private static Item of(Views views, Resolved resolved) {
    return new Item(
        resolved.input(),
        resolved.outcome().name().toLowerCase(Locale.ROOT),
        resolved.concept().map(views::item).orElse(null),
        resolved.candidates().stream().map(views::item).toList(),
        views.items(resolved.replacedBy()),
        views.items(resolved.nearest()));
  }
}
