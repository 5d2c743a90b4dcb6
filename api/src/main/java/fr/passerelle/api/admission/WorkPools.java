package fr.passerelle.api.admission;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;

/**
 * The pools of threads that answer: what reads and what writes are apart, so that a slow deposit
 * takes no place from readers, nor a crowd of readers any from a deposit.
 */
@Factory
public final class WorkPools {
  /** What reads and computes. */
  public static final String READING = "reading";

  /** What receives and writes, by holders of keys. */
  public static final String WRITING = "writing";

  /** More than processors, as some wait for the database. */
  private static final int READERS = Math.max(8, 4 * Runtime.getRuntime().availableProcessors());

  private static final int WRITERS = 16;
  private static final int WAITING = 512;

  /** In milliseconds; with what an answer takes, well below what a person notices. */
  private static final long LONGEST_WAIT = 100;

  private static final long LONGEST_WAIT_OF_WRITERS = 5_000;

  @Singleton
  @Named(READING)
  @Bean(preDestroy = "shutdown")
  ExecutorService reading() {
    return new WorkPool(READING, READERS, WAITING, LONGEST_WAIT);
  }

  @Singleton
  @Named(WRITING)
  @Bean(preDestroy = "shutdown")
  ExecutorService writing() {
    return new WorkPool(WRITING, WRITERS, WRITERS, LONGEST_WAIT_OF_WRITERS);
  }
}
