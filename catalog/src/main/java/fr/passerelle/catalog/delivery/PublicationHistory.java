package fr.passerelle.catalog.delivery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What was published of each indicator, from one change to the next. It is computed from what is on
 * record of deliveries, and grows at its end only.
 */
public final class PublicationHistory {
  private final List<Delivery> all;
  private final List<Delivery> samples;

  private PublicationHistory(List<Delivery> all, List<Delivery> samples) {
    this.all = all;
    this.samples = samples;
  }

  /**
   * What was published from a moment on.
   *
   * @param at the moment
   * @param told deliveries by the code of each indicator that they have values of; an indicator
   *     without any is absent
   */
  public record State(Instant at, Map<String, List<Delivery>> told) {
    public State {
      told = Map.copyOf(told);
    }

    /** Deliveries that are told of an indicator. */
    public List<Delivery> of(String indicator) {
      return told.getOrDefault(indicator, List.of());
    }
  }

  /**
   * All states until now, the first one first.
   *
   * @param all every delivery ever accepted
   * @param samples what is shown where none is public
   */
  static List<State> of(List<Delivery> all, List<Delivery> samples, Instant now) {
    PublicationHistory history = new PublicationHistory(all, samples);
    return history.moments().stream()
        .filter(each -> !each.isAfter(now))
        .map(each -> new State(each, history.told(each)))
        .toList();
  }

  private static Instant begin(Delivery sample) {
    return sample.dated().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** A sample is there since the day of its figures: an installation keeps no other day of it. */
  private NavigableSet<Instant> moments() {
    NavigableSet<Instant> moments = new TreeSet<>();
    samples.forEach(each -> moments.add(begin(each)));
    for (Delivery each : all) {
      each.publicFrom().ifPresent(moments::add);
      each.licensed().map(Delivery.Licensing::last).ifPresent(moments::add);
      each.withdrawn().map(Delivery.Withdrawal::at).ifPresent(moments::add);
      if (each.isProtected()) {
        moments.add(each.acceptedAt());
      }
    }
    return moments;
  }

  private List<Delivery> samples(Instant moment) {
    return samples.stream().filter(each -> !begin(each).isAfter(moment)).toList();
  }

  private Map<String, List<Delivery>> told(Instant moment) {
    List<Delivery> open = all.stream().filter(each -> each.wasPublic(moment)).toList();
    Set<String> protectedOnes = new HashSet<>();
    all.stream()
        .filter(each -> each.isProtected() && !each.acceptedAt().isAfter(moment))
        .filter(each -> !each.isWithdrawn(moment))
        .forEach(each -> protectedOnes.addAll(each.indicators()));
    Map<String, List<Delivery>> told = new HashMap<>();
    for (Delivery each : open.isEmpty() ? samples(moment) : open) {
      for (String indicator : each.indicators()) {
        if (each.isProtected() || !protectedOnes.contains(indicator)) {
          told.computeIfAbsent(indicator, any -> new ArrayList<>()).add(each);
        }
      }
    }
    return told;
  }
}
