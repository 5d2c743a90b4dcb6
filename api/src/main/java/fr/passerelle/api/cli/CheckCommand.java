package fr.passerelle.api.cli;

import fr.passerelle.api.Instance;
import fr.passerelle.api.Service;
import fr.passerelle.api.linkeddata.dcat.CatalogPages;
import fr.passerelle.api.linkeddata.dcat.CatalogRecords;
import fr.passerelle.api.linkeddata.shapes.CatalogShapes;
import fr.passerelle.api.linkeddata.shapes.ShapeFinding.Severity;
import fr.passerelle.api.linkeddata.shapes.ShapesReport;
import fr.passerelle.catalog.dataset.CatalogState;
import fr.passerelle.catalog.dataset.Finding;
import fr.passerelle.catalog.dataset.PortalRule;
import fr.passerelle.catalog.dataset.PortalRules;
import fr.passerelle.catalog.dataset.Subset;
import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.release.Vocabularies;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says before a portal does what is wrong with the catalogue. */
@Command(
    name = "check",
    description =
        "Dit, enregistrement par enregistrement, ce qu'un portail refuserait ou perdrait, et ce que"
            + " des formes SHACL n'admettent pas ; code 1 s'il y a de quoi (un simple"
            + " avertissement d'une forme n'en est pas).",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
  @Mixin private final Installation installation = new Installation();

  @Parameters(index = "0", paramLabel = "QUOI", description = "catalog : le catalogue DCAT-AP.")
  private Subject subject = Subject.CATALOG;

  @Option(
      names = "--base",
      paramLabel = "URL",
      description =
          "Adresse publique du service, sans barre finale (par défaut : http://localhost:8080).")
  private String base = "http://localhost:8080";

  @Option(
      names = "--shapes",
      paramLabel = "FICHIER",
      arity = "1..*",
      description =
          "Formes SHACL (Turtle, RDF/XML, JSON-LD), par exemple celles que DCAT-AP publie, à la"
              + " place de celles de la passerelle ; toutes les pages du catalogue sont tenues"
              + " contre elles.")
  private List<Path> shapes = List.of();

  @Spec private CommandSpec spec = CommandSpec.create();

  /** What can be checked. */
  enum Subject {
    /** The catalogue for portals. */
    CATALOG
  }

  @Override
  public Integer call() throws IOException {
    return switch (subject) {
      case CATALOG -> catalog();
    };
  }

  private int catalog() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    // Read first: who mistypes a name waits for nothing.
    ShapesReport report =
        new ShapesReport(shapes.isEmpty() ? CatalogShapes.ours() : CatalogShapes.of(shapes));
    try (Database database = installation.open(Role.COMMAND)) {
      Vocabularies vocabularies = Service.vocabularies(installation.folder(), database);
      vocabularies.reload();
      Instance instance = new Instance(installation.profile(), base, installation.folder().dumps());
      PortalRules rules = new PortalRules(LocalDate.now(ZoneOffset.UTC));
      CatalogState state =
          CatalogRecords.of(instance, vocabularies, deliveries(database))
              .state(
                  vocabularies.snapshot(),
                  Studies.open(database.dataSource(), vocabularies::snapshot)
                      .catalogue()
                      .as(Reader.ANYONE),
                  rules);
      List<Finding> findings = new ArrayList<>(unlicensed(vocabularies.list()));
      findings.addAll(state.findings());
      print(out, state, findings);
      CatalogPages pages = new CatalogPages(instance, state, rules);
      for (Subset each : Subset.values()) {
        pages.forEach(each, report::page);
      }
      new ShapesPrinter(out).print(report);
      out.flush();
      return findings.isEmpty() && report.count(Severity.VIOLATION) == 0
          ? Passerelle.DONE
          : Passerelle.REFUSED;
    }
  }

  private Deliveries deliveries(Database database) throws IOException {
    return Deliveries.open(
        database.dataSource(),
        installation.folder().deliveries(),
        Geographies.open(
            database.dataSource(), installation.folder().releases(), Clock.systemUTC()),
        Clock.systemUTC());
  }

  /** A release without licence is in no snapshot, and so in no catalogue. */
  private static List<Finding> unlicensed(List<StoredRelease> all) {
    return all.stream()
        .filter(each -> each.published() && each.licence().isEmpty())
        .map(each ->
            new Finding(
                each.edition(),
                PortalRule.LICENCE,
                "pas de licence : réimporter avec --licence, ou la déclarer dans le profil"))
        .toList();
  }

  private void print(PrintWriter out, CatalogState state, List<Finding> findings) {
    Map<String, List<Finding>> byRecord =
        findings.stream()
            .collect(Collectors.groupingBy(Finding::record, TreeMap::new, Collectors.toList()));
    byRecord.forEach((record, found) -> {
      out.println(record);
      found.forEach(each ->
          out.printf(
              "  %s %s : %s%n",
              each.refused() ? "REFUSÉ" : "perdu ", each.rule().id(), each.message()));
    });
    if (!findings.isEmpty()) {
      out.println("Règles :");
      findings.stream()
          .map(Finding::rule)
          .distinct()
          .sorted()
          .forEach(rule -> out.println("  " + rule.id() + " : " + rule.source()));
    }
    long refused =
        findings.stream().filter(Finding::refused).map(Finding::record).distinct().count();
    out.printf(
        "%d enregistrements publiés, %d refusés, %d avec des remarques.%n",
        state.datasets().size(), refused, byRecord.size());
  }
}
