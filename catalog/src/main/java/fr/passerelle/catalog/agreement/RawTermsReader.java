package fr.passerelle.catalog.agreement;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.Format.Column;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import fr.passerelle.catalog.yaml.Section;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads what a fiche says of raw figures, and that it makes a table that can be protected. */
final class RawTermsReader {
  private static final String TERRITORY = "[A-Z][A-Z0-9_]*-?[0-9A-Z]*";

  /** Any year does to see whether an order can be made. */
  private static final int SOME_YEAR = 2000;

  private final List<Indicator> indicators;

  RawTermsReader(List<Indicator> indicators) {
    this.indicators = indicators;
  }

  Optional<RawTerms> read(Section fiche, Format format, Protection protection) {
    boolean ours = protection.kind() == Protection.Kind.OURS;
    if (fiche.has("table") != ours) {
      fiche.refuse(
          "table",
          ours
              ? "une fiche que l'observatoire protège dit sa table : kind, scope, absent, ..."
              : "seulement pour une fiche que l'observatoire protège (protection ours)");
    }
    if (!ours || !fiche.has("table")) {
      return Optional.empty();
    }
    Section table = fiche.section("table");
    RawTerms terms = terms(table);
    table.refuseUnknown();
    check(terms, table, format, protection);
    return Optional.of(terms);
  }

  private static RawTerms terms(Section table) {
    boolean counts = table.text("kind", "counts|magnitudes").equals("counts");
    return new RawTerms(
        counts ? Family.Kind.COUNTS : Family.Kind.MAGNITUDES,
        scope(table),
        table.text("absent", "zero|none").equals("zero")
            ? TableOrder.Absent.ZERO
            : TableOrder.Absent.NONE,
        table.has("zonings") ? table.texts("zonings") : List.of(),
        table.optional("status", "normal|provisional").orElse("normal").equals("normal")
            ? ObservationStatus.NORMAL
            : ObservationStatus.PROVISIONAL,
        Charset.forName(
            Optional.of(table.optional("encoding", "utf-8|iso-8859-15|windows-1252").orElse(""))
                .filter(each -> !each.isEmpty())
                .orElse("utf-8")),
        dimensions(table),
        totals(table),
        table.optional("units", ".+").orElse(""),
        table.optional("largest", ".+").orElse(""),
        table.optional("contributor", ".+").orElse(""));
  }

  private static List<String> scope(Section table) {
    List<String> scope = table.texts("scope");
    scope.stream()
        .filter(each -> !each.matches(TERRITORY))
        .forEach(each -> table.refuse("scope", "un territoire comme R44, D13 : " + each));
    return scope;
  }

  private static SortedMap<String, List<String>> dimensions(Section table) {
    SortedMap<String, List<String>> dimensions = new TreeMap<>();
    if (table.has("dimensions")) {
      Section told = table.section("dimensions");
      told.keys().forEach(each -> dimensions.put(each, told.texts(each)));
    }
    return dimensions;
  }

  private static SortedMap<String, String> totals(Section table) {
    SortedMap<String, String> totals = new TreeMap<>();
    if (table.has("totals")) {
      Section told = table.section("totals");
      told.keys().forEach(each -> totals.put(each, told.text(each, ".+")));
    }
    return totals;
  }

  private void check(RawTerms terms, Section table, Format format, Protection protection) {
    for (String name : List.of(terms.units(), terms.largest(), terms.contributor())) {
      if (!name.isEmpty() && !format.header().contains(name)) {
        table.refuse("units, largest, contributor", "aucune colonne du format : " + name);
      }
    }
    if (format.thousands().isPresent()) {
      table.refuse("format.thousands", "une table à protéger n'a pas de marque de milliers");
    }
    boolean says = format.columns().stream().anyMatch(Column.When.class::isInstance);
    Optional<Period> period = says ? Optional.empty() : Period.parse(String.valueOf(SOME_YEAR));
    indicator(format)
        .ifPresent(indicator -> {
          try {
            terms.order(format, protection, indicator, SOME_YEAR, period);
          } catch (IllegalArgumentException e) {
            table.refuse("table", "aucune table ne peut être faite ainsi : " + e.getMessage());
          }
        });
  }

  /** Of a column of values that names none, that was told already. */
  private Optional<Indicator> indicator(Format format) {
    return format.columns().stream()
        .filter(Column.Value.class::isInstance)
        .map(Column.Value.class::cast)
        .flatMap(value -> indicators.stream().filter(each -> each.id().equals(value.indicator())))
        .findFirst();
  }
}
