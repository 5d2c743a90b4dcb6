package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.source.ObservationFile;
import fr.passerelle.catalog.secrecy.ProtectedFile;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;

/**
 * The figures of an installation: the one way in, and what there is to ask. A delivery is accepted
 * whole or refused whole; what is published stays as it was until then.
 */
public final class Deliveries {
  /** Format of what {@code ./passerelle protect} hands back. */
  static final String PROTECTED = "protected";

  private final DeliveryStore store;
  private final DeliveryFolder folder;
  private final Geographies geographies;
  private final Clock clock;
  private final Definitions definitions;
  private final Shelf shelf;
  private volatile List<Delivery> all;

  private Deliveries(DataSource dataSource, Path folder, Geographies geographies, Clock clock) {
    store = new DeliveryStore(dataSource);
    this.folder = new DeliveryFolder(folder);
    this.geographies = geographies;
    this.clock = clock;
    definitions = new Definitions(dataSource, clock);
    shelf = new Shelf(this.folder, definitions.list());
    all = store.list();
  }

  /**
   * The figures kept in a folder.
   *
   * @param folder where files of deliveries are
   * @param geographies territories that they are over
   */
  public static Deliveries open(
      DataSource dataSource, Path folder, Geographies geographies, Clock clock) {
    return new Deliveries(dataSource, folder, geographies, clock);
  }

  /** Channels of the database on which a change is told: {@link #refresh()} then. */
  public static List<String> channels() {
    return List.of(DeliveryStore.CHANNEL);
  }

  /** Reads again which deliveries and definitions there are. */
  public void refresh() {
    definitions.refresh();
    all = store.list();
  }

  /** Every delivery ever accepted, in their order, whether public or not: for who operates. */
  public List<Delivery> list() {
    return all;
  }

  /** The delivery of that receipt. */
  public Optional<Delivery> find(String receipt) {
    return all.stream().filter(each -> each.receipt().equals(receipt)).findFirst();
  }

  /** The file of a delivery as it was received. */
  public Path received(Delivery delivery) {
    return folder.received(delivery);
  }

  /**
   * What is told of an indicator: where it is protected now, only what is protected is, also of
   * what was open before. Both together would tell what is hidden.
   */
  private List<Delivery> told(List<Delivery> open, String indicator) {
    return isProtected(indicator) ? open.stream().filter(Delivery::isProtected).toList() : open;
  }

  private boolean isProtected(String indicator) {
    return all.stream()
        .filter(each -> each.isProtected() && each.withdrawn().isEmpty())
        .anyMatch(each -> each.indicators().contains(indicator));
  }

  /**
   * The values of a delivery as a columnar file (Apache Parquet); empty for the sample, and where
   * one of its indicators is protected.
   */
  public Optional<Path> observations(Delivery delivery) {
    return delivery.sample() || delivery.indicators().stream().anyMatch(this::isProtected)
        ? Optional.empty()
        : Optional.of(folder.observations(delivery.receipt()));
  }

  /** Definitions of all indicators. */
  public List<Indicator> indicators() {
    return definitions.list();
  }

  /** The definition of that code. */
  public Optional<Indicator> indicator(String id) {
    return definitions.find(id);
  }

  /** What is published now. */
  public Published published() {
    return published(clock.instant());
  }

  /**
   * What was published at a moment, as it was known then.
   *
   * @param known the moment; one to come is the present
   */
  public Published published(Instant known) {
    Instant now = clock.instant();
    Instant moment = known.isAfter(now) ? now : known;
    return at(moment, each -> each.isPublic(moment));
  }

  private Published at(Instant moment, Predicate<Delivery> isOpen) {
    Geography geography = geographies.geography();
    List<Delivery> real = all.stream().filter(isOpen).toList();
    List<Delivery> open = real.isEmpty() ? SampleFigures.deliveries(indicators(), geography) : real;
    return new Published(
        new Dashboard(
            geography,
            id -> indicator(id).map(definition -> shelf.get(definition, geography, told(open, id))),
            receipt ->
                Delivery.combined(Stream.concat(open.stream(), all.stream()), receipt, geography)),
        open,
        indicators(),
        indicators().stream().map(Indicator::id).filter(this::isProtected).toList(),
        moment,
        all.stream()
            .filter(each -> each.withdrawn().isPresent() && each.wasPublic(moment))
            .toList());
  }

