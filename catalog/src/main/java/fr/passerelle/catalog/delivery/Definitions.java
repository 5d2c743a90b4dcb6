package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.observation.source.IndicatorsFile;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.StringReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * The definitions of indicators of an installation: those that come with the product, then those
 * that the region put beside them.
 */
public final class Definitions {
  private final Jdbi jdbi;
  private final Clock clock;
  private final List<Indicator> bundled = IndicatorsFile.bundled();
  private volatile List<Indicator> all;

  /** Those of a database. */
  public Definitions(DataSource dataSource, Clock clock) {
    jdbi = Jdbi.create(dataSource);
    this.clock = clock;
    all = read();
  }

  /** All of them: those of the product first, then in the order in which they were put. */
  public List<Indicator> list() {
    return all;
  }

  /** The definition of that code. */
  public Optional<Indicator> find(String id) {
    return all.stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** Reads again which there are. */
  void refresh() {
    all = read();
  }

  /** Files that were put, one after another: what a later one says of a code is what holds. */
  private List<Indicator> read() {
    Map<String, Indicator> known = new LinkedHashMap<>();
    bundled.forEach(each -> known.put(each.id(), each));
    List<String> files =
        jdbi.withHandle(handle ->
            handle
                .createQuery("select body from indicators_file order by number")
                .mapTo(String.class)
                .list());
    for (String file : files) {
      parse("indicators", file, known).forEach(each -> known.put(each.id(), each));
    }
    return List.copyOf(known.values());
  }

  private static List<Indicator> parse(String name, String file, Map<String, Indicator> known) {
    try {
      return IndicatorsFile.read(name, new StringReader(file), known.keySet(), new Findings());
    } catch (IOException e) {
      throw new IllegalStateException("a text in memory cannot be read", e);
    }
  }

  /**
   * Puts the definitions of a file beside those that there are. Of one that is known its words may
   * change, and nothing of what its values mean: these would be read as something else.
   *
   * @return those of the file
   * @throws RefusedException with every fault, by line and column
   */
  public List<Indicator> put(Path file) throws IOException {
    String body = Files.readString(file);
    String name = String.valueOf(file.getFileName());
    Map<String, Indicator> known = new LinkedHashMap<>();
    read().forEach(each -> known.put(each.id(), each));
    List<Indicator> put = parse(name, body, known);
    List<Fault> faults = new ArrayList<>();
    for (Indicator each : put) {
      fault(each, Optional.ofNullable(known.get(each.id())))
          .ifPresent(message -> faults.add(new Fault(name, "indicator", message)));
    }
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    jdbi.useTransaction(handle -> {
      handle
          .createUpdate("insert into indicators_file (body, put_at) values (:body, :at)")
          .bind("body", body)
          .bind("at", clock.instant())
          .execute();
      DeliveryStore.tell(handle);
    });
    refresh();
    return put;
  }

  private Optional<String> fault(Indicator put, Optional<Indicator> before) {
    if (bundled.stream().anyMatch(each -> each.id().equals(put.id()))) {
      return Optional.of(
          put.id() + " est défini par le produit ; donner un autre code à celui de la région");
    }
    return before
        .filter(each -> !meaning(each).equals(meaning(put)))
        .map(each ->
            put.id()
                + " est déjà défini autrement (définition, unité ou mesure) : une définition qui"
                + " change est un autre indicateur, lui donner un autre code, par exemple "
                + put.id()
                + "-2");
  }

  /** Writes all of them, as {@link #put} reads them. */
  public void write(Writer out) throws IOException {
    IndicatorsFile.write(all, out);
  }

  /** What its values mean. */
  private record Meaning(String definition, String unit, Measure measure) {}

  private static Meaning meaning(Indicator indicator) {
    return new Meaning(indicator.definition(), indicator.unit(), indicator.measure());
  }
}
