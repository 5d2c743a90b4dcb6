package fr.passerelle.vocab.release;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.RemovalCause;
import fr.passerelle.vocab.search.ConceptSearch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Releases that were published at some time, and the few of them that were read again lately.
 *
 * <p>A state is the whole of what is published now, one edition of it standing at an earlier
 * release: so that whatever reads a snapshot reads an earlier release too.
 */
final class Archive {
  /** An edition is tens of megabytes in memory; who goes back compares two or three. */
  private static final int KEPT = 3;

  /** Newest state of the producer first; of one date, the last import first. */
  private static final Comparator<StoredRelease> ORDER =
      Comparator.comparing(StoredRelease::issued)
          .thenComparing(StoredRelease::importedAt)
          .reversed();

  private final ReleaseFolder folder;
  private volatile List<StoredRelease> rows = List.of();
  private final Cache<String, Snapshot.Loaded> releases =
      Caffeine.newBuilder()
          .maximumSize(KEPT)
          .<String, Snapshot.Loaded>removalListener(this::close)
          .build();
  private final Cache<String, Snapshot> states =
      Caffeine.newBuilder()
          .maximumSize(KEPT)
          .<String, Snapshot>removalListener(this::close)
          .build();

  Archive(ReleaseFolder folder) {
    this.folder = folder;
  }

  private void close(@Nullable String file, Snapshot.@Nullable Loaded release, RemovalCause cause) {
    if (release != null && cause.wasEvicted()) {
      folder.closeLater(release.index());
    }
  }

  private void close(@Nullable String key, @Nullable Snapshot state, RemovalCause cause) {
    if (state != null && cause.wasEvicted()) {
      ConceptSearch search = state.search();
      folder.closeLater(search);
    }
  }

  /**
   * Takes note of what was published.
   *
   * @param published releases published at some time, of any edition and order
   */
  void remember(List<StoredRelease> published) {
    rows = published.stream().filter(each -> each.licence().isPresent()).sorted(ORDER).toList();
  }

  List<StoredRelease> list(String edition) {
    return rows.stream().filter(each -> each.edition().equals(edition)).toList();
  }

  Optional<StoredRelease> find(String edition, String release) {
    return list(edition).stream()
        .filter(each -> each.release().equalsIgnoreCase(release))
        .findFirst();
  }

  /**
   * What is published now, that release taking the place of the one of its edition. One is read at
   * a time, so that who asks twice does not read twice.
   *
   * @param load reads a release into memory; empty where its file cannot be read
   */
  synchronized Optional<Snapshot> state(
      Snapshot now, StoredRelease row, Function<StoredRelease, Optional<Snapshot.Loaded>> load) {
    if (now.loaded().stream().anyMatch(each -> isSame(each.stored(), row))) {
      return Optional.of(now);
    }
    String key = now.version() + " " + row.file();
    Optional<Snapshot> state =
        Optional.ofNullable(states.getIfPresent(key))
            .or(() -> release(row, load).map(earlier -> replaced(now, earlier)));
    state.ifPresent(each -> states.put(key, each));
    return state;
  }

  private Optional<Snapshot.Loaded> release(
      StoredRelease row, Function<StoredRelease, Optional<Snapshot.Loaded>> load) {
    Optional<Snapshot.Loaded> release =
        Optional.ofNullable(releases.getIfPresent(row.file())).or(() -> load.apply(row));
    release.ifPresent(each -> releases.put(row.file(), each));
    return release;
  }

  private static boolean isSame(StoredRelease one, StoredRelease other) {
    return one.edition().equals(other.edition()) && one.release().equals(other.release());
  }

  private static Snapshot replaced(Snapshot now, Snapshot.Loaded earlier) {
    List<Snapshot.Loaded> all = new ArrayList<>(now.loaded());
    all.replaceAll(
        each -> each.stored().edition().equals(earlier.stored().edition()) ? earlier : each);
    return new Snapshot(all);
  }
}
