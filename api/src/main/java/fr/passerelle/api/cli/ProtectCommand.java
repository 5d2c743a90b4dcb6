package fr.passerelle.api.cli;

import fr.passerelle.catalog.secrecy.ProtectedFile;
import fr.passerelle.catalog.secrecy.protecting.KeyFolder;
import fr.passerelle.catalog.secrecy.protecting.ProtectRun;
import fr.passerelle.catalog.secrecy.sealing.Seal;
import fr.passerelle.catalog.secrecy.sealing.SealedInbox;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.catalog.territory.source.TerritoryFiles;
import fr.passerelle.catalog.territory.store.PublishedParts;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Protects raw figures: a process of its own, without the service, its database or HTTP, which
 * alone holds the private key and the secret. Run by another user where there is one.
 */
@Command(
    name = "protect",
    description =
        "Secret statistique : fait les clés, protège les livraisons scellées. À lancer sous un"
            + " autre utilisateur que le service, si possible.",
    mixinStandardHelpOptions = true,
    subcommands = HelpCommand.class)
final class ProtectCommand implements Runnable {
  /** Word by which it is called. */
  static final String WORD = "protect";

  /** As the service calls it: the data folder is read, never made. */
  private static final String RELEASES = "releases";

  private static final String FOLDER =
      "Dossier de clés, hors du dossier de données, lisible par son seul propriétaire.";

  private static final String DATA =
      "Dossier de données du service (par défaut : data, à côté du lanceur).";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }

  @Command(
      name = "keys",
      mixinStandardHelpOptions = true,
      description = "Fait les clés, une fois pour toutes, et donne la clé publique au service.")
  int keys(
      @Option(names = "--folder", required = true, paramLabel = "DOSSIER", description = FOLDER)
          Path folder,
      @Option(names = "--data", paramLabel = "DOSSIER", description = DATA) @Nullable Path data)
      throws IOException {
    String publicKey = KeyFolder.make(folder, data(data));
    PrintWriter out = spec.commandLine().getOut();
    Path given = data(data).resolve(Seal.FILE);
    try {
      Files.createDirectories(data(data));
      Files.writeString(given, publicKey + "\n", StandardOpenOption.CREATE_NEW);
      out.println("Clé publique, donnée au service (" + given.getFileName() + ") :");
    } catch (IOException e) {
      // Another user's folder, or an earlier key: what was sealed with that one is still to be
      // read.
      out.println(
          "Clé publique, à écrire dans " + given + " pour que le service scelle par elle :");
    }
    out.println(publicKey);
    out.println(
        "La clé privée et le secret sont dans ce dossier et nulle part ailleurs : en garder une"
            + " copie en lieu sûr. Perdus, les livraisons scellées ne s'ouvrent plus et les mêmes"
            + " chiffres ne seraient plus protégés de même.");
    out.flush();
    return Passerelle.DONE;
  }

  @Command(
      name = "run",
      mixinStandardHelpOptions = true,
      description = "Protège les livraisons scellées qui attendent.")
  int run(
      @Option(names = "--folder", required = true, paramLabel = "DOSSIER", description = FOLDER)
          Path folder,
      @Option(names = "--data", paramLabel = "DOSSIER", description = DATA) @Nullable Path data,
      @Option(
              names = "--inbox",
              paramLabel = "DOSSIER",
              description = "Où elles attendent (par défaut : sealed, dans le dossier de données).")
          @Nullable Path inbox,
      @Option(
              names = "--outbox",
              paramLabel = "DOSSIER",
              description =
                  "Où vont les tableaux protégés et les rapports (par défaut : protected, dans le"
                      + " dossier de données).")
          @Nullable Path outbox,
      @Option(
              names = "--territories",
              paramLabel = "FICHIER",
              description =
                  "Fichiers officiels des territoires, ceux de « import territories » ; par défaut,"
                      + " ceux que le service publie.")
          List<Path> territories,
      @Option(
              names = "--changed-territories",
              description =
                  "Les territoires publiés ont changé depuis la dernière fois, et c'est voulu.")
          boolean changed)
      throws IOException {
    KeyFolder keys = KeyFolder.open(folder, data(data));
    ProtectRun run =
        new ProtectRun(
            keys,
            new SealedInbox(inbox == null ? data(data).resolve(SealedInbox.FOLDER) : inbox),
            outbox == null ? data(data).resolve(ProtectedFile.FOLDER) : outbox,
            territories == null || territories.isEmpty()
                ? published(keys, new PublishedParts(data(data).resolve(RELEASES)), changed)
                : geography(territories));
    return print(run.run(), spec.commandLine().getOut());
  }

  private static int print(List<ProtectRun.Outcome> outcomes, PrintWriter out) {
    boolean sound = true;
    for (ProtectRun.Outcome each : outcomes) {
      sound &= each.file().isPresent();
      out.println(
          each.name()
              + each.file()
                  .map(file -> " : protégée, " + file.getFileName())
                  .orElse(" : refusée, rien n'en est publié"));
      each.faults().forEach(fault -> out.println("  " + fault));
    }
    if (outcomes.isEmpty()) {
      out.println("Aucune livraison n'attend.");
    }
    out.flush();
    return sound ? Passerelle.DONE : Passerelle.REFUSED;
  }

  private static Path data(@Nullable Path told) {
    return told == null ? Installation.USUAL_DATA : told;
  }

  private static Geography published(KeyFolder keys, PublishedParts parts, boolean changed)
      throws IOException {
    keys.admit(parts.hash(), changed);
    return parts.geography();
  }

  private static Geography geography(List<Path> files) throws IOException {
    Findings findings = new Findings();
    return Geography.of(
        TerritoryFiles.read(files, TerritoryFiles.Order.NONE, findings).parts().stream()
            .map(part ->
                new Geography.Source(
                    part,
                    new Zoning.Origin(
                        part.head().edition(),
                        part.head().release(),
                        part.head().issued(),
                        part.head().author(),
                        // Nothing of them is published here.
                        Licence.ODBL_1_0,
                        /* sample= */ false),
                    part.head().release()))
            .toList());
  }
}
