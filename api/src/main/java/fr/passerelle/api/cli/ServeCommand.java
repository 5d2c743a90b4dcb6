package fr.passerelle.api.cli;

import fr.passerelle.api.Service;
import fr.passerelle.catalog.profile.Profile;
import fr.passerelle.database.DataFolder;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.release.ReadAhead;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the service and keeps it until the process is told to end. */
@Command(
    name = "serve",
    description = "Démarre le service ; Ctrl-C arrête tout.",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Mixin private final Installation installation = new Installation();

  @Option(names = "--port", paramLabel = "N", description = "Port HTTP (par défaut : 8080).")
  private int port = 8080;

  @Option(
      names = "--host",
      paramLabel = "ADRESSE",
      description = "Adresse d'écoute (par défaut : 127.0.0.1 ; 0.0.0.0 pour toutes).")
  private String host = "127.0.0.1";

  @Option(
      names = "--base",
      paramLabel = "URL",
      description =
          "Adresse publique du service, sans barre finale (par défaut : http://localhost:PORT).")
  private String base = "";

  @Option(
      names = "--rate-limit",
      paramLabel = "N",
      description =
          "Points par minute d'une adresse sans clé, une requête ordinaire en comptant un ; 0 :"
              + " sans limite (par défaut : celle du profil).")
  private @Nullable Integer perMinute;

  @Option(
      names = "--management-port",
      paramLabel = "N",
      description =
          "Port de /metrics (Prometheus), sur cette machine seulement (par défaut : aucun).")
  private int managementPort;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws Exception {
    Profile profile = profile();
    Service.Settings settings =
        new Service.Settings(installation.folder(), profile, port, host, base, managementPort);
    Service service =
        Service.start(settings, () -> installation.open(Role.SERVICE), ahead(settings.folder()));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> {
              service.close();
              stopped.countDown();
            }));
    announce(service, profile);
    stopped.await();
    return Passerelle.DONE;
  }

  private Profile profile() throws IOException {
    Profile said = installation.profile();
    return perMinute == null ? said : said.with(said.access().withPerMinute(perMinute));
  }

  private ReadAhead ahead(DataFolder folder) {
    Passerelle command = (Passerelle) spec.root().userObject();
    return command.headStart().of(folder);
  }

  private void announce(Service service, Profile profile) {
    PrintWriter out = spec.commandLine().getOut();
    String address = service.address();
    out.println("Passerelle répond pour " + profile.region().name() + " :");
    out.println("  pages       " + address + "/");
    out.println("  REST        " + address + "/api/v1/vocabs");
    out.println("  GraphQL     " + address + "/graphql");
    out.println("  RDF         " + address + "/id/vocab/rome-4");
    out.println("  état        " + address + "/health");
    for (PublishedRelease each : service.vocabularies().snapshot().releases()) {
      out.println("  publié      " + each.citation());
    }
    if (profile.provisional()) {
      out.println(
          "Les URI dépendent de cette adresse : pour des URI durables, donner des bases dans un"
              + " profil (--profile).");
    }
    out.flush();
  }
}
