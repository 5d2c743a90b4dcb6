package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.producer.Producer;
import fr.passerelle.catalog.producer.ProducerStore;
import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.journal.StudyEvent;
import fr.passerelle.catalog.study.journal.StudyJournal;
import fr.passerelle.catalog.study.search.StudyIndexer;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territories;
import fr.passerelle.vocab.release.Snapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The studies of this installation: what there is to read, and the one way by which it changes.
 *
 * <p>They are read from the journal in a thread of their own; who asks for them before that is done
 * waits. Afterwards memory follows the journal event by event, whichever process wrote it.
 */
public final class Studies {
  private final StudyJournal journal;
  private final ProducerStore producers;
  private final FutureTask<Catalogue> first = new FutureTask<>(this::load);
  private volatile Catalogue catalogue = Catalogue.EMPTY;

  private final Supplier<Snapshot> published;
  private volatile Optional<StudyIndexer> indexer = Optional.empty();

  private final Consumer<Studies> whenNew;
  private final Thread loader = Thread.ofPlatform().daemon().name("studies").unstarted(first);

  private final Function<Snapshot, Territories> territories;

  private Studies(
      DataSource dataSource,
      Supplier<Snapshot> published,
      Function<Snapshot, Territories> territories,
      Consumer<Studies> whenNew) {
    this.whenNew = whenNew;
    this.published = published;
    this.territories = territories;
    journal = new StudyJournal(dataSource);
    producers = new ProducerStore(dataSource);
  }

  /**
   * Begins to read the studies of a database.
   *
   * @param published the vocabularies as they are published, which say what territories there are
   */
  public static Studies open(DataSource dataSource, Supplier<Snapshot> published) {
    return open(dataSource, published, Territories::of, empty -> {});
  }

  /**
   * The same with zones and communes.
   *
   * @param geography what these are, whenever it is asked
   */
  public static Studies open(
      DataSource dataSource, Supplier<Snapshot> published, Supplier<Geography> geography) {
    return open(
        dataSource, published, snapshot -> Territories.of(snapshot, geography), empty -> {});
  }

  /**
   * The same for an installation that may be new.
   *
   * @param territories what territories there are
   * @param whenNew puts in what is bundled, where there is neither study nor producer yet; who asks
   *     for studies waits for that too
   */
  public static Studies open(
      DataSource dataSource,
      Supplier<Snapshot> published,
      Function<Snapshot, Territories> territories,
      Consumer<Studies> whenNew) {
    Studies studies = new Studies(dataSource, published, territories, whenNew);
    studies.loader.start();
    return studies;
  }

  /** All studies as last read; waits for the first time. */
  public Catalogue catalogue() {
    try {
      // What is bundled is put in by the thread that others wait for.
      if (!Thread.currentThread().equals(loader)) {
        first.get();
      }
      return catalogue;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrompu avant que les études soient lues", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("les études ne peuvent pas être lues", e);
    }
  }

  /** What territories there are for studies. */
  Territories territories(Snapshot snapshot) {
    return territories.apply(snapshot);
  }

  /** Name of the state that is read now, without waiting for the first one. */
  public String version() {
    return first.isDone() ? catalogue.version() : "";
  }

  private Catalogue load() {
    refresh();
    if (catalogue.sequence() == 0 && catalogue.producers().list().isEmpty()) {
      whenNew.accept(this);
    }
    return catalogue;
  }

  /** Channels of the database on which a change is told: {@link #refresh()} then. */
  public static List<String> channels() {
    return List.of(StudyJournal.CHANNEL, ProducerStore.CHANNEL);
  }

  /** Takes in what any process wrote since. */
  public synchronized void refresh() {
    List<StudyEvent> events = new ArrayList<>();
    journal.read(catalogue.sequence(), events::add);
    List<Producer> listed = producers.list();
    boolean renamed = !listed.equals(catalogue.producers().list());
    Catalogue next = renamed ? catalogue.with(new Producers(listed)) : catalogue;
    serve(next.after(events), events, renamed);
  }

  /** Lets everyone read that state, its index included. */
  private void serve(Catalogue next, List<StudyEvent> events, boolean renamed) {
    StudyIndexer by = indexer.orElseGet(() -> new StudyIndexer(territories(published.get())));
    boolean first = indexer.isEmpty();
    indexer = Optional.of(by);
    Set<StudyId> touched =
        renamed || first
            ? next.list().stream().map(Study::id).collect(Collectors.toCollection(HashSet::new))
            : new HashSet<>();
    events.forEach(event -> touched.add(event.study()));
    if (first || !touched.isEmpty() || renamed) {
      List<Study> now = touched.stream().flatMap(id -> next.find(id).stream()).toList();
      catalogue = next.with(by.apply(touched, now, next.producers()));
    }
  }

