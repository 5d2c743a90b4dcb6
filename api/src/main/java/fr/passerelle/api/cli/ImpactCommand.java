package fr.passerelle.api.cli;

import fr.passerelle.api.Service;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.release.Impact;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says who is touched by a release: what must be indexed anew. */
@Command(
    name = "impact",
    description = "Montre ce qui utilise les codes retirés ou modifiés par une version.",
    mixinStandardHelpOptions = true)
final class ImpactCommand implements Callable<Integer> {
  @Mixin private final Installation installation = new Installation();

  @Parameters(index = "0", paramLabel = "ÉDITION", description = "Par exemple kit-apprentissage.")
  private String edition = "";

  @Option(
      names = "--from",
      paramLabel = "VERSION",
      description = "Version de départ ; par défaut, celle publiée avant.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "VERSION",
      description = "Version d'arrivée, même en attente ; par défaut, celle publiée.")
  private @Nullable String to;

  @Option(
      names = "--xlsx",
      paramLabel = "FICHIER",
      description = "Écrit aussi tous les usages dans un classeur.")
  private @Nullable Path workbook;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (Database database = installation.open(Role.COMMAND)) {
      Impact impact =
          Service.vocabularies(installation.folder(), database)
              .impact(edition, Optional.ofNullable(from), Optional.ofNullable(to));
      new ImpactPrinter(out).print(impact);
      if (workbook != null) {
        ImpactWorkbook.write(impact, workbook);
        out.println("Classeur écrit : " + workbook);
      }
    }
    out.flush();
    return Passerelle.DONE;
  }
}
