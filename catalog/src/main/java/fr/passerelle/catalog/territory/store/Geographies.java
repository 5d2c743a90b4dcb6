package fr.passerelle.catalog.territory.store;

import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.catalog.territory.GeographySample;
import fr.passerelle.catalog.territory.PartFile;
import fr.passerelle.catalog.territory.Union;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The territories of this installation: what there is to read, and the one way by which it changes.
 *
 * <p>They are read in a thread of their own; who asks for them before that is done waits. Parts
 * without licence are kept and not used. Where no list of communes was imported, or its file cannot
 * be read, the bundled one serves.
 */
public final class Geographies {
  private static final Logger LOG = LoggerFactory.getLogger(Geographies.class);

  private final TerritoryStore store;
  private final Path folder;
  private final Clock clock;
  private final FutureTask<Geography> first = new FutureTask<>(this::load);
  private volatile Optional<Geography> geography = Optional.empty();

  /** What memory has: files and licences. */
  private String served = "";

  private Geographies(DataSource dataSource, Path folder, Clock clock) {
    store = new TerritoryStore(dataSource);
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Begins to read the territories.
   *
   * @param folder folder of release files
   */
  public static Geographies open(DataSource dataSource, Path folder, Clock clock) {
    Geographies geographies = new Geographies(dataSource, folder, clock);
    Thread.ofPlatform().daemon().name("territories").start(geographies::begin);
    return geographies;
  }

  private void begin() {
    first.run();
    // Nobody waits for what was before the reference; who asks for it later finds it.
    geography.ifPresent(Geography::vintages);
  }

  /** Channels of the database on which a change is told: {@link #refresh()} then. */
  public static List<String> channels() {
    return List.of(TerritoryStore.CHANNEL);
  }

  /** The territories as last read; waits for the first time. */
  public Geography geography() {
    Optional<Geography> now = geography;
    if (now.isPresent()) {
      return now.get();
    }
    try {
      first.get();
      return geography.orElseThrow();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrompu avant que les territoires soient lus", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("les territoires ne peuvent pas être lus", e);
    }
  }

  /** Name of the state that is read now, without waiting for the first one. */
  public String version() {
    return geography.map(Geography::version).orElse("");
  }

  private Geography load() {
    refresh();
    return geography.orElseThrow();
  }

  /** Reads what is in use now, if it is not what memory has. */
  public synchronized void refresh() {
    List<StoredPart> rows =
        store.listPublished().stream().filter(row -> row.licence().isPresent()).toList();
    String version = String.valueOf(rows.stream().map(this::name).toList());
    if (!version.equals(served)) {
      geography = Optional.of(Geography.of(sources(rows)));
      served = version;
      tell(rows);
    }
  }

  private void tell(List<StoredPart> rows) {
    try {
      new PublishedParts(folder).write(rows);
    } catch (IOException e) {
      LOG.error("les territoires en usage ne peuvent pas être dits dans {}", folder, e);
    }
  }

  private String name(StoredPart row) {
    return row.file() + "/" + row.licence().map(Licence::code).orElse("");
  }

  private List<Geography.Source> sources(List<StoredPart> rows) {
    List<Geography.Source> sources = new ArrayList<>();
    for (StoredPart row : rows) {
      try {
        sources.add(source(row, PartFile.read(folder.resolve(row.file()))));
      } catch (IOException e) {
        LOG.error("{} {} ne peut pas être lue", row.edition(), row.release(), e);
      }
    }
    if (sources.stream().noneMatch(each -> each.part().vintage() > 0)) {
      sources.addFirst(GeographySample.source());
    }
    return sources;
  }

  private static Geography.Source source(StoredPart row, GeographyPart part) {
    return new Geography.Source(
        part,
        new Zoning.Origin(
            row.edition(),
            row.release(),
            row.issued(),
            row.author(),
            // Of a part without licence an origin is made only to check it.
            row.licence().orElse(Licence.ODBL_1_0),
            /* sample= */ false),
        row.contentSha256());
  }

  /**
   * What an import did of a part.
   *
   * @param part the part
   * @param licence its licence; without, nothing of it is used
   * @param outcome what became of it
   */
  public record Report(GeographyPart part, Optional<Licence> licence, Outcome outcome) {}

  /** What became of a part. */
  public enum Outcome {
    /** It is in use now, or would be if it had a licence. */
    PUBLISHED,
    /** The one in use says the same already. */
    UNCHANGED,
    /** Checked only, as asked. */
    DRY_RUN
  }

  /**
   * Parts to take in.
   *
   * @param parts what was read
   * @param places where a region's zonings name a commune first, for messages
   * @param licence licence of each edition, where one is declared
   * @param dryRun whether only to check
   */
  public record Order(
      List<GeographyPart> parts,
      Map<String, String> places,
      Function<String, Optional<Licence>> licence,
      boolean dryRun) {
    public Order {
      parts = List.copyOf(parts);
      places = Map.copyOf(places);
    }
  }

  /**
   * Takes parts in, all or none; memory has them when this returns.
   *
   * @throws RefusedException where zones name communes that are none of the reference vintage
   */
  public synchronized List<Report> publish(Order order, Findings findings) {
    List<StoredPart> published = store.listPublished();
    List<StoredPart> offered = order.parts().stream().map(part -> row(part, order)).toList();
    check(order, offered, published, findings);
    List<Report> reports = new ArrayList<>();
    List<StoredPart> rows = new ArrayList<>();
    for (int i = 0; i < offered.size(); i++) {
      GeographyPart part = order.parts().get(i);
      StoredPart row = offered.get(i);
      boolean same = published.stream().anyMatch(each -> unchanged(each, row));
      reports.add(
          new Report(
              part,
              row.licence(),
              order.dryRun() ? Outcome.DRY_RUN : same ? Outcome.UNCHANGED : Outcome.PUBLISHED));
      if (!same && !order.dryRun()) {
        write(part, row);
        rows.add(row);
      }
    }
    if (!rows.isEmpty()) {
      store.publish(rows);
      refresh();
    }
    return reports;
  }

  private void write(GeographyPart part, StoredPart row) {
    try {
      PartFile.write(part, folder.resolve(row.file()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean unchanged(StoredPart before, StoredPart now) {
    return before.file().equals(now.file())
        && (now.licence().isEmpty() || before.licence().equals(now.licence()));
  }

  private StoredPart row(GeographyPart part, Order order) {
    GeographyPart.Head head = part.head();
    String hash = PartFile.hash(part);
    return new StoredPart(
        PartFile.name(part, hash),
        head.edition(),
        head.release(),
        head.issued(),
        head.author(),
        head.source(),
        hash,
        order.licence().apply(head.edition()),
        clock.instant());
  }

  /** Zonings are of communes of the reference vintage as it will be, licence or not. */
  private void check(
      Order order, List<StoredPart> offered, List<StoredPart> published, Findings findings) {
    List<Geography.Source> sources = new ArrayList<>();
    for (int i = 0; i < offered.size(); i++) {
      sources.add(source(offered.get(i), order.parts().get(i)));
    }
    List<StoredPart> others =
        published.stream()
            .filter(row ->
                order.parts().stream()
                    .noneMatch(part -> part.head().edition().equals(row.edition())))
            .toList();
    if (sources.stream().noneMatch(each -> each.part().vintage() > 0)) {
      sources.addAll(0, sources(others));
    } else {
      others.stream()
          .filter(row -> !row.edition().equals(GeographyPart.OFFICIAL))
          .forEach(row -> sources.addAll(read(row)));
    }
    Geography next = Geography.of(sources);
    order.parts().forEach(part -> check(part, order, next, findings));
    findings.refuseIfFaulty();
  }

  private List<Geography.Source> read(StoredPart row) {
    try {
      return List.of(source(row, PartFile.read(folder.resolve(row.file()))));
    } catch (IOException e) {
      LOG.error("{} {} ne peut pas être lue", row.edition(), row.release(), e);
      return List.of();
    }
  }

  private static void check(GeographyPart part, Order order, Geography next, Findings findings) {
    if (part.vintage() > 0 || part.zonings().isEmpty()) {
      return;
    }
    List<String> strangers =
        part.communes().stream()
            .map(GeographyPart.Commune::code)
            .filter(code -> next.place(code) < 0)
            .toList();
    boolean own = strangers.stream().anyMatch(order.places()::containsKey);
    if (own) {
      strangers.forEach(code ->
          findings.refused(
              order.places().getOrDefault(code, part.head().source()),
              "commune",
              Union.commune(code, next)));
    } else if (!strangers.isEmpty()) {
      findings.remark(
          "%s : %d codes qui ne sont pas des communes de %d (anciennes communes, arrondissements, outre-mer), sans effet ; communes sans zone : %d"
              .formatted(
                  part.head().source(),
                  strangers.size(),
                  next.vintage(),
                  next.size() - (part.communes().size() - strangers.size())));
    }
  }
}
