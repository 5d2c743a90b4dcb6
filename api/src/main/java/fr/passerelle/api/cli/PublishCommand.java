package fr.passerelle.api.cli;

import fr.passerelle.api.Service;
import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.release.StoredRelease;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a kept release: a person's word for one that removes much. */
@Command(
    name = "publish",
    description = "Publie une version conservée, par exemple une qui attend une décision.",
    mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {
  @Mixin private final Installation installation = new Installation();

  @Parameters(index = "0", paramLabel = "ÉDITION", description = "Par exemple kit-apprentissage.")
  private String edition = "";

  @Parameters(index = "1", paramLabel = "VERSION", description = "Une de « releases ».")
  private String release = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    try (Database database = installation.open(Role.COMMAND)) {
      StoredRelease now =
          Installation.trail(database)
              .witness(
                  Signature.COMMAND,
                  AuditAction.RELEASE_PUBLISHED,
                  "release/" + edition + "/" + release,
                  subject ->
                      Service.vocabularies(installation.folder(), database)
                          .publish(edition, release));
      spec.commandLine().getOut().println("Publié : " + now.edition() + " " + now.release());
      spec.commandLine().getOut().flush();
    }
    return Passerelle.DONE;
  }
}
