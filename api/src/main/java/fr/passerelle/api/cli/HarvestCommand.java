package fr.passerelle.api.cli;

import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.harvest.HarvestReport;
import fr.passerelle.catalog.harvest.Harvests;
import fr.passerelle.catalog.harvest.OwnAddresses;
import fr.passerelle.catalog.harvest.web.Pause;
import fr.passerelle.catalog.profile.HarvestSource;
import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Harvests a source of the profile, beside a running service or without one. */
@Command(
    name = "harvest",
    description = "Moissonne une source d'études du profil (OAI-PMH, DCAT) et en rend compte.",
    mixinStandardHelpOptions = true)
final class HarvestCommand implements Callable<Integer> {
  @Mixin private final Installation installation = new Installation();

  @Parameters(paramLabel = "SOURCE", description = "Code de la source dans le profil.")
  private String code = "";

  @Option(
      names = "--whole",
      description =
          "Relit la source entière, et non ce qui a changé depuis la dernière moisson : après avoir"
              + " corrigé ce qui faisait refuser des fiches, ou pour savoir ce qui a disparu.")
  private boolean whole;

  @Option(
      names = "--base",
      description =
          "Adresse du service vue de l'extérieur : ses propres études qui reviennent d'un autre"
              + " catalogue y sont reconnues (défaut : ${DEFAULT-VALUE}).")
  private String base = "http://localhost:8080";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    HarvestSource source = source(installation.profile().sources());
    try (StudyStore store = new StudyStore(installation)) {
      Harvests harvests =
          new Harvests(
              store.deposits(),
              store.studies(),
              store.dataSource(),
              store.themes(),
              new OwnAddresses(Set.of(installation.profile().regionalBase(), base)),
              Pause.REAL,
              Clock.systemUTC());
      HarvestReport report =
          store
              .trail()
              .witness(
                  Signature.COMMAND,
                  AuditAction.SOURCE_HARVESTED,
                  "source/" + code,
                  subject -> harvests.run(source, whole));
      print(report, spec.commandLine().getOut());
      return report.stopped().isPresent() ? Passerelle.REFUSED : Passerelle.DONE;
    }
  }

  private HarvestSource source(Map<String, HarvestSource> sources) {
    return Optional.ofNullable(sources.get(code))
        .orElseThrow(() ->
            RefusedException.of(
                code,
                "source",
                sources.isEmpty()
                    ? "le profil n'a aucune source ; en écrire une sous sources, et donner"
                        + " --profile"
                    : "source inconnue ; le profil a " + new TreeSet<>(sources.keySet())));
  }

  private void print(HarvestReport report, PrintWriter out) {
    out.printf(
        "%s, %s : %d fiches vues.%n",
        code,
        report.since().isEmpty() ? "source entière" : "changements depuis " + report.since(),
        report.seen());
    out.printf(
        "Études : %d nouvelles, %d modifiées, %d inchangées, %d supprimées à la source.%n",
        report.created(), report.updated(), report.unchanged(), report.deleted());
    if (report.ours() > 0) {
      out.printf("  %d fiches sont d'ici et reviennent : laissées.%n", report.ours());
    }
    FindingsPrinter.print(report.findings(), out);
    if (report.refused() > 0) {
      out.println(
          "  Un producteur inconnu s'ajoute (studies producers) ou se dit dans le profil"
              + " (producers, producer) ; ensuite, --whole reprend les fiches refusées.");
    }
    if (!report.gone().isEmpty()) {
      out.printf(
          "  %d fiches ne sont plus à la source, qui n'en dit rien ; rien n'a été supprimé :%n",
          report.gone().size());
      report.gone().forEach(each -> out.println("    " + each));
    }
    if (!report.since().isEmpty() && !report.tellsDeletions() && report.stopped().isEmpty()) {
      out.println(
          "  Cette source ne dit pas ce qu'elle supprime : --whole montre ce qui a disparu.");
    }
    report
        .stopped()
        .ifPresent(fault -> {
          out.println("Moisson interrompue : " + fault);
          out.println("Ce qui a été pris reste pris ; la prochaine moisson reprendra le tout.");
        });
    out.flush();
  }
}
