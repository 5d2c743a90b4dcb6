package fr.passerelle.api;

import fr.passerelle.api.graphql.TrustedDocuments;
import fr.passerelle.api.http.Cursors;
import fr.passerelle.api.http.Readiness;
import fr.passerelle.api.linkeddata.dcat.Catalogs;
import fr.passerelle.api.linkeddata.sparql.StoreMirror;
import fr.passerelle.api.metrics.Metrics;
import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.delivery.Supplies;
import fr.passerelle.catalog.deposit.Deposits;
import fr.passerelle.catalog.key.Keys;
import fr.passerelle.catalog.profile.Profile;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.catalog.use.Reuses;
import fr.passerelle.catalog.use.UseCounts;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.database.Notifications;
import fr.passerelle.database.Secret;
import fr.passerelle.vocab.release.DroppedCollections;
import fr.passerelle.vocab.release.Import;
import fr.passerelle.vocab.release.PublicationWatch;
import fr.passerelle.vocab.release.ReadAhead;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.sample.Sample;
import fr.passerelle.vocab.source.Findings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running service: the database of a data folder, what is published in it, and the channels.
 *
 * <p>Closing it stops the channels first and the database last.
 */
public final class Service implements AutoCloseable {
  /** Editions that are bundled whole. */
  private static final List<String> COMPLETE = List.of("themes", "regions");

  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  /** What a deposit under way may take; who waits for an end kills after half a minute. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Database database;
  private final Vocabularies vocabularies;
  private final PublicationWatch watch;
  private final Notifications news;
  private final List<Thread> background;
  private final ApplicationContext context;
  private final String address;

  private Service(
      Database database,
      Vocabularies vocabularies,
      PublicationWatch watch,
      Notifications news,
      List<Thread> background,
      ApplicationContext context,
      String address) {
    this.database = database;
    this.vocabularies = vocabularies;
    this.watch = watch;
    this.news = news;
    this.background = List.copyOf(background);
    this.context = context;
    this.address = address;
  }

  /**
   * How to start.
   *
   * @param folder data folder
   * @param profile the region's profile
   * @param port HTTP port; 0 for a free one
   * @param host address to listen on
   * @param base address that the world sees; empty for {@code http://localhost:port}
   * @param managementPort port of metrics, on this machine only; 0 for none
   */
  public record Settings(
      DataFolder folder, Profile profile, int port, String host, String base, int managementPort) {
    /** Without metrics. */
    public Settings(DataFolder folder, Profile profile, int port, String host, String base) {
      this(folder, profile, port, host, base, 0);
    }
  }

  /**
   * Starts the service.
   *
   * @param database opens the database, which the service then owns and closes
   * @throws IOException if the sample cannot be stored
   */
  public static Service start(Settings settings, Supplier<Database> database) throws IOException {
    DataFolder folder = settings.folder();
    return start(settings, database, ReadAhead.begin(folder.releases(), folder.index()));
  }

