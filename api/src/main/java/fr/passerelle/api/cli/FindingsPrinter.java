package fr.passerelle.api.cli;

import fr.passerelle.vocab.source.Findings;
import java.io.PrintWriter;

/** Says what was mended in records, and which were left out. */
final class FindingsPrinter {
  private FindingsPrinter() {}

  static void print(Findings findings, PrintWriter out) {
    findings
        .repairs()
        .forEach(repair ->
            out.printf(
                "  réparé %d fois : %s (%s)%n",
                repair.count(), repair.rule(), String.join(", ", repair.examples())));
    if (findings.refusedRecords() > 0) {
      out.printf("  %d fiches refusées, les autres sont prises :%n", findings.refusedRecords());
      findings.refused().forEach(fault -> out.println("    " + fault));
    }
    findings.remarks().forEach(remark -> out.println("  " + remark));
  }
}
