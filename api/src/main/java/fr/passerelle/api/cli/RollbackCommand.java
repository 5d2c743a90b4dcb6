package fr.passerelle.api.cli;

import fr.passerelle.api.Service;
import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.release.StoredRelease;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes an earlier release again. */
@Command(
    name = "rollback",
    description = "Publie à nouveau la version précédente d'une édition, ou celle que l'on nomme.",
    mixinStandardHelpOptions = true)
final class RollbackCommand implements Callable<Integer> {
  @Mixin private final Installation installation = new Installation();

  @Parameters(index = "0", paramLabel = "ÉDITION", description = "Par exemple rome-4.")
  private String edition = "";

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "Version à publier, parmi celles que « releases » montre.")
  private @Nullable String to;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Database database = installation.open(Role.COMMAND)) {
      StoredRelease now =
          Installation.trail(database)
              .witness(
                  Signature.COMMAND,
                  AuditAction.RELEASE_ROLLED_BACK,
                  "release/" + edition,
                  subject -> rollback(database, subject));
      spec.commandLine().getOut().println("Publié : " + now.edition() + " " + now.release());
      spec.commandLine().getOut().flush();
    }
    return Passerelle.DONE;
  }

  private StoredRelease rollback(Database database, AuditTrail.Subject subject) {
    StoredRelease now =
        Service.vocabularies(installation.folder(), database)
            .rollback(edition, Optional.ofNullable(to));
    subject.is("release/" + now.edition() + "/" + now.release());
    return now;
  }
}
