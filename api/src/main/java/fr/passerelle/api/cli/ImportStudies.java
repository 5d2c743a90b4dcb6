package fr.passerelle.api.cli;

import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.Outcome;
import fr.passerelle.catalog.studies.StudyDeposits;
import fr.passerelle.catalog.studies.StudyReport;
import fr.passerelle.catalog.study.csv.StudyCsv;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceFile;
import fr.passerelle.vocab.source.SourceText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Imports studies from CSV files, as the operator: all of them or none. */
final class ImportStudies {
  /** Word by which {@code import} knows them. */
  static final String WORD = "studies";

  private ImportStudies() {}

  static void run(Installation installation, List<Path> files, boolean dryRun, PrintWriter out)
      throws IOException {
    Findings findings = new Findings();
    List<Submission> submissions = new ArrayList<>();
    for (Path file : files) {
      try (Reader text = SourceText.open(file, findings)) {
        submissions.addAll(StudyCsv.read(SourceFile.name(file), text, findings));
      }
    }
    findings.refuseIfFaulty();
    try (StudyStore store = new StudyStore(installation)) {
      StudyReport report =
          store
              .deposits()
              .deposit(
                  Actor.COMMAND,
                  new StudyDeposits.Deposit(
                      submissions, findings, Optional.empty(), dryRun, Optional.empty()));
      print(report, dryRun, out);
    }
  }

  private static void print(StudyReport report, boolean dryRun, PrintWriter out) {
    out.printf(
        "%s%d études : %d nouvelles, %d modifiées, %d inchangées.%n",
        dryRun ? "À blanc. " : "",
        report.outcomes().size(),
        count(report, Outcome.Result.CREATED),
        count(report, Outcome.Result.UPDATED),
        count(report, Outcome.Result.UNCHANGED));
    report
        .repairs()
        .forEach(repair ->
            out.printf(
                "  réparé %d fois : %s (%s)%n",
                repair.count(), repair.rule(), String.join(", ", repair.examples())));
    out.flush();
  }

  private static long count(StudyReport report, Outcome.Result result) {
    return report.outcomes().stream().filter(each -> each.result() == result).count();
  }
}
