package fr.passerelle.catalog.profile;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A source from which studies are harvested.
 *
 * @param code word by which it is named
 * @param kind how it is spoken to
 * @param url its address: base URL of OAI-PMH, first page of a catalogue
 * @param prefix metadata prefix of OAI-PMH; empty for others
 * @param set set of OAI-PMH; empty for all
 * @param producer code of the producer that all its records are of; empty to see it in each
 * @param producers codes of producers by the names that the source uses
 * @param network what of a network it may reach, and how much it may take
 */
public record HarvestSource(
    String code,
    Kind kind,
    String url,
    String prefix,
    String set,
    Optional<String> producer,
    Map<String, String> producers,
    Network network) {
  public HarvestSource {
    producers = Map.copyOf(producers);
  }

  /** How a source is spoken to. */
  public enum Kind {
    /** OAI-PMH 2.0. */
    OAI_PMH,
    /** A catalogue in DCAT: its records are copies, portals find them there. */
    DCAT
  }

  /**
   * Bounds that nothing a source answers can pass.
   *
   * @param isPrivate whether it is in a private network, on purpose
   * @param timeout for one request, from its beginning to the last byte
   * @param pages pages of one harvest
   * @param bytes of one page
   */
  public record Network(boolean isPrivate, Duration timeout, int pages, int bytes) {
    /** Those of a source of which nothing is said. */
    public static final Network USUAL =
        new Network(/* isPrivate= */ false, Duration.ofSeconds(60), 10_000, 50 << 20);
  }
}