  /** The values that figures had, from one publication to the next, until that moment. */
  public FigureHistory history(Instant known) {
    return new FigureHistory(
        history().stream().filter(each -> !each.at().isAfter(known)).toList(),
        moment -> at(moment, each -> each.wasPublic(moment)).dashboard(),
        this::find);
  }

  /** What was published of each indicator, from one change to the next, to this day. */
  public List<PublicationHistory.State> history() {
    return PublicationHistory.of(
        all, SampleFigures.deliveries(indicators(), geographies.geography()), clock.instant());
  }

  /**
   * A file to take in.
   *
   * @param file as it was received
   * @param name name of the file as it was received
   * @param format how it is written
   * @param series what it is delivered as
   * @param supplier who delivers it
   * @param vintage year of the geographic code of its communes
   * @param period period of all its values, where the file does not say it
   * @param issued date given by the producer
   * @param licence under which it is published
   * @param opens first day on which it is public
   * @param covers which periods may be delivered
   * @param dryRun whether only to check
   */
  public record Order(
      Path file,
      String name,
      Format format,
      String series,
      String supplier,
      int vintage,
      Optional<Period> period,
      Optional<LocalDate> issued,
      Optional<Licence> licence,
      Optional<LocalDate> opens,
      Predicate<Period> covers,
      boolean dryRun) {}

  /** What became of a file. */
  public enum Outcome {
    /** It is in use now, if it has a licence and is not to open later. */
    ACCEPTED,
    /** This very file was accepted before. */
    UNCHANGED,
    /** Accepted before, now with a licence or with another one. */
    LICENCE_DECLARED,
    /** Checked only, as asked. */
    DRY_RUN
  }

  /**
   * What became of a file.
   *
   * @param delivery as it is kept, or would be
   */
  public record Report(Delivery delivery, Outcome outcome) {}

  /**
   * Takes a file in, all of it or nothing.
   *
   * @throws RefusedException with every fault of the file
   * @throws IOException where the disk refuses
   */
  public synchronized Report accept(Order order, Findings findings) throws IOException {
    ObservationFile.Order reading = reading(order);
    try (DeliveryFolder.Building building = folder.building()) {
      ObservationFile.Read read =
          ObservationParquet.of(order.file(), reading, building.path(), findings);
      refresh();
      SeriesJumps.remark(building.path(), order.series(), all, folder, findings);
      LicenceRemark.remark(order.licence(), geographies.geography(), findings);
      Delivery offered = delivery(order, read, findings);
      Optional<Delivery> before = standing(offered);
      if (order.dryRun() || before.isPresent()) {
        return kept(offered, before, order.licence(), order.dryRun());
      }
      Files.copy(order.file(), DeliveryFolder.receivedIn(building.path(), offered.source()));
      return accept(offered, building);
    }
  }

  private Report accept(Delivery offered, DeliveryFolder.Building building) throws IOException {
    building.become(offered.receipt());
    store.add(offered);
    refresh();
    return new Report(offered, Outcome.ACCEPTED);
  }

  private Optional<Delivery> standing(Delivery offered) {
    return find(offered.receipt()).filter(each -> each.withdrawn().isEmpty());
  }

