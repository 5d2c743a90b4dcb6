package fr.passerelle.api.cli;

import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.catalog.territory.source.TerritoryFiles;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Imports official files of territories, or a region's own zoning: all of them, or none. */
final class ImportTerritories {
  /** Word by which {@code import} knows them. */
  static final String WORD = "territories";

  @Option(
      names = "--zoning",
      paramLabel = "NOM",
      description =
          "Nom, en capitales, du zonage que la région fait elle-même (PAYS, QPV2024) : colonnes"
              + " zoning;code;label;commune.")
  private @Nullable String zoning;

  /** What is said of the files by options that other sorts have too. */
  record Said(
      Optional<String> author,
      Optional<String> release,
      Optional<LocalDate> issued,
      boolean dryRun) {}

  /**
   * Reads the files and takes in what they say.
   *
   * @param licence licence of each edition, where one is declared
   */
  void run(
      Installation installation,
      List<Path> files,
      Said said,
      Function<String, Optional<Licence>> licence,
      PrintWriter out)
      throws IOException {
    Findings findings = new Findings();
    TerritoryFiles.Reading reading =
        TerritoryFiles.read(
            files,
            new TerritoryFiles.Order(
                Optional.ofNullable(zoning), said.author(), said.release(), said.issued()),
            findings);
    try (Database database = installation.open(Role.COMMAND)) {
      Geographies geographies =
          Geographies.open(
              database.dataSource(), installation.folder().releases(), Clock.systemUTC());
      // Its reader uses the database, which is closed below.
      geographies.geography();
      Geographies.Order order =
          new Geographies.Order(reading.parts(), reading.places(), licence, said.dryRun());
      List<Geographies.Report> reports =
          Installation.trail(database)
              .witness(
                  !said.dryRun(),
                  Signature.COMMAND,
                  AuditAction.TERRITORIES_IMPORTED,
                  "territories",
                  subject -> geographies.publish(order, findings));
      print(reports, findings, out);
    }
  }

  private static void print(List<Geographies.Report> reports, Findings findings, PrintWriter out) {
    findings.read().forEach((file, rows) -> out.printf(Locale.FRANCE, "  %,9d  %s%n", rows, file));
    FindingsPrinter.print(findings, out);
    for (Geographies.Report each : reports) {
      GeographyPart part = each.part();
      out.printf(
          Locale.FRANCE,
          "%n%s, version %s du %s (%s)%n",
          part.head().edition(),
          part.head().release(),
          part.head().issued(),
          part.head().author());
      out.printf(Locale.FRANCE, "  %,9d  communes%n", part.communes().size());
      part.zonings()
          .forEach(zoning ->
              out.printf(
                  Locale.FRANCE,
                  "  %,9d  %s (%s)%n",
                  zoning.zones().size(),
                  zoning.id(),
                  zoning.title()));
      part.lists()
          .forEach(list ->
              out.printf(
                  Locale.FRANCE,
                  "  %,9d  communes de %d%n",
                  list.communes().size(),
                  list.vintage()));
      part.steps()
          .forEach(step -> out.printf("             passage de %d à %d%n", step.from(), step.to()));
      part.successors()
          .forEach(all ->
              out.printf(
                  Locale.FRANCE,
                  "  %,9d  codes de toutes années vers %d%n",
                  all.all().size(),
                  all.vintage()));
      out.println(
          "Licence : "
              + each.licence()
                  .map(Licence::code)
                  .orElse("aucune déclarée, conservé sans être employé"));
      out.println(
          switch (each.outcome()) {
            case PUBLISHED -> each.licence().isPresent() ? "En usage." : "Conservé.";
            case UNCHANGED -> "Inchangé.";
            case DRY_RUN -> "Contrôlé, rien n'est écrit.";
          });
    }
    out.flush();
  }
}