  /**
   * Starts the service on what is being read of its releases already.
   *
   * @see #start(Settings, Supplier)
   */
  public static Service start(Settings settings, Supplier<Database> database, ReadAhead ahead)
      throws IOException {
    int port = settings.port() == 0 ? FreePort.find() : settings.port();
    String address = settings.base().isEmpty() ? "http://localhost:" + port : settings.base();
    Instance instance = new Instance(settings.profile(), address, settings.folder().dumps());
    // The framework gets ready while PostgreSQL does: each takes about a second.
    FutureTask<ApplicationContext> context =
        new FutureTask<>(() -> context(settings.host(), port, instance));
    Thread.ofPlatform().name("context").start(context);
    Database opened = open(database, ahead);
    try {
      Vocabularies vocabularies =
          new Vocabularies(
              opened.dataSource(),
              ahead,
              settings.folder().index(),
              settings.profile().permissions(),
              Clock.systemUTC());
      loadBundled(vocabularies);
      vocabularies.reload();
      ApplicationContext ready = context.get();
      ready.registerSingleton(vocabularies);
      ready.registerSingleton(new Keys(opened.dataSource(), Clock.systemUTC()));
      AuditTrail trail = new AuditTrail(opened.dataSource(), Clock.systemUTC());
      ready.registerSingleton(trail);
      ready.registerSingleton(new DroppedCollections(vocabularies));
      ready.registerSingleton(new Deposits(vocabularies, instance.uris(), Clock.systemUTC()));
      ready.registerSingleton(
          TrustedDocuments.read(
              settings.folder().documents(), settings.profile().trustedDocumentsOnly()));
      ready.registerSingleton(new Cursors(Secret.of(opened.dataSource(), "cursor")));
      Geographies geographies =
          TerritoryService.register(ready, opened.dataSource(), settings.folder());
      Deliveries deliveries =
          FigureService.register(ready, opened.dataSource(), settings.folder(), geographies);
      Studies studies =
          StudyService.register(
              ready, opened.dataSource(), vocabularies, geographies, settings.profile());
      Reuses reuses = ready.getBean(Reuses.class);
      ready.getBean(EmbeddedServer.class).start();
      ready.getBean(StoreMirror.class).begin();
      PublicationWatch watch = PublicationWatch.start(opened.jdbcUrl(), vocabularies);
      Notifications news =
          Notifications.listen(
              opened.jdbcUrl(),
              Stream.of(
                      Studies.channels(),
                      Geographies.channels(),
                      Deliveries.channels(),
                      Reuses.channels())
                  .flatMap(List::stream)
                  .toList(),
              () -> {
                geographies.refresh();
                deliveries.refresh();
                studies.refresh();
                reuses.refresh();
              });
      List<Thread> background =
          List.of(
              WarmUp.start(vocabularies, ready.getBean(Catalogs.class)),
              SupplyWatch.start(ready.getBean(Supplies.class), trail));
      if (settings.managementPort() > 0) {
        ready.getBean(Metrics.class).serve(settings.managementPort());
      }
      return new Service(
          opened, vocabularies, watch, news, background, ready, "http://localhost:" + port);
    } catch (InterruptedException | ExecutionException e) {
      opened.close();
      throw new IllegalStateException("le service n'a pas pu démarrer", e);
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private static Database open(Supplier<Database> database, ReadAhead ahead) {
    try {
      return database.get();
    } catch (RuntimeException e) {
      ahead.close();
      throw e;
    }
  }

  private static ApplicationContext context(String host, int port, Instance instance) {
    return ApplicationContext.builder()
        .banner(false)
        .deduceEnvironment(false)
        .properties(Map.of("micronaut.server.port", port, "micronaut.server.host", host))
        .singletons(instance, instance.uris())
        .start();
  }

  /** The vocabularies of a data folder, for commands, which show none of their texts. */
  public static Vocabularies vocabularies(DataFolder folder, Database database) {
    return new Vocabularies(
        database.dataSource(), folder.releases(), folder.index(), Clock.systemUTC());
  }

  /**
   * Loads what is bundled: all of it into an empty store; into another, the complete lists that it
   * lacks (themes, regions), never a sample beside real releases.
   */
  private static void loadBundled(Vocabularies vocabularies) throws IOException {
    Set<String> kept =
        vocabularies.list().stream().map(StoredRelease::edition).collect(Collectors.toSet());
    if (kept.containsAll(COMPLETE)) {
      return;
    }
    for (Sample.Part part : Sample.parts()) {
      boolean sample = part.release().source().sample();
      if (kept.isEmpty() || (!sample && !kept.contains(part.release().edition().id()))) {
        vocabularies.publish(
            new Import(
                part.release(), new Findings(), Optional.of(part.licence()), /* dryRun= */ false));
      }
    }
  }

  /** Where it answers on this machine, without final slash. */
  public String address() {
    return address;
  }

  /** What it publishes. */
  public Vocabularies vocabularies() {
    return vocabularies;
  }

  /** A part of it, for tests that look inside. */
  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    drain();
    background.forEach(Thread::interrupt);
    watch.close();
    news.close();
    context.getBean(UseCounts.class).close();
    context.close();
    database.close();
  }

  /** Takes no connection any more, and lets requests under way be answered. */
  private void drain() {
    context.getBean(Readiness.class).stop();
    try {
      context
          .getBean(GracefulShutdownManager.class)
          .shutdownGracefully()
          .toCompletableFuture()
          .get(GRACE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("des requêtes en cours sont abandonnées : {}", e.toString());
    }
  }
}
