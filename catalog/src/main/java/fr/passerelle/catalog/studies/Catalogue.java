package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyKey;
import fr.passerelle.catalog.study.journal.StudyEvent;
import fr.passerelle.catalog.study.search.StudyIndex;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All studies at one moment, immutable: who asks something of it gets answers that belong together.
 * What there is to read is said by {@link #as(Reader)} only.
 */
public final class Catalogue {
  /** Of an installation that has none. */
  public static final Catalogue EMPTY =
      new Catalogue(
          0,
          Producers.NONE,
          Map.of(),
          Map.of(),
          new TreeMap<>(),
          Map.of(),
          List.of(),
          Optional.empty());

  private final long sequence;
  private final String version;
  private final Producers producers;
  private final Map<StudyId, Study> studies;
  private final Map<StudyKey, StudyId> keys;
  private final Set<StudyId> names;
  private final NavigableMap<Long, Study> byNumber;
  private final Map<String, StudyId> aliases;
  private final List<Entry> entries;
  private final Optional<StudyIndex> index;
  private final Map<String, List<PublishedSeries>> series = new ConcurrentHashMap<>();
  private volatile List<Study> list = List.of();

  private Catalogue(
      long sequence,
      Producers producers,
      Map<StudyId, Study> studies,
      Map<StudyKey, StudyId> keys,
      NavigableMap<Long, Study> byNumber,
      Map<String, StudyId> aliases,
      List<Entry> entries,
      Optional<StudyIndex> index) {
    this.sequence = sequence;
    this.version = sequence + "-" + Integer.toHexString(producers.list().hashCode());
    this.producers = producers;
    this.studies = studies;
    this.keys = keys;
    this.names = Set.copyOf(keys.values());
    this.byNumber = byNumber;
    this.aliases = aliases;
    this.entries = entries;
    this.index = index;
  }

  /** Number of the last event in it: two catalogues of one number say the same of studies. */
  public long sequence() {
    return sequence;
  }

  /** Name of this state: two of one name say the same of studies and of producers. */
  public String version() {
    return version;
  }

  /** The producers. */
  public Producers producers() {
    return producers;
  }

  /** What that reader sees of it. */
  public CatalogueView as(Reader reader) {
    return new CatalogueView(this, reader);
  }

  /** The study of that name, whoever asks. */
  Optional<Study> find(StudyId id) {
    return Optional.ofNullable(studies.get(id));
  }

  /** The name that was once given to that key, also where the study was deleted since. */
  Optional<StudyId> findId(StudyKey key) {
    return Optional.ofNullable(keys.get(key));
  }

  /** Whether that name is or was a study's. */
  boolean isTaken(StudyId id) {
    return names.contains(id);
  }

  /** The study that an old address leads to. */
  Optional<StudyId> findAlias(String alias) {
    return Optional.ofNullable(aliases.get(alias));
  }

  /** All studies, whoever asks, the earliest first; gathered when first asked for. */
  List<Study> list() {
    if (list.isEmpty()) {
      list = List.copyOf(byNumber.values());
    }
    return list;
  }

  /** The series that a reader sees, found once by that. */
  List<PublishedSeries> series(Reader reader, Supplier<List<PublishedSeries>> find) {
    return series.computeIfAbsent(reader.cacheKey(), key -> find.get());
  }

  /** All that happened, in order. */
  List<Entry> entries() {
    return entries;
  }

  /** The same with other producers. */
  Catalogue with(Producers others) {
    return new Catalogue(sequence, others, studies, keys, byNumber, aliases, entries, index);
  }

  /** The same, to be searched in that index. */
  Catalogue with(StudyIndex made) {
    return new Catalogue(
        sequence, producers, studies, keys, byNumber, aliases, entries, Optional.of(made));
  }

  /** Search over it; that of an earlier state while events are only tried. */
  StudyIndex index() {
    return index.orElseThrow();
  }

  /** The same after those events, which follow one another and its own. */
  Catalogue after(List<StudyEvent> events) {
    if (events.isEmpty()) {
      return this;
    }
    Next next = new Next(this);
    events.forEach(next::apply);
    return next.catalogue();
  }

  /** The catalogue that is being made of another and what happened since. */
  private static final class Next {
    private final Producers producers;
    private final Map<StudyId, Study> studies;
    private final Map<StudyKey, StudyId> keys;
    private final NavigableMap<Long, Study> byNumber;
    private final List<Entry> entries;
    private final Optional<StudyIndex> index;
    private final Map<StudyId, StudyEvent> last = new HashMap<>();
    private final Map<StudyId, StudyEvent> first = new HashMap<>();
    private long sequence;

    Next(Catalogue before) {
      producers = before.producers;
      studies = new HashMap<>(before.studies);
      keys = new HashMap<>(before.keys);
      byNumber = new TreeMap<>(before.byNumber);
      entries = new ArrayList<>(before.entries);
      sequence = before.sequence;
      index = before.index;
    }

    void apply(StudyEvent event) {
      sequence = event.sequence();
      entries.add(Entry.of(event));
      keys.putIfAbsent(event.key(), event.study());
      if (event.kind() == StudyEvent.Kind.CREATE) {
        first.put(event.study(), event);
      }
      last.put(event.study(), event);
    }

    Catalogue catalogue() {
      last.values().forEach(this::settle);
      Map<String, StudyId> aliases = new HashMap<>();
      byNumber
          .values()
          .forEach(study ->
              study
                  .content()
                  .reading()
                  .aliases()
                  .forEach(alias -> aliases.putIfAbsent(alias, study.id())));
      return new Catalogue(
          sequence,
          producers,
          Collections.unmodifiableMap(studies),
          Collections.unmodifiableMap(keys),
          byNumber,
          Collections.unmodifiableMap(aliases),
          Collections.unmodifiableList(entries),
          index);
    }

    /** Only the last body of a study is read in full. */
    private void settle(StudyEvent event) {
      @Nullable Study before = studies.remove(event.study());
      if (before != null) {
        byNumber.remove(before.number());
      }
      Optional<Content> content =
          event.kind() == StudyEvent.Kind.DELETE ? Optional.empty() : event.body().content();
      content.ifPresent(said -> {
        Study study = study(event, said, before);
        studies.put(study.id(), study);
        byNumber.put(study.number(), study);
      });
    }

    private Study study(StudyEvent event, Content said, @Nullable Study before) {
      @Nullable StudyEvent made = first.get(event.study());
      long number = event.sequence();
      Instant created = event.at();
      if (made != null) {
        number = made.sequence();
        created = made.at();
      } else if (before != null) {
        number = before.number();
        created = before.created();
      }
      return new Study(
          event.study(),
          event.key(),
          said,
          event.body().standing(),
          event.body().origin(),
          number,
          event.sequence(),
          created,
          event.at());
    }
  }
}
