package fr.passerelle.api.cli;

import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.Authors;
import java.io.PrintWriter;
import java.time.Clock;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the law gives the authors of studies: to be erased. */
@Command(
    name = "author",
    description = "Auteurs des études : effacer une personne qui le demande.",
    mixinStandardHelpOptions = true,
    subcommands = HelpCommand.class)
final class AuthorCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "erase",
      mixinStandardHelpOptions = true,
      description =
          "Efface une personne de toutes les études, de leur histoire et de la recherche ; les"
              + " fiches gardent le reste. Ni moisson ni dépôt ne la ramène.")
  int erase(
      @Mixin Installation at,
      @Parameters(
              paramLabel = "NOM|ORCID",
              description = "Nom et prénom, dans un ordre quelconque, ou ORCID.")
          String author,
      @Option(names = "--dry-run", description = "Dit ce qui serait effacé, sans rien écrire.")
          boolean dryRun) {
    Authors.check(author);
    try (StudyStore store = new StudyStore(at)) {
      // Of who is erased the trail says nothing: it would be the one place that still names them.
      Authors.Erasure erasure =
          store
              .trail()
              .witness(
                  !dryRun,
                  Actor.COMMAND.by(),
                  AuditAction.AUTHOR_ERASED,
                  "author",
                  subject ->
                      new Authors(store.studies(), Clock.systemUTC())
                          .erase(Actor.COMMAND, author, dryRun));
      print(erasure, dryRun);
    }
    return Passerelle.DONE;
  }

  private void print(Authors.Erasure erasure, boolean dryRun) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s de %d études (%d lignes du journal).%n",
        dryRun ? "Serait effacé" : "Effacé", erasure.studies().size(), erasure.events());
    erasure.studies().forEach(each -> out.println("    " + each));
    if (!erasure.mentioned().isEmpty()) {
      out.println(
          "  Le nom est aussi dans un titre, un résumé ou une note, à corriger à la main :");
      erasure.mentioned().forEach(each -> out.println("    " + each));
    }
    if (!dryRun) {
      out.println("  Les sauvegardes d'avant le gardent jusqu'à leur terme.");
    }
    out.flush();
  }
}
