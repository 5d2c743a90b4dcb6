package fr.passerelle.api.cli;

import fr.passerelle.api.linkeddata.shapes.ShapeFinding;
import fr.passerelle.api.linkeddata.shapes.ShapeFinding.Severity;
import fr.passerelle.api.linkeddata.shapes.ShapesReport;
import java.io.PrintWriter;

/** Prints what shapes do not admit, record by record, then how often each rule was broken. */
final class ShapesPrinter {
  private final PrintWriter out;

  ShapesPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(ShapesReport report) {
    report
        .byRecord()
        .forEach((record, findings) -> {
          out.println(record);
          findings.forEach(each -> finding(record, each));
        });
    if (!report.findings().isEmpty()) {
      out.println("Formes (SHACL) :");
    }
    for (Severity each : Severity.values()) {
      report.rules(each).forEach((rule, count) -> rule(each, rule, count));
    }
    out.printf(
        "%d pages tenues contre les formes : %d violations, %d avertissements, %d informations.%n",
        report.pages(),
        report.count(Severity.VIOLATION),
        report.count(Severity.WARNING),
        report.count(Severity.INFO));
  }

  private void finding(String record, ShapeFinding each) {
    out.printf(
        "  %s %s : %s [%s]%n",
        word(each.severity()),
        each.path().isEmpty() ? "le nœud" : each.path(),
        each.message(),
        each.rule().shape());
    if (!each.focus().equals(record)) {
      out.println("      sur " + each.focus());
    }
    if (each.owners().size() > 1) {
      out.printf("      et dans %d autres enregistrements%n", each.owners().size() - 1);
    }
  }

  private void rule(Severity severity, ShapeFinding.Rule rule, int count) {
    out.printf(
        "  %d x %s %s %s (%s)%n",
        count, word(severity), rule.shape(), rule.path(), rule.constraint());
    if (!rule.comment().isEmpty()) {
      out.println("      " + rule.comment());
    }
    out.println("      à faire : " + rule.advice());
  }

  private static String word(Severity severity) {
    return switch (severity) {
      case VIOLATION -> "VIOLATION";
      case WARNING -> "avertissement";
      case INFO -> "information";
    };
  }
}
