package fr.passerelle.api.linkeddata.sparql.guard;

import java.time.Duration;

/**
 * What one question may take.
 *
 * @param cpu time of the processor
 * @param wall time in all, however busy the machine
 * @param allocated bytes of memory asked for, given back or not
 * @param kept solutions held at once to be sorted, joined or made distinct
 * @param rows solutions or triples of an answer
 * @param bytes of an answer
 */
public record Limits(Duration cpu, Duration wall, long allocated, int kept, int rows, int bytes) {
  /** Those of everyone. */
  public static final Limits USUAL =
      new Limits(
          Duration.ofSeconds(2), Duration.ofSeconds(10), 768L << 20, 300_000, 20_000, 8 << 20);

  /** Characters of a text that a question makes, and of the texts that it is made of. */
  static final int TEXT = 1 << 16;
}
