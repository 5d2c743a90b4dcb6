package fr.passerelle.api.cli;

import fr.passerelle.catalog.agreement.Convention;
import fr.passerelle.catalog.agreement.Conventions;
import fr.passerelle.catalog.agreement.Fiche;
import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.delivery.Definitions;
import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.delivery.SealedSupplies;
import fr.passerelle.catalog.delivery.Supplies;
import fr.passerelle.catalog.delivery.SupplyFollowUp;
import fr.passerelle.catalog.delivery.SupplyFollowUp.Punctuality;
import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
      Convention kept =
          Installation.trail(database)
              .witness(
                  Signature.COMMAND,
                  AuditAction.CONVENTION_PUT,
                  "convention",
                  subject -> put(database, String.valueOf(file.getFileName()), text, subject));
      out().printf("%s : gardée, %d fiches.%n", kept.id(), kept.fiches().size());
      out().flush();
    }
    return Passerelle.DONE;
  }

  private static Convention put(
      Database database, String file, String text, AuditTrail.Subject subject) {
    Convention kept = conventions(database).put(file, text);
    subject.is("convention/" + kept.id());
    return kept;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Montre conventions et fiches, ce qui tarde, ce qui expire, ce qui est bloqué.")
  int list(
      @Mixin Installation at,
      @Option(names = "--late", description = "Seulement les fiches dont une livraison tarde.")
          boolean late) {
    try (Database database = at.open(Role.COMMAND)) {
      Geographies geographies =
          Geographies.open(database.dataSource(), at.folder().releases(), Clock.systemUTC());
      // Its reader uses the database, which is closed below.
      geographies.geography();
      Deliveries deliveries =
          Deliveries.open(
              database.dataSource(), at.folder().deliveries(), geographies, Clock.systemUTC());
      SupplyFollowUp all =
          Supplies.open(
                  database.dataSource(),
                  deliveries,
                  SealedSupplies.Places.in(at.folder().root()),
                  Clock.systemUTC())
              .followUp();
      all.conventions().forEach(each -> print(each, late));
      if (!late) {
        print(all.figures());
      }
    }
    out().flush();
    return Passerelle.DONE;
  }

  private void print(SupplyFollowUp.OfConvention each, boolean late) {
    Convention convention = each.convention();
    if (!late) {
      out()
          .printf(
              "%s : %s, %s, du %s au %s%s%n",
              convention.id(),
              convention.title(),
              convention.supplier(),
              convention.begins(),
              convention.ends(),
              each.ending() ? " (EXPIRE)" : "");
    }
    each.fiches().stream()
        .filter(fiche -> !late || fiche.punctuality() == Punctuality.LATE)
        .forEach(this::print);
  }

  private void print(SupplyFollowUp.OfFiche each) {
    Fiche fiche = each.fiche();
    out()
        .printf(
            "  %-30s %-10s %s%s%s%n",
            fiche.id(),
            fiche.state().id(),
            each.delivered().map(day -> "livrée le " + day).orElse("jamais livrée"),
            switch (each.punctuality()) {
              case LATE -> " (EN RETARD, attendue le " + each.due().orElseThrow() + ")";
              case CAME_LATE -> " (après le " + each.due().orElseThrow() + ")";
              case ON_TIME, NOT_DUE -> "";
            },
            fiche.reason().isEmpty() ? "" : " : " + fiche.reason());
  }

  private void print(SupplyFollowUp.Figures figures) {
    out()
        .printf(
            "%d indicateurs sur %d calculables, %d livraisons (%d valeurs), %d conventions en cours"
                + " dont %d qui expirent, %d points bloqués, %d fiches à l'heure, %d en retard.%n",
            figures.computable(),
            figures.indicators(),
            figures.deliveries(),
            figures.observations(),
            figures.conventions(),
            figures.ending(),
            figures.blocked(),
            figures.onTime(),
            figures.late());
  }

  private static Conventions conventions(Database database) {
    Definitions definitions = new Definitions(database.dataSource(), Clock.systemUTC());
    return new Conventions(database.dataSource(), definitions::list, Clock.systemUTC());
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
