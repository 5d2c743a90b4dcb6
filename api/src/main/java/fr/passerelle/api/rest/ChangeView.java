package fr.passerelle.api.rest;

import fr.passerelle.api.http.Since;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.service.Change;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/**
 * What became of a concept from one release to another.
 *
 * @param kind {@code added}, {@code changed}, {@code moved} (something else is above it) or {@code
 *     retired}
 * @param concept the concept
 * @param fields what it says otherwise, as the fields of a concept are named here
 * @param broaderBefore codes that were above it
 * @param broaderAfter codes that are above it
 * @param replacedBy what takes the place of a retired one
 */
@Serdeable
@Schema(name = "Change")
public record ChangeView(
    String kind,
    ConceptItem concept,
    List<String> fields,
    List<String> broaderBefore,
    List<String> broaderAfter,
    List<ConceptItem> replacedBy) {

  /**
   * A page of changes.
   *
   * @param from earlier release; null where nothing was published yet
   * @param to later release
   * @param counts how many changes there are of each kind, whatever the filter
   * @param items in code order
   * @param total how many there are on all pages
   * @param next cursor of the next page; null on the last one
   * @param source producer, date, licence, citation of the later release
   */
  @Serdeable
  @Schema(name = "ChangePage")
  record Listed(
      @Nullable String from,
      String to,
      Counts counts,
      List<ChangeView> items,
      int total,
      @Nullable String next,
      SourceView source) {

    static Listed of(
        Views views,
        Since.Interval interval,
        List<Change> all,
        Slice<Change> slice,
        @Nullable String next,
        PublishedRelease release) {
      return new Listed(
          interval.from().map(StoredRelease::release).orElse(null),
          interval.to().release(),
          new Counts(
              count(all, Change.Kind.ADDED),
              count(all, Change.Kind.CHANGED),
              count(all, Change.Kind.MOVED),
              count(all, Change.Kind.RETIRED)),
          slice.items().stream().map(each -> ChangeView.of(views, each)).toList(),
          slice.total(),
          next,
          SourceView.of(release));
    }
  }

  /**
   * How many changes there are of each kind.
   *
   * @param added concepts that were not there
   * @param changed concepts that say something else
   * @param moved concepts that have something else above them
   * @param retired concepts no longer in use
   */
  @Serdeable
  @Schema(name = "ChangeCounts")
  record Counts(int added, int changed, int moved, int retired) {}

  private static int count(List<Change> all, Change.Kind kind) {
    return (int) all.stream().filter(each -> each.kind() == kind).count();
  }

  private static ChangeView of(Views views, Change change) {
    return new ChangeView(
        change.kind().name().toLowerCase(Locale.ROOT),
        views.item(change.concept()),
        change.fields(),
        codes(change.broaderBefore()),
        codes(change.broaderAfter()),
        views.items(change.replacedBy()));
  }

  private static List<String> codes(List<ConceptRef> refs) {
    return refs.stream().map(ConceptRef::code).toList();
  }
}
