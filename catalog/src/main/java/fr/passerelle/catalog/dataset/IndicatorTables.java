package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.indicator.Axis;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.observation.Dashboard;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.observation.Question.Cut;
import fr.passerelle.catalog.observation.Question.Periods;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Uris;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Forms in which the figures of an indicator can be had: a table over all zones of a zoning in each
 * format of statistics, and the values of each delivery in columns.
 *
 * @param dashboard answers
 * @param address where the service answers, without final slash
 * @param files values of a delivery, where they are open
 * @param mostLines lines that a table has at most
 */
record IndicatorTables(
    Dashboard dashboard, String address, Function<Delivery, Optional<Path>> files, int mostLines) {
  /** Zonings of which tables are offered. */
  private static final int MOST_ZONINGS = 2;

  /** A format of figures. */
  private enum Form {
    CSV("csv", FileFormat.CSV, "tableau CSV pour tableur"),
    XLSX("xlsx", FileFormat.XLSX, "classeur"),
    SDMX_CSV("sdmx-csv", FileFormat.CSV, "SDMX-CSV 2.0"),
    SDMX_JSON("sdmx-json", FileFormat.JSON, "SDMX-JSON 2.0"),
    JSON_STAT("json-stat", FileFormat.JSON, "JSON-stat 2.0"),
    CUBE("cube", FileFormat.TURTLE, "RDF Data Cube en Turtle");

    private final String id;
    private final FileFormat format;
    private final String words;

    Form(String id, FileFormat format, String words) {
      this.id = id;
      this.format = format;
      this.words = words;
    }
  }

  /** How much of the figures a table has. */
  private enum Extent {
    ALL("period=all&categories=all", "toutes les périodes et modalités"),
    PERIODS("period=all", "toutes les périodes, sans le détail des modalités"),
    LAST("period=last", "la dernière période, sans le détail des modalités");

    private final String query;
    private final String words;

    Extent(String query, String words) {
      this.query = query;
      this.words = words;
    }

    private Question question(Indicator indicator, List<Place> places) {
      return new Question(
          List.of(indicator),
          places,
          this == LAST ? new Periods.Last() : new Periods.All(),
          this == ALL ? new Cut.All() : new Cut.Whole());
    }
  }

  /** All forms. */
  List<Distribution> of(
      Indicator indicator, String iri, Optional<Licence> licence, List<Delivery> sources) {
    Optional<IsoDate> modified =
        sources.stream().map(Delivery::dated).max(Comparator.naturalOrder()).map(IsoDate::of);
    List<Distribution> all = new ArrayList<>();
    zonings(indicator).stream()
        .flatMap(each -> extent(indicator, each).map(how -> new Table(each, how)).stream())
        .limit(MOST_ZONINGS)
        .forEach(table -> {
          for (Form form : Form.values()) {
            all.add(table(indicator, iri, table, form, licence, modified));
          }
        });
    sources.forEach(each -> columns(iri, each).ifPresent(all::add));
    return all;
  }

  private record Table(Zoning zoning, Extent extent) {}

  /** The largest zones first: those that sources give figures of, else those that add up. */
  private List<Zoning> zonings(Indicator indicator) {
    Set<String> ids = new TreeSet<>(dashboard.zonings(indicator));
    if (ids.contains(Territory.COMMUNE)
        || (ids.isEmpty() && indicator.measure().addsOver(Axis.TERRITORY))
        || !indicator.measure().terms().isEmpty()) {
      ids.addAll(List.of(Territory.REGIONS, Territory.DEPARTMENTS));
    }
    ids.remove(Territory.COMMUNE);
    List<Zoning> all =
        Stream.concat(ids.stream(), Stream.of(Territory.REGIONS))
            .distinct()
            .flatMap(id -> dashboard.geography().zoning(id).stream())
            .sorted(Comparator.comparingInt(each -> each.zones().size()))
            .toList();
    // Regions are the last resort where nothing is published of them.
    return all.size() > 1 && !ids.contains(Territory.REGIONS)
        ? all.stream().filter(each -> !each.id().equals(Territory.REGIONS)).toList()
        : all;
  }

  private Optional<Extent> extent(Indicator indicator, Zoning zoning) {
    List<Place> places = zoning.zones().stream().<Place>map(zone -> new Place.Named(zone)).toList();
    return Stream.of(Extent.values())
        .filter(each -> each.question(indicator, places).cost(dashboard) <= mostLines)
        .findFirst();
  }

  private Distribution table(
      Indicator indicator,
      String iri,
      Table table,
      Form form,
      Optional<Licence> licence,
      Optional<IsoDate> modified) {
    String zoning = table.zoning().id();
    String url =
        "%s/api/v1/indicators/%s/values?each=%s&%s&format=%s"
            .formatted(address, indicator.id(), Uris.path(zoning), table.extent().query, form.id);
    String title = "%s, %s : %s".formatted(indicator.title(), table.zoning().title(), form.words);
    return new Distribution(
        iri + "#" + Uris.path(zoning) + "-" + form.id,
        title,
        "%s ; zonage : %s, %s ; format : %s. Une case sans valeur dit pourquoi ; le statut et la source accompagnent chaque valeur."
            .formatted(indicator.title(), table.zoning().title(), table.extent().words, form.words),
        url,
        url,
        Optional.of(form.format),
        licence,
        modified,
        Optional.empty());
  }

  private Optional<Distribution> columns(String iri, Delivery delivery) {
    return files
        .apply(delivery)
        .filter(Files::exists)
        .map(file ->
            new Distribution(
                iri + "#" + delivery.receipt() + "-parquet",
                "Livraison %s du %s : Parquet".formatted(delivery.series(), delivery.dated()),
                "Toutes les valeurs de la livraison %s (%s), au grain livré, pour tous ses indicateurs ; format : %s."
                    .formatted(delivery.receipt(), delivery.citation(), FileFormat.PARQUET.words()),
                url(delivery),
                url(delivery),
                Optional.of(FileFormat.PARQUET),
                delivery.licence(),
                Optional.of(IsoDate.of(delivery.dated())),
                Optional.of(new Distribution.Size(size(file), ""))));
  }

  private String url(Delivery delivery) {
    return address + "/api/v1/deliveries/" + delivery.receipt() + "/observations.parquet";
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
