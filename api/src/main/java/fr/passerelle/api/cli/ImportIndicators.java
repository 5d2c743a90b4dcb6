package fr.passerelle.api.cli;

import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.ProtectedOrder;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.KnownFormats;
import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.database.Database;
import fr.passerelle.database.Role;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Takes in files of figures that everyone knows: each of them whole, or not at all. */
final class ImportIndicators {
  /** Word by which {@code import} knows them. */
  static final String WORD = "indicators";

  /** Format of what {@code protect} hands back. */
  private static final String PROTECTED = "protected";

  @Option(
      names = "--as",
      paramLabel = "FORMAT",
      description =
          "Format d'un fichier d'indicateurs : population, filosofi-communes, filosofi-epci,"
              + " chomage-departements, chomage-regions, bmo, cited ; protected : un tableau rendu"
              + " par « protect ».")
  private @Nullable String format;

  @Option(
      names = "--period",
      paramLabel = "PERIODE",
      description = "Période des valeurs, si le fichier ne la dit pas : 2021, 2016-Q4, 2016-2017.")
  private @Nullable String period;

  @Option(
      names = "--vintage",
      paramLabel = "AAAA",
      description =
          "Année de la géographie communale du fichier ; par défaut, celle des territoires en"
              + " usage.")
  private @Nullable Integer vintage;

  /**
   * Reads the files and takes them in.
   *
   * @param licence licence of each format, where one is declared
   */
  void run(
      Installation installation,
      List<Path> files,
      ImportTerritories.Said said,
      Function<String, Optional<Licence>> licence,
      PrintWriter out)
      throws IOException {
    boolean protectedOnes = PROTECTED.equals(format);
    Optional<Format> known = protectedOnes ? Optional.empty() : Optional.of(format());
    try (Database database = installation.open(Role.COMMAND)) {
      Geographies geographies =
          Geographies.open(
              database.dataSource(), installation.folder().releases(), Clock.systemUTC());
      Deliveries deliveries =
          Deliveries.open(
              database.dataSource(),
              installation.folder().deliveries(),
              geographies,
              Clock.systemUTC());
      for (Path file : files) {
        Findings findings = new Findings();
        Deliveries.Report report =
            Installation.trail(database)
                .witness(
                    !said.dryRun(),
                    Signature.COMMAND,
                    AuditAction.FIGURES_DELIVERED,
                    "format/" + format,
                    subject ->
                        known.isPresent()
                            ? deliveries.accept(
                                order(file, known.get(), geographies, said, licence), findings)
                            : deliveries.acceptProtected(
                                new ProtectedOrder(
                                    file,
                                    said.author().orElse("Observatoire"),
                                    said.issued(),
                                    licence.apply(PROTECTED),
                                    Optional.empty(),
                                    said.dryRun())));
        print(report, findings, out);
      }
    }
  }

  private Deliveries.Order order(
      Path file,
      Format known,
      Geographies geographies,
      ImportTerritories.Said said,
      Function<String, Optional<Licence>> licence) {
    return new Deliveries.Order(
        file,
        String.valueOf(file.getFileName()),
        known,
        known.name(),
        said.author().orElse(known.producer()),
        vintage == null ? geographies.geography().vintage() : vintage,
        period(known),
        said.issued(),
        licence.apply(known.name()),
        Optional.empty(),
        any -> true,
        said.dryRun());
  }

  private Format format() {
    String names = KnownFormats.all().stream().map(Format::name).collect(Collectors.joining(", "));
    return Optional.ofNullable(format)
        .flatMap(KnownFormats::find)
        .orElseThrow(() ->
            RefusedException.of(
                "--as",
                "format",
                format == null
                    ? "dire comment le fichier est écrit : --as et l'un de " + names
                    : "format inconnu « " + format + " » ; connus : " + names));
  }

  private Optional<Period> period(Format known) {
    boolean says = known.columns().stream().anyMatch(Format.Column.When.class::isInstance);
    if (period == null && !says) {
      throw RefusedException.of(
          "--period", "period", "ce format ne dit pas la période : la donner, par exemple 2021");
    }
    if (period == null) {
      return Optional.empty();
    }
    return Optional.of(
        Period.parse(period)
            .filter(each -> !says)
            .orElseThrow(() ->
                RefusedException.of(
                    "--period",
                    "period",
                    says
                        ? "ce format dit la période ligne par ligne : ne pas la donner"
                        : "« "
                            + period
                            + " » : une période comme 2016, 2016-Q4, 2016-12, 2016-01-01 ou"
                            + " 2016-2017")));
  }

  static void print(Deliveries.Report report, Findings findings, PrintWriter out) {
    findings.read().forEach((file, rows) -> out.printf(Locale.FRANCE, "  %,9d  %s%n", rows, file));
    FindingsPrinter.print(findings, out);
    Delivery delivery = report.delivery();
    out.printf(
        Locale.FRANCE,
        "%n%s, %s, géographie %d%s%n  %,9d  valeurs de %s%n",
        delivery.series(),
        delivery.supplier(),
        delivery.vintage(),
        delivery.period().isEmpty() ? "" : ", période " + delivery.period(),
        delivery.observations(),
        String.join(", ", delivery.indicators()));
    out.println(
        "Licence : "
            + delivery
                .licence()
                .map(Licence::code)
                .orElse("aucune déclarée, conservé sans être public (--licence)"));
    out.println(
        switch (report.outcome()) {
          case ACCEPTED -> "Accepté, reçu " + delivery.receipt() + ".";
          case UNCHANGED ->
              "Déjà accepté le " + delivery.acceptedAt() + ", reçu " + delivery.receipt() + ".";
          case LICENCE_DECLARED -> "Licence déclarée, reçu " + delivery.receipt() + ".";
          case DRY_RUN -> "Contrôlé, rien n'est écrit.";
        });
    out.flush();
  }
}
