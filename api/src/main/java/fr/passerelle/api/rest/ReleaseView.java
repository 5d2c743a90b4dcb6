package fr.passerelle.api.rest;

import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.service.Followed;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A release of an edition that was published here.
 *
 * @param uri persistent name
 * @param id name as its producer gives it
 * @param issued date that the producer gives
 * @param imported when it was imported here, UTC
 * @param published whether it is the one published now
 * @param sample whether it is only a sample
 * @param conceptCount concepts in all its schemes, retired and referenced ones included
 * @param licence under which it may be used again
 * @param concepts address of its concepts as it states them; null where it has only pairs
 * @param changes address of what it changed in the release before it; null for the first one
 */
@Serdeable
@Schema(name = "Release")
public record ReleaseView(
    String uri,
    String id,
    LocalDate issued,
    Instant imported,
    boolean published,
    boolean sample,
    int conceptCount,
    SourceView.LicenceView licence,
    @Nullable String concepts,
    @Nullable String changes) {

  /**
   * A page of the releases of an edition.
   *
   * @param items the newest state of the producer first
   * @param total how many there are on all pages
   * @param next cursor of the next page; null on the last one
   * @param source the published one: producer, date, licence, citation
   */
  @Serdeable
  @Schema(name = "ReleasePage")
  record Listed(List<ReleaseView> items, int total, @Nullable String next, SourceView source) {}

  /**
   * @param all releases of the edition, the newest first
   */
  static ReleaseView of(Uris uris, Followed followed, StoredRelease row, List<StoredRelease> all) {
    String base = Addresses.of(followed);
    int before = all.indexOf(row) + 1;
    return new ReleaseView(
        uris.release(followed.release().release().edition(), row.release()),
        row.release(),
        row.issued(),
        row.importedAt(),
        row.published(),
        row.sample(),
        row.concepts(),
        SourceView.LicenceView.of(row.licence().orElseThrow()),
        followed.scheme().isEmpty() ? null : base + "/concepts?release=" + Uris.path(row.release()),
        before == all.size()
            ? null
            : "%s/diff?from=%s&to=%s"
                .formatted(base, Uris.path(all.get(before).release()), Uris.path(row.release())));
  }
}
