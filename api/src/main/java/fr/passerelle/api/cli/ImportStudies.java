package fr.passerelle.api.cli;

import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.intake.StudyFormat;
import fr.passerelle.catalog.intake.StudyImport;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.Outcome;
import fr.passerelle.catalog.study.notice.Provenance;
import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Imports studies from files, as the operator: all of them, or none but those admitted. */
final class ImportStudies {
  /** Word by which {@code import} knows them. */
  static final String WORD = "studies";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Format d'un fichier d'études : csv, ris, bibtex, unimarc-xml, iso2709 ; sinon, d'après"
              + " son contenu.")
  private @Nullable String format;

  @Option(
      names = "--producer",
      paramLabel = "CODE",
      description =
          "Producteur des études d'un fichier ; sinon, celui dont chaque notice donne le nom.")
  private @Nullable String producer;

  void run(
      Installation installation, List<Path> files, int refused, boolean dryRun, PrintWriter out)
      throws IOException {
    StudyImport.Order order = new StudyImport.Order(files, format(), refused, dryRun);
    try (StudyStore store = new StudyStore(installation)) {
      StudyImport studies = new StudyImport(store.deposits(), provenance(store), Clock.systemUTC());
      StudyImport.Report report =
          store
              .trail()
              .witness(
                  !dryRun,
                  Actor.COMMAND.by(),
                  AuditAction.STUDY_DEPOSITED,
                  "studies",
                  subject -> studies.run(Actor.COMMAND, order));
      print(report, dryRun, out);
    }
  }

  private Optional<StudyFormat> format() {
    return Optional.ofNullable(format)
        .map(word ->
            StudyFormat.find(word)
                .orElseThrow(() ->
                    RefusedException.of(
                        "--format",
                        "format",
                        "format inconnu « " + word + " » ; connus : " + StudyFormat.ids())));
  }

  private Provenance provenance(StudyStore store) throws IOException {
    return Provenance.ofFile(
        Optional.ofNullable(producer), store.studies().catalogue().producers(), store.themes());
  }

  private static void print(StudyImport.Report report, boolean dryRun, PrintWriter out) {
    out.printf(
        "%s%d études : %d nouvelles, %d modifiées, %d inchangées.%n",
        dryRun ? "À blanc. " : "",
        report.counts().values().stream().mapToInt(Integer::intValue).sum(),
        count(report, Outcome.Result.CREATED),
        count(report, Outcome.Result.UPDATED),
        count(report, Outcome.Result.UNCHANGED));
    FindingsPrinter.print(report.findings(), out);
    out.flush();
  }

  private static int count(StudyImport.Report report, Outcome.Result result) {
    return report.counts().getOrDefault(result, 0);
  }
}
