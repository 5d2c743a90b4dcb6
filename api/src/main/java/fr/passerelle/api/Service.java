package fr.passerelle.api;

import fr.passerelle.catalog.profile.Profile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Database;
import fr.passerelle.vocab.release.Import;
import fr.passerelle.vocab.release.PublicationWatch;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.sample.Sample;
import fr.passerelle.vocab.source.Findings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * The running service: the database of a data folder, what is published in it, and the channels.
 *
 * <p>Closing it stops the channels first and the database last.
 */
public final class Service implements AutoCloseable {
  private final Database database;
  private final Vocabularies vocabularies;
  private final PublicationWatch watch;
  private final ApplicationContext context;
  private final String address;

  private Service(
      Database database,
      Vocabularies vocabularies,
      PublicationWatch watch,
      ApplicationContext context,
      String address) {
    this.database = database;
    this.vocabularies = vocabularies;
    this.watch = watch;
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
   */
  public record Settings(DataFolder folder, Profile profile, int port, String host, String base) {}

  /**
   * Starts the service on an open database, which it then owns.
   *
   * @throws IOException if the sample cannot be stored
   */
  public static Service start(Settings settings, Database database) throws IOException {
    Vocabularies vocabularies = vocabularies(settings.folder(), database);
    if (vocabularies.isEmpty()) {
      loadSample(vocabularies);
    }
    vocabularies.reload();
    int port = settings.port() == 0 ? FreePort.find() : settings.port();
    String address = settings.base().isEmpty() ? "http://localhost:" + port : settings.base();
    Instance instance = new Instance(settings.profile(), address, settings.folder().dumps());
    ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .properties(
                Map.of("micronaut.server.port", port, "micronaut.server.host", settings.host()))
            .singletons(instance, vocabularies, instance.uris())
            .start();
    context.getBean(EmbeddedServer.class).start();
    PublicationWatch watch = PublicationWatch.start(database.jdbcUrl(), vocabularies::reload);
    return new Service(database, vocabularies, watch, context, "http://localhost:" + port);
  }

  /** The vocabularies of a data folder. */
  public static Vocabularies vocabularies(DataFolder folder, Database database) {
    return new Vocabularies(
        database.dataSource(), folder.releases(), folder.index(), Clock.systemUTC());
  }

  private static void loadSample(Vocabularies vocabularies) throws IOException {
    for (Sample.Part part : Sample.parts()) {
      vocabularies.publish(
          new Import(
              part.release(), new Findings(), Optional.of(part.licence()), /* dryRun= */ false));
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

  @Override
  public void close() {
    watch.close();
    context.close();
    database.close();
  }
}
