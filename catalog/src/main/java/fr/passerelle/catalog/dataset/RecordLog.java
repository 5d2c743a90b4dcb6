package fr.passerelle.catalog.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What ever happened to some records of the catalogue, studies apart. It grows at its end only. */
public final class RecordLog {
  private final List<Event> events;
  private final Map<String, Event> first = new HashMap<>();
  private final Map<String, Event> last = new LinkedHashMap<>();

  RecordLog(List<Event> events) {
    this.events = List.copyOf(events);
    events.forEach(event -> {
      first.putIfAbsent(event.iri(), event);
      last.put(event.iri(), event);
    });
  }

  /** What an event was to the record. */
  public enum Kind {
    /** It was not there before. */
    CREATE,
    /** It says something else. */
    UPDATE,
    /** It is no longer there. */
    DELETE
  }

  /**
   * A change of a record.
   *
   * @param key key of the record
   * @param iri its IRI
   * @param kind what it was
   * @param release name of the version that was published
   * @param issued date its producer gives
   * @param at when
   */
  public record Event(
      String key, String iri, Kind kind, String release, LocalDate issued, Instant at) {}

  /** When a record first came; empty where it never was there. */
  public Optional<Instant> first(String iri) {
    return Optional.ofNullable(first.get(iri)).map(Event::at);
  }

  /** When a record changed last; empty where it never was there. */
  public Optional<Instant> last(String iri) {
    return Optional.ofNullable(last.get(iri)).map(Event::at);
  }

  /** All of it, in order. */
  public List<Event> events() {
    return events;
  }

  /** Whether that is the last change of its record. */
  public boolean isLast(Event event) {
    return event.equals(last.get(event.iri()));
  }

  /** The last change of each record, of those that are gone too. */
  public List<Event> lasts() {
    return List.copyOf(last.values());
  }
}
