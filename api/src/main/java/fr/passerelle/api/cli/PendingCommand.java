package fr.passerelle.api.cli;

import fr.passerelle.api.Service;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.release.PendingChange;
import fr.passerelle.vocab.release.Stabilisation;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists what the last deliveries of an edition bring that is not settled. */
@Command(
    name = "pending",
    description = "Montre les changements livrés qui ne sont pas encore stables.",
    mixinStandardHelpOptions = true)
final class PendingCommand implements Callable<Integer> {
  @Mixin private final Installation installation = new Installation();

  @Parameters(index = "0", paramLabel = "ÉDITION", description = "Par exemple rncp.")
  private String edition = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    Stabilisation rule =
        installation
            .profile()
            .stabilisationOf(edition)
            .orElseThrow(() ->
                RefusedException.of(
                    edition,
                    "stabilisation",
                    "le profil ne stabilise pas cette édition : tout est publié comme il vient"));
    try (Database database = installation.open(Role.COMMAND)) {
      print(Service.vocabularies(installation.folder(), database).listPending(edition, rule));
    }
    return Passerelle.DONE;
  }

  private void print(List<PendingChange> pending) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.FRANCE, "%,d changements en attente%n", pending.size());
    for (PendingChange each : pending) {
      out.printf(
          Locale.FRANCE,
          "  %-12s %s « %s », %d fois de suite depuis le %s%s%n",
          each.kind().words(),
          each.what(),
          each.label(),
          each.times(),
          each.since(),
          each.held() ? ", attend un autre changement" : "");
    }
    out.flush();
  }
}
