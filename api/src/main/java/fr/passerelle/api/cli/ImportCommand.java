package fr.passerelle.api.cli;

import fr.passerelle.api.Service;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.release.Import;
import fr.passerelle.vocab.release.ImportReport;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.rncp.RncpFile;
import fr.passerelle.vocab.rome.RomeFile;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Imports an official file and publishes it as a release of its edition. */
@Command(
    name = "import",
    description = "Lit un fichier officiel, le contrôle et le publie comme nouvelle version.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  @Mixin private final Installation installation = new Installation();

  @Parameters(index = "0", paramLabel = "SORTE", description = "${COMPLETION-CANDIDATES}")
  private Kind kind = Kind.ROME;

  @Parameters(index = "1", paramLabel = "FICHIER", description = "Le fichier tel qu'il est publié.")
  private Path file = Path.of("");

  @Option(
      names = "--licence",
      paramLabel = "CODE",
      description =
          "Licence des données (etalab-2.0, odbl-1.0, ...) ; par défaut, celle du profil. Sans"
              + " licence, la version est conservée mais rien n'en est public.")
  private @Nullable String licence;

  @Option(names = "--dry-run", description = "Contrôle et compare sans rien écrire.")
  private boolean dryRun;

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What can be imported. */
  enum Kind {
    /** ROME 4.0, the zip of France Travail. */
    ROME,
    /** RNCP and RS, the zip of CSV files or the XML V4 of France compétences. */
    RNCP
  }

  @Override
  public Integer call() throws IOException {
    Optional<Licence> declared = licence();
    Findings findings = new Findings();
    List<Release> releases =
        switch (kind) {
          case ROME -> List.of(RomeFile.read(file, findings));
          case RNCP -> RncpFile.read(Origin.of(file), findings);
        };
    try (Database database = installation.open(Role.COMMAND)) {
      Vocabularies vocabularies = Service.vocabularies(installation.folder(), database);
      for (Release release : releases) {
        Optional<Licence> effective =
            declared.isPresent()
                ? declared
                : installation.profile().licenceOf(release.edition().id());
        ImportReport report =
            vocabularies.publish(new Import(release, findings, effective, dryRun));
        new ReportPrinter(spec.commandLine().getOut()).print(report);
      }
    }
    return Passerelle.DONE;
  }

  private Optional<Licence> licence() {
    if (licence == null) {
      return Optional.empty();
    }
    return Optional.of(
        Licence.find(licence)
            .orElseThrow(() ->
                RefusedException.of(
                    "--licence",
                    "licence",
                    "licence inconnue « " + licence + " » ; connues : " + Licence.codes())));
  }
}
