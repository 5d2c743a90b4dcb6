package fr.passerelle.api.http;

import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.catalog.use.Reuses;
import fr.passerelle.vocab.release.Vocabularies;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;

/**
 * The state that everything published is in: looking at it costs a few reads of memory, so that
 * each request can.
 */
@Singleton
public final class DataStates {
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final Vocabularies vocabularies;
  private final Studies studies;
  private final Deliveries deliveries;
  private final Geographies geographies;
  private final List<LongSupplier> followed = new CopyOnWriteArrayList<>();
  private volatile DataState last;

  DataStates(
      Vocabularies vocabularies,
      Studies studies,
      Deliveries deliveries,
      Geographies geographies,
      Reuses reuses) {
    this.vocabularies = vocabularies;
    this.studies = studies;
    this.deliveries = deliveries;
    this.geographies = geographies;
    followed.add(reuses::changes);
    long now = System.currentTimeMillis();
    last = read(1, now / 1_000, now);
  }

  /** Follows something else that answers depend on, which counts its changes. */
  public void follow(LongSupplier changes) {
    followed.add(changes);
  }

  /** The state now. */
  public DataState now() {
    DataState state = last;
    return stands(state, System.currentTimeMillis()) ? state : next();
  }

  private synchronized DataState next() {
    long now = System.currentTimeMillis();
    DataState state = last;
    if (stands(state, now)) {
      return state;
    }
    // The second in which it begins has seen the one before: dates are whole seconds.
    DataState next = read(state.number() + 1, Math.max(now / 1_000, state.since()) + 1, now);
    last = next;
    return next;
  }

  @SuppressWarnings("ReferenceEquality") // a change replaces them
  private boolean stands(DataState state, long now) {
    return now < state.until()
        && state.snapshot() == vocabularies.snapshot()
        && state.studies().equals(studies.version())
        && state.geography().equals(geographies.version())
        && state.parts().get(0) == deliveries.list()
        && state.parts().get(1) == deliveries.indicators()
        && sameCounts(state.counts());
  }

  private boolean sameCounts(List<Long> counts) {
    if (counts.size() != followed.size()) {
      return false;
    }
    for (int i = 0; i < counts.size(); i++) {
      if (counts.get(i) != followed.get(i).getAsLong()) {
        return false;
      }
    }
    return true;
  }

  /** A list may be replaced while this reads: then the next look sees another state again. */
  private DataState read(long number, long since, long now) {
    return new DataState(
        number,
        since,
        // Embargoes end, and what is late becomes late, as a day begins (UTC).
        (now / DAY + 1) * DAY,
        vocabularies.snapshot(),
        studies.version(),
        geographies.version(),
        List.of(deliveries.list(), deliveries.indicators()),
        followed.stream().map(LongSupplier::getAsLong).toList());
  }

  /** Now, in whole seconds. */
  static long second() {
    return Instant.now().getEpochSecond();
  }
}