  /**
   * Takes a protected table in: only these are ever told of its indicator, what was told of it
   * before is not any more.
   *
   * @throws RefusedException where it is none, or of an indicator that is not known or does not add
   *     up
   */
  public synchronized Report acceptProtected(ProtectedOrder order) throws IOException {
    ProtectedTable table = ProtectedFile.read(order.file());
    String name = table.head().family().name();
    Indicator indicator =
        indicator(name)
            .filter(each ->
                each.measure().addsOver(Axis.TERRITORY) && each.measure().addsOver(Axis.CATEGORY))
            .orElseThrow(() ->
                RefusedException.of(
                    String.valueOf(order.file().getFileName()),
                    "indicator",
                    "« " + name + " » n'est pas un indicateur connu qui s'additionne"));
    refresh();
    String sha = SourceFile.sha256(order.file());
    Delivery offered =
        new Delivery(
            free(Receipt.of(sha)),
            PROTECTED + "-" + name,
            PROTECTED,
            String.valueOf(order.file().getFileName()),
            sha,
            order.supplier(),
            table.head().vintage(),
            "",
            order.issued(),
            order.licence(),
            licensed(order.licence()),
            order.opens(),
            List.of(indicator.id()),
            table.periods().size() * table.groups().size() * table.head().family().size(),
            List.of(),
            clock.instant(),
            Optional.empty(),
            order.method());
    Optional<Delivery> before = standing(offered);
    if (order.dryRun() || before.isPresent()) {
      return kept(offered, before, order.licence(), order.dryRun());
    }
    try (DeliveryFolder.Building building = folder.building()) {
      Files.copy(order.file(), DeliveryFolder.tableIn(building.path()));
      return accept(offered, building);
    }
  }

  private ObservationFile.Order reading(Order order) {
    Geography geography = geographies.geography();
    if (!geography.vintages().contains(order.vintage())) {
      throw RefusedException.of(
          order.name(),
          "vintage",
          "la géographie %d n'est pas connue ici (connues : %s) : importer sa liste de communes et les passages jusqu'à %d (import territories), ou dire une autre année (--vintage)"
              .formatted(order.vintage(), geography.vintages(), geography.vintage()));
    }
    return new ObservationFile.Order(
        order.format(), indicators(), geography, order.vintage(), order.period(), order.covers());
  }

  /** Nothing is written: it was only to be checked, or is there already. */
  private Report kept(
      Delivery offered, Optional<Delivery> standing, Optional<Licence> licence, boolean dryRun) {
    Delivery before = standing.orElse(offered);
    if (dryRun) {
      return new Report(before, Outcome.DRY_RUN);
    }
    if (licence.isEmpty() || before.licence().equals(licence)) {
      return new Report(before, Outcome.UNCHANGED);
    }
    store.declareLicence(before.receipt(), licence.get(), clock.instant());
    refresh();
    return new Report(find(before.receipt()).orElseThrow(), Outcome.LICENCE_DECLARED);
  }

  private Delivery delivery(Order order, ObservationFile.Read read, Findings findings)
      throws IOException {
    String sha = SourceFile.sha256(order.file());
    return new Delivery(
        free(Receipt.of(order, sha)),
        order.series(),
        order.format().name(),
        order.name(),
        sha,
        order.supplier(),
        order.vintage(),
        order.period().map(Period::toString).orElse(""),
        order.issued(),
        order.licence(),
        licensed(order.licence()),
        order.opens(),
        read.indicators(),
        read.observations(),
        findings.remarks(),
        clock.instant(),
        Optional.empty(),
        order.format().method());
  }

  private Optional<Delivery.Licensing> licensed(Optional<Licence> licence) {
    return licence.map(any -> Delivery.Licensing.at(clock.instant()));
  }

  /** One taken back leaves its own to another. */
  private String free(String receipt) {
    return Receipt.free(receipt, name -> find(name).flatMap(Delivery::withdrawn).isPresent());
  }

  /** Keeps a file that was refused, with why: in the folder {@code refused}, for inspection. */
  void refuse(String fiche, String supplier, Path file, String name, RefusedException why)
      throws IOException {
    String sha = SourceFile.sha256(file);
    String report =
        why.faults().stream()
            .map(each -> each.place() + " : " + each.rule() + " : " + each.message())
            .collect(Collectors.joining("\n"));
    folder.refuse(Receipt.of(sha), file, name, report);
    store.refuse(fiche, supplier, name, sha, report, clock.instant());
  }

  /** Year of the geographic code of the territories in use. */
  public int vintage() {
    return geographies.geography().vintage();
  }

  /**
   * Takes a delivery back: what was published before it is published again.
   *
   * @return whether there was one to take back
   */
  public boolean withdraw(String receipt, String reason) {
    boolean done = store.withdraw(receipt, reason, clock.instant());
    refresh();
    return done;
  }
}