  /**
   * Studies as they stood after those changes, by the numbers of these; read from the journal. Only
   * what the reader of that view saw then and sees still: what was hidden or deleted since is told
   * to nobody, of whatever time.
   */
  public Map<Long, Study> past(CatalogueView view, List<Change> changes) {
    if (changes.isEmpty()) {
      return Map.of();
    }
    Map<Long, StudyEvent> events =
        journal.between(changes.getFirst().sequence(), changes.getLast().sequence()).stream()
            .collect(Collectors.toMap(StudyEvent::sequence, Function.identity()));
    Map<Long, Study> past = new HashMap<>();
    for (Change change : changes) {
      @Nullable StudyEvent event = events.get(change.sequence());
      Optional<Study> now = view.find(change.study());
      if (event != null && now.isPresent() && change.kind() != Change.Kind.DELETE) {
        past(now.get(), event)
            .filter(view.reader()::sees)
            .ifPresent(then -> past.put(change.sequence(), then));
      }
    }
    return past;
  }

  private static Optional<Study> past(Study now, StudyEvent event) {
    return event
        .body()
        .content()
        .map(content ->
            new Study(
                now.id(),
                now.key(),
                content,
                event.body().standing(),
                event.body().origin(),
                now.number(),
                event.sequence(),
                now.created(),
                event.at()));
  }

  /** Takes in producers; memory has them when this returns. */
  public void put(Collection<Producer> changed, Actor actor, Instant now) {
    Producers before = catalogue().producers();
    List<Producer> news =
        changed.stream()
            .filter(each -> before.find(each.code()).filter(each::equals).isEmpty())
            .toList();
    producers.put(news, actor.by().author(), actor.by().means(), now);
    refresh();
  }

  /**
   * Runs a task that writes, nobody else writing meanwhile, in one transaction; memory has what it
   * wrote when this returns, and what it throws leaves nothing behind.
   */
  <T> T write(Task<T> task) {
    // Before the lock, which the first reading needs.
    catalogue();
    return writeAlone(task);
  }

  private synchronized <T> T writeAlone(Task<T> task) {
    List<StudyEvent> news = new ArrayList<>();
    T answer =
        journal.write(writing -> {
          news.clear();
          writing.read(catalogue.sequence(), news::add);
          return task.run(catalogue.after(news), new Desk(writing, news));
        });
    serve(catalogue.after(news), news, /* renamed= */ false);
    return answer;
  }

  /** Something that writes. */
  interface Task<T> {
    /**
     * Reads and writes.
     *
     * @param now the catalogue as it stands, what other processes wrote included
     * @param desk where to write
     */
    T run(Catalogue now, Desk desk);
  }

  /** Where a task writes. */
  static final class Desk {
    private final StudyJournal.Writing writing;
    private final List<StudyEvent> news;

    private Desk(StudyJournal.Writing writing, List<StudyEvent> news) {
      this.writing = writing;
      this.news = news;
    }

    /** Writes events, of which the numbers are given here. */
    List<StudyEvent> append(List<StudyEvent> events) {
      List<StudyEvent> numbered = writing.append(events);
      news.addAll(numbered);
      return numbered;
    }

    /** Takes authors out of all that was ever written. */
    int eraseAuthors(Predicate<String> erased, boolean dryRun) {
      return writing.eraseAuthors(erased, dryRun);
    }

    void keepErased(String salt, String sha256, Instant now) {
      writing.keepErased(salt, sha256, now);
    }

    /** Whether an author was erased. */
    Predicate<String> erased() {
      Map<String, String> hashes = writing.erased();
      return author ->
          hashes.entrySet().stream()
              .anyMatch(each -> AuthorName.matches(author, each.getKey(), each.getValue()));
    }

    Optional<StudyJournal.Answered> findAnswer(RequestKey request) {
      return writing.findAnswer(request.sender(), request.key());
    }

    void keepAnswer(RequestKey request, String answer, Instant now) {
      writing.keepAnswer(request.sender(), request.key(), request.sha256(), answer, now);
    }
  }
}
