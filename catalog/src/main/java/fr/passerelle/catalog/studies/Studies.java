package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.producer.ProducerStore;
import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.journal.StudyEvent;
import fr.passerelle.catalog.study.journal.StudyJournal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import javax.sql.DataSource;

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

  private Studies(DataSource dataSource) {
    journal = new StudyJournal(dataSource);
    producers = new ProducerStore(dataSource);
  }

  /** Begins to read the studies of a database. */
  public static Studies open(DataSource dataSource) {
    Studies studies = new Studies(dataSource);
    Thread.ofPlatform().daemon().name("studies").start(studies.first);
    return studies;
  }

  /** All studies as last read; waits for the first time. */
  public Catalogue catalogue() {
    try {
      first.get();
      return catalogue;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrompu avant que les études soient lues", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("les études ne peuvent pas être lues", e);
    }
  }

  private Catalogue load() {
    refresh();
    return catalogue;
  }

  /** Takes in what any process wrote since. */
  public synchronized void refresh() {
    List<StudyEvent> events = new ArrayList<>();
    journal.read(catalogue.sequence(), events::add);
    catalogue = catalogue.with(new Producers(producers.list())).after(events);
  }

  /**
   * Writes events that a task decides on from the catalogue as it stands, nobody else writing
   * meanwhile; memory has them when this returns.
   */
  <T> T write(Function<Catalogue, Decision<T>> task) {
    // Before the lock, which the first reading needs.
    catalogue();
    return writeAlone(task);
  }

  private synchronized <T> T writeAlone(Function<Catalogue, Decision<T>> task) {
    List<StudyEvent> news = new ArrayList<>();
    T answer =
        journal.write(writing -> {
          news.clear();
          writing.read(catalogue.sequence(), news::add);
          Decision<T> decision = task.apply(catalogue.after(news));
          news.addAll(writing.append(decision.events()));
          return decision.answer();
        });
    catalogue = catalogue.after(news);
    return answer;
  }

  /**
   * What is to be written, and what is answered.
   *
   * @param events events without numbers
   * @param answer what the writer is told
   */
  record Decision<T>(List<StudyEvent> events, T answer) {
    Decision {
      events = List.copyOf(events);
    }
  }
}
