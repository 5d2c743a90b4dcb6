package fr.passerelle.api.cli;

import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.audit.AuditEntry;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.RefusedException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the audit trail, the latest first. */
@Command(
    name = "audit",
    description = "Montre le journal des écritures (qui, quand, quoi, issue), conservé un an.",
    mixinStandardHelpOptions = true)
final class AuditCommand implements Callable<Integer> {
  @Mixin private final Installation installation = new Installation();

  @Option(
      names = "--action",
      paramLabel = "MOT",
      description = "Seulement celles-là, par exemple key-added ou study-deposited.")
  private @Nullable String action;

  @Option(names = "--limit", paramLabel = "N", description = "Combien (par défaut : 50).")
  private int limit = 50;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Optional<AuditAction> only = Optional.ofNullable(action).map(AuditCommand::known);
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = installation.open(Role.COMMAND)) {
      Installation.trail(database)
          .list(Long.MAX_VALUE, Math.max(1, limit), only)
          .forEach(each -> print(each, out));
    }
    out.flush();
    return Passerelle.DONE;
  }

  private static AuditAction known(String word) {
    return AuditAction.find(word)
        .orElseThrow(() ->
            RefusedException.of(
                "--action",
                "action",
                "action inconnue « " + word + " » ; connues : " + AuditAction.ids()));
  }

  private static void print(AuditEntry each, PrintWriter out) {
    out.printf(
        "%s  %-22s %-40s %s%s, %s%n",
        each.at(),
        each.action().id(),
        each.subject(),
        each.outcome().id(),
        each.rule().isEmpty() ? "" : " (" + each.rule() + ")",
        each.by().author() + " par " + each.by().means());
  }
}
