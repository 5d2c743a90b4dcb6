package fr.passerelle.api.cli;

import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.delivery.SealedSupplies;
import fr.passerelle.catalog.delivery.Supplies;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Delivers a file of figures under a fiche navette, for its supplier. */
@Command(
    name = "deliver",
    description = "Livre un fichier d'indicateurs sous une fiche navette, ou retire une livraison.",
    mixinStandardHelpOptions = true)
final class DeliverCommand implements Callable<Integer> {
  @Mixin private final Installation at = new Installation();

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FICHIER",
      description = "CSV ou XLSX, comme la fiche le dit.")
  private @Nullable Path file;

  @Option(names = "--fiche", paramLabel = "NOM", description = "La fiche navette.")
  private String fiche = "";

  @Option(
      names = "--period",
      paramLabel = "PERIODE",
      description = "Période des valeurs, si le format ne la dit pas.")
  private @Nullable String period;

  @Option(
      names = "--vintage",
      paramLabel = "AAAA",
      description = "Année de la géographie communale du fichier.")
  private @Nullable Integer vintage;

  @Option(names = "--validate", description = "Contrôle sans rien déposer.")
  private boolean validate;

  @Option(
      names = "--withdraw",
      paramLabel = "RECU",
      description = "Retire la livraison de ce reçu ; --reason dit pourquoi.")
  private @Nullable String withdrawn;

  @Option(names = "--reason", paramLabel = "TEXTE", description = "Pourquoi elle est retirée.")
  private String reason = "";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try (Database database = at.open(Role.COMMAND)) {
      Geographies geographies =
          Geographies.open(database.dataSource(), at.folder().releases(), Clock.systemUTC());
      // Its reader uses the database, which is closed below.
      geographies.geography();
      Deliveries deliveries =
          Deliveries.open(
              database.dataSource(), at.folder().deliveries(), geographies, Clock.systemUTC());
      Supplies supplies =
          Supplies.open(
              database.dataSource(),
              deliveries,
              SealedSupplies.Places.in(at.folder().root()),
              Clock.systemUTC());
      AuditTrail trail = Installation.trail(database);
      if (withdrawn != null) {
        String receipt = withdrawn;
        witness(
            trail,
            AuditAction.FIGURES_WITHDRAWN,
            "delivery/" + receipt,
            () -> withdraw(supplies, receipt));
      } else {
        witness(trail, AuditAction.FIGURES_DELIVERED, "fiche/" + fiche, () -> deliver(supplies));
      }
    }
    return Passerelle.DONE;
  }

  private interface Write {
    void run() throws IOException;
  }

  private void witness(AuditTrail trail, AuditAction action, String subject, Write write)
      throws IOException {
    trail.<Boolean, IOException>witness(
        !validate,
        Signature.COMMAND,
        action,
        subject,
        any -> {
          write.run();
          return true;
        });
  }

  private void deliver(Supplies supplies) throws IOException {
    if (file == null || fiche.isEmpty()) {
      throw RefusedException.of("--fiche", "fiche", "donner le fichier, et sa fiche par --fiche");
    }
    if (supplies.isRaw(fiche, "")) {
      seal(supplies, file);
      return;
    }
    Findings findings = new Findings();
    Deliveries.Report report =
        supplies.deliver(
            new Supplies.Supply(
                fiche,
                "",
                file,
                String.valueOf(file.getFileName()),
                period(),
                Optional.ofNullable(vintage),
                validate),
            findings);
    ImportIndicators.print(report, findings, spec.commandLine().getOut());
  }

  private void seal(Supplies supplies, Path raw) throws IOException {
    if (validate) {
      throw RefusedException.of(
          "--validate", "validate", "une livraison à protéger n'est lue que par « protect run »");
    }
    try (InputStream bytes = Files.newInputStream(raw)) {
      SealedSupplies.Sealed sealed =
          supplies.seal(fiche, "", period(), Optional.ofNullable(vintage), bytes, Files.size(raw));
      PrintWriter out = spec.commandLine().getOut();
      out.println("Scellée : " + sealed.name() + ", à protéger par « passerelle protect run ».");
      out.flush();
    }
  }

  private Optional<Period> period() {
    if (period == null) {
      return Optional.empty();
    }
    return Optional.of(
        Period.parse(period)
            .orElseThrow(() ->
                RefusedException.of(
                    "--period", "period", "une période comme 2016, 2016-Q4, 2016-2017")));
  }

  private void withdraw(Supplies supplies, String receipt) {
    if (reason.isBlank()) {
      throw RefusedException.of("--reason", "reason", "dire pourquoi la livraison est retirée");
    }
    if (!supplies.withdraw(receipt, "", reason)) {
      throw RefusedException.of(receipt, "receipt", "aucune livraison en usage de ce reçu");
    }
    spec.commandLine().getOut().println("Retirée : ce qui était publié avant l'est à nouveau.");
    spec.commandLine().getOut().flush();
  }
}
