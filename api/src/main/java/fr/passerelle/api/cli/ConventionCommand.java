package fr.passerelle.api.cli;

import fr.passerelle.catalog.agreement.Convention;
import fr.passerelle.catalog.agreement.Conventions;
import fr.passerelle.catalog.agreement.Fiche;
import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.observation.source.IndicatorsFile;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the operator does with conventions: keeps them, and looks at what is late or ends. */
@Command(
    name = "convention",
    description = "Conventions et fiches navettes : les garder, voir ce qui tarde ou expire.",
    mixinStandardHelpOptions = true,
    subcommands = HelpCommand.class)
final class ConventionCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "put",
      mixinStandardHelpOptions = true,
      description = "Garde une convention et ses fiches (YAML), à la place de la précédente.")
  int put(
      @Mixin Installation at,
      @Parameters(paramLabel = "FICHIER", description = "La convention.") Path file)
      throws IOException {
    String text = Files.readString(file);
    try (Database database = at.open(Role.COMMAND)) {
      Convention kept = conventions(database).put(String.valueOf(file.getFileName()), text);
      out().printf("%s : gardée, %d fiches.%n", kept.id(), kept.fiches().size());
      out().flush();
    }
    return Passerelle.DONE;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Montre conventions et fiches, ce qui tarde, ce qui expire, ce qui est bloqué.")
  int list(
      @Mixin Installation at,
      @Option(names = "--late", description = "Seulement les fiches dont une livraison tarde.")
          boolean late) {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    try (Database database = at.open(Role.COMMAND)) {
      Geographies geographies =
          Geographies.open(database.dataSource(), at.folder().releases(), Clock.systemUTC());
      // Its reader uses the database, which is closed below.
      geographies.geography();
      List<Delivery> deliveries =
          Deliveries.open(
                  database.dataSource(), at.folder().deliveries(), geographies, Clock.systemUTC())
              .list();
      for (Convention each : conventions(database).list()) {
        if (!late) {
          out()
              .printf(
                  "%s : %s, %s, du %s au %s%s%n",
                  each.id(),
                  each.title(),
                  each.supplier(),
                  each.begins(),
                  each.ends(),
                  each.ending(today) ? " (EXPIRE)" : "");
        }
        each.fiches().stream()
            .filter(fiche -> !late || isLate(fiche, deliveries, today))
            .forEach(fiche -> print(fiche, deliveries, today));
      }
    }
    out().flush();
    return Passerelle.DONE;
  }

  private void print(Fiche fiche, List<Delivery> deliveries, LocalDate today) {
    out()
        .printf(
            "  %-30s %-10s %s%s%s%n",
            fiche.id(),
            fiche.state().id(),
            last(fiche, deliveries).map(each -> "livrée le " + day(each)).orElse("jamais livrée"),
            isLate(fiche, deliveries, today) ? " (EN RETARD)" : "",
            fiche.reason().isEmpty() ? "" : " : " + fiche.reason());
  }

  private static boolean isLate(Fiche fiche, List<Delivery> deliveries, LocalDate today) {
    return fiche.state().delivers()
        && fiche
            .lastDue(today)
            .filter(due ->
                last(fiche, deliveries)
                    .filter(each -> !day(each).isBefore(due.minusMonths(1)))
                    .isEmpty())
            .isPresent();
  }

  private static LocalDate day(Delivery delivery) {
    return LocalDate.ofInstant(delivery.acceptedAt(), ZoneOffset.UTC);
  }

  private static Optional<Delivery> last(Fiche fiche, List<Delivery> deliveries) {
    return deliveries.stream()
        .filter(each -> each.series().equals(fiche.id()) && each.withdrawn().isEmpty())
        .reduce((earlier, later) -> later);
  }

  private static Conventions conventions(Database database) {
    return new Conventions(database.dataSource(), IndicatorsFile.bundled(), Clock.systemUTC());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
