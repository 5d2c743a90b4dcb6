package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.observation.CategoryIndex;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.store.Geographies;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is known of the figures published now, made anew only when they may be others. */
public final class CurrentFigures {
  private final Deliveries deliveries;
  private final Geographies geographies;
  private final Clock clock;
  private volatile Optional<State> last = Optional.empty();

  public CurrentFigures(Deliveries deliveries, Geographies geographies, Clock clock) {
    this.deliveries = deliveries;
    this.geographies = geographies;
    this.clock = clock;
  }

  /** What was read when, and until when nothing opens by itself. */
  private static final class State {
    private final List<Delivery> all;
    private final List<Indicator> definitions;
    private final Geography geography;
    private final Instant until;
    private Optional<CategoryIndex> categories = Optional.empty();

    State(List<Delivery> all, List<Indicator> definitions, Geography geography, Instant now) {
      this.all = all;
      this.definitions = definitions;
      this.geography = geography;
      this.until = nextOpening(all, now);
    }

    private static Instant nextOpening(List<Delivery> all, Instant now) {
      return all.stream()
          .flatMap(each -> each.publicFrom().stream())
          .filter(now::isBefore)
          .min(Instant::compareTo)
          .orElse(Instant.MAX);
    }

    synchronized CategoryIndex categories(Published published) {
      CategoryIndex index =
          categories.orElseGet(
              () -> CategoryIndex.of(published.indicators(), published.dashboard()));
      categories = Optional.of(index);
      return index;
    }
  }

  private State state() {
    List<Delivery> all = deliveries.list();
    List<Indicator> definitions = deliveries.indicators();
    Geography geography = geographies.geography();
    Instant now = clock.instant();
    Optional<State> known = last;
    // The lists are replaced, never changed: the same ones say the same.
    if (known.isPresent()
        && isSame(known.get().all, all)
        && isSame(known.get().definitions, definitions)
        && isSame(known.get().geography, geography)
        && now.isBefore(known.get().until)) {
      return known.get();
    }
    State read = new State(all, definitions, geography, now);
    last = Optional.of(read);
    return read;
  }

  @SuppressWarnings(
      "ReferenceEquality") // to compare what is in them would cost more than to read it
  private static boolean isSame(Object before, Object now) {
    return before == now;
  }

  /** Which indicators are cut by which concepts. */
  public CategoryIndex categories() {
    return state().categories(deliveries.published());
  }
}
