package fr.passerelle.api.rest;

import fr.passerelle.api.http.Since;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.service.Change;
import fr.passerelle.vocab.service.ConceptChange;
import fr.passerelle.vocab.service.PairChange;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What became of a concept, or of a pair of a correspondence, from one release to another.
 *
 * @param kind {@code added}, {@code changed}, {@code moved} (something else is above a concept),
 *     {@code retired} (a concept) or {@code removed} (a pair)
 * @param concept the concept; null for a pair
 * @param pair the pair as the later release states it, as the earlier one did where it is gone;
 *     null for a concept
 * @param predicateBefore predicate of the pair in the earlier release where it is another one
 * @param fields what it says otherwise, as the fields of a concept or pair are named here
 * @param broaderBefore codes that were above it
 * @param broaderAfter codes that are above it
 * @param replacedBy what takes the place of a retired one
 */
@Serdeable
@Schema(name = "Change")
public record ChangeView(
    String kind,
    @Nullable ConceptItem concept,
    @Nullable MappingView pair,
    @Nullable String predicateBefore,
    List<String> fields,
    List<String> broaderBefore,
    List<String> broaderAfter,
    List<ConceptItem> replacedBy) {

  /**
   * A page of changes.
   *
   * @param from earlier release; null where nothing was published yet
   * @param to later release
   * @param counts how many changes of concepts there are of each kind, whatever the filter
   * @param pairCounts how many changes of pairs there are of each kind, whatever the filter
   * @param items concepts in code order, then pairs by correspondence and codes
   * @param total how many there are on all pages
   * @param next cursor of the next page; null on the last one
   * @param emptyReason {@code no_change} or {@code filtered}; null where there are changes
   * @param emptyExplanation the reason in French
   * @param source producer, date, licence, citation of the later release
   */
  @Serdeable
  @Schema(name = "ChangePage")
  record Listed(
      @Nullable String from,
      String to,
      Counts counts,
      PairCounts pairCounts,
      List<ChangeView> items,
      int total,
      @Nullable String next,
      @Nullable String emptyReason,
      @Nullable String emptyExplanation,
      SourceView source) {

    static Listed of(
        Views views,
        Since.Interval interval,
        List<Change> all,
        Slice<Change> slice,
        @Nullable String next,
        PublishedRelease release) {
      Emptiness empty = Emptiness.of(slice.total(), () -> ChangePages.absence(all));
      return new Listed(
          interval.from().map(StoredRelease::release).orElse(null),
          interval.to().release(),
          Counts.of(all),
          PairCounts.of(all),
          slice.items().stream().map(each -> ChangeView.of(views, each)).toList(),
          slice.total(),
          next,
          empty.reason(),
          empty.explanation(),
          SourceView.of(release));
    }
  }

  /**
   * How many changes of concepts there are of each kind.
   *
   * @param added concepts that were not there
   * @param changed concepts that say something else
   * @param moved concepts that have something else above them
   * @param retired concepts no longer in use
   */
  @Serdeable
  @Schema(name = "ChangeCounts")
  record Counts(int added, int changed, int moved, int retired) {
    static Counts of(List<Change> all) {
      return new Counts(
          count(all, ConceptChange.class, Change.Kind.ADDED),
          count(all, ConceptChange.class, Change.Kind.CHANGED),
          count(all, ConceptChange.class, Change.Kind.MOVED),
          count(all, ConceptChange.class, Change.Kind.RETIRED));
    }
  }

  /**
   * How many changes of pairs there are of each kind.
   *
   * @param added pairs that were not stated
   * @param changed pairs that have another predicate
   * @param removed pairs that are no longer stated
   */
  @Serdeable
  @Schema(name = "PairChangeCounts")
  record PairCounts(int added, int changed, int removed) {
    static PairCounts of(List<Change> all) {
      return new PairCounts(
          count(all, PairChange.class, Change.Kind.ADDED),
          count(all, PairChange.class, Change.Kind.CHANGED),
          count(all, PairChange.class, Change.Kind.REMOVED));
    }
  }

  private static int count(List<Change> all, Class<? extends Change> type, Change.Kind kind) {
    return (int) all.stream().filter(type::isInstance).filter(each -> each.kind() == kind).count();
  }

  private static ChangeView of(Views views, Change change) {
    return switch (change) {
      case ConceptChange concept ->
          new ChangeView(
              change.kind().id(),
              views.item(concept.concept()),
              null,
              null,
              concept.fields(),
              codes(concept.broaderBefore()),
              codes(concept.broaderAfter()),
              views.items(concept.replacedBy()));
      case PairChange pair ->
          new ChangeView(
              change.kind().id(),
              null,
              views.of(pair.state()).mapping(pair.mapping()),
              pair.predicateBefore().map(Predicate::id).orElse(null),
              pair.predicateBefore().isPresent() ? List.of("predicate") : List.of(),
              List.of(),
              List.of(),
              List.of());
    };
  }

  private static List<String> codes(List<ConceptRef> refs) {
    return refs.stream().map(ConceptRef::code).toList();
  }
}
