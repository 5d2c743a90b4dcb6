package fr.passerelle.api.cli;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.release.ImportReport;
import fr.passerelle.vocab.release.PairChanges;
import fr.passerelle.vocab.source.Findings;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints an import report for the person who ran the import. */
final class ReportPrinter {
  private static final int LISTED = 10;

  private final PrintWriter out;

  ReportPrinter(PrintWriter out) {
    this.out = out;
  }

  /** Reports of the releases that one reading made, what was read being said once. */
  void print(List<ImportReport> reports) {
    reports.stream().limit(1).forEach(this::read);
    reports.forEach(this::published);
    out.flush();
  }

  private void read(ImportReport report) {
    out.println("Lu :");
    report.read().forEach((file, rows) -> out.printf(Locale.FRANCE, "  %,9d  %s%n", rows, file));
    if (!report.repairs().isEmpty()) {
      out.println("Réparé :");
    }
    for (Findings.Repair repair : report.repairs()) {
      out.printf(
          Locale.FRANCE,
          "  %,9d  %s (%s)%n",
          repair.count(),
          repair.rule(),
          String.join(", ", repair.examples()));
    }
    report.remarks().forEach(remark -> out.println("À noter : " + remark));
    refused(report.refused());
  }

  private void refused(ImportReport.Refused refused) {
    if (refused.records() == 0) {
      out.println("Refusé : rien");
      return;
    }
    out.printf(
        Locale.FRANCE,
        "Refusé : %,d enregistrements, les autres sont publiés%n",
        refused.records());
    refused.faults().forEach(fault -> out.println("  " + fault));
  }

  private void published(ImportReport report) {
    out.printf(
        Locale.FRANCE,
        "%n%s, version %s du %s (%s)%n",
        report.edition(),
        report.release(),
        report.source().issued(),
        report.source().file());
    out.println("Concepts :");
    report
        .concepts()
        .forEach((scheme, count) -> out.printf(Locale.FRANCE, "  %,9d  %s%n", count, scheme));
    changes(report);
    pending(report);
    out.println("Licence : " + report.licence().orElse("aucune déclarée, rien n'est public"));
    out.println(outcome(report));
  }

  private void changes(ImportReport report) {
    switch (report.outcome()) {
      case UNCHANGED, LICENCE_DECLARED, PENDING -> {}
      case PUBLISHED, WAITING, DRY_RUN -> {
        out.println("Changements depuis " + report.before().orElse("(rien)") + " :");
        refs("ajoutés", report.changes().added());
        refs("modifiés", report.changes().changed());
        refs("retirés", report.changes().retired());
        report.changes().pairs().forEach(each -> pairs(report, each));
        uses(report);
      }
    }
  }

  private void refs(String what, List<ConceptRef> refs) {
    String first =
        refs.stream().limit(LISTED).map(ConceptRef::toString).collect(Collectors.joining(", "));
    String more = refs.size() > LISTED ? ", ..." : "";
    out.printf(Locale.FRANCE, "  %,9d  %s %s%s%n", refs.size(), what, first, more);
  }

  private void pairs(ImportReport report, PairChanges changes) {
    out.printf(
        Locale.FRANCE,
        "  %s : %,d paires avant, %,d ajoutées, %,d retirées, %,d d'un autre prédicat%n",
        changes.correspondence(),
        changes.before(),
        changes.added().size(),
        changes.removed().size(),
        changes.changed().size());
    if (changes.before() > 0) {
      list("+", changes.added().stream().map(pair -> named(report, pair)).toList());
      list("-", changes.removed().stream().map(pair -> named(report, pair)).toList());
      list(
          "≠",
          changes.changed().stream()
              .map(each ->
                  "%s (avant : %s)"
                      .formatted(named(report, each.after()), each.before().predicate().id()))
              .toList());
    }
  }

  private static String named(ImportReport report, Pair pair) {
    return "%s → %s, %s"
        .formatted(report.named(pair.from()), report.named(pair.to()), pair.predicate().id());
  }

  private void list(String sign, List<String> lines) {
    lines.stream().limit(LISTED).forEach(line -> out.println("    " + sign + " " + line));
    if (lines.size() > LISTED) {
      out.printf(Locale.FRANCE, "    %s ... et %,d autres%n", sign, lines.size() - LISTED);
    }
  }

  /** A dry run keeps no release that could be looked at again. */
  private void uses(ImportReport report) {
    if (report.uses() > 0) {
      String how =
          report.outcome() == ImportReport.Outcome.DRY_RUN
              ? ""
              : " : passerelle impact %s --from %s --to %s"
                  .formatted(report.edition(), report.before().orElse(""), report.release());
      out.printf(Locale.FRANCE, "Touchés : %,d usages publiés%s%n", report.uses(), how);
    }
  }

  private void pending(ImportReport report) {
    if (!report.pending().isEmpty()) {
      out.printf(
          Locale.FRANCE,
          "En tampon : %,d changements pas encore stables : passerelle pending %s%n",
          report.pending().size(),
          report.edition());
    }
  }

  private static String outcome(ImportReport report) {
    return switch (report.outcome()) {
      case PUBLISHED ->
          report.licence().isPresent()
              ? "Publié : " + report.edition() + " " + report.release()
              : "Conservé, non public : déclarer une licence (--licence) pour publier.";
      case UNCHANGED ->
          "Rien n'a changé : " + report.edition() + " " + report.release() + " est déjà publié.";
      case LICENCE_DECLARED ->
          "Contenu inchangé ; licence déclarée : " + report.licence().orElse("");
      case WAITING ->
          String.format(
              Locale.FRANCE,
              "En attente : %.0f %% de ce qui était publié disparaît. Si c'est voulu :"
                  + " passerelle publish %s %s",
              100 * report.changes().removedShare(),
              report.edition(),
              report.release());
      case PENDING ->
          "Livraison gardée ; rien n'en est encore stable, %s %s reste publié."
              .formatted(report.edition(), report.before().orElse(""));
      case DRY_RUN -> "Essai à blanc : rien n'a été écrit.";
    };
  }
}
