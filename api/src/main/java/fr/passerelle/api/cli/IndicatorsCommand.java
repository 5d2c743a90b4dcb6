package fr.passerelle.api.cli;

import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.delivery.Definitions;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Definitions of indicators: those of the product, and those of the region beside them. */
@Command(
    name = "indicators",
    description = "Définitions d'indicateurs : les montrer, ajouter celles de la région.",
    mixinStandardHelpOptions = true,
    subcommands = HelpCommand.class)
final class IndicatorsCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "put",
      mixinStandardHelpOptions = true,
      description =
          "Ajoute les définitions d'un fichier CSV, ou en change les mots ; « indicators list » en"
              + " montre la forme.")
  int put(
      @Mixin Installation at,
      @Parameters(paramLabel = "FICHIER", description = "Les définitions (CSV).") Path file)
      throws IOException {
    try (Database database = at.open(Role.COMMAND)) {
      List<Indicator> put =
          Installation.trail(database)
              .witness(
                  Signature.COMMAND,
                  AuditAction.INDICATORS_PUT,
                  "indicators",
                  subject -> new Definitions(database.dataSource(), Clock.systemUTC()).put(file));
      PrintWriter out = spec.commandLine().getOut();
      put.forEach(each -> out.println(each.id() + " : " + each.title()));
      out.flush();
    }
    return Passerelle.DONE;
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Montre toutes les définitions, dans la forme que « indicators put » lit.")
  int list(@Mixin Installation at) throws IOException {
    try (Database database = at.open(Role.COMMAND)) {
      PrintWriter out = spec.commandLine().getOut();
      new Definitions(database.dataSource(), Clock.systemUTC()).write(out);
      out.flush();
    }
    return Passerelle.DONE;
  }
}
