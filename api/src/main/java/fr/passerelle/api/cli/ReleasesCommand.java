package fr.passerelle.api.cli;

import fr.passerelle.api.Service;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.release.StoredRelease;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the releases kept and says which is published. */
@Command(
    name = "releases",
    description = "Montre les versions conservées ; * : publiée, ? : en attente d'une décision.",
    mixinStandardHelpOptions = true)
final class ReleasesCommand implements Callable<Integer> {
  @Mixin private final Installation installation = new Installation();
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = installation.open(Role.COMMAND)) {
      out.printf(
          Locale.FRANCE,
          "  %-14s %-12s %-10s %9s  %-10s %s%n",
          "édition",
          "version",
          "date",
          "concepts",
          "licence",
          "source");
      for (StoredRelease each : Service.vocabularies(installation.folder(), database).list()) {
        out.printf(
            Locale.FRANCE,
            "%s %-14s %-12s %-10s %,9d  %-10s %s%s%n",
            each.published() ? "*" : each.waiting() ? "?" : " ",
            each.edition(),
            each.release(),
            each.issued(),
            each.concepts(),
            each.licence().map(Licence::code).orElse("aucune"),
            each.sourceName(),
            each.sample() ? " (échantillon)" : "");
      }
    }
    out.flush();
    return Passerelle.DONE;
  }
}
