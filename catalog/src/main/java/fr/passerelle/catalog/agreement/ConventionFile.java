package fr.passerelle.catalog.agreement;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.Format.Column;
import fr.passerelle.catalog.observation.Method;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.catalog.yaml.Section;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.RefusedException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads a convention with its fiches navettes (YAML) and says of each mistake which key to mend.
 */
public final class ConventionFile {
  private static final String ID = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

  private final List<Indicator> indicators;

  private ConventionFile(List<Indicator> indicators) {
    this.indicators = indicators;
  }

  /**
   * The convention in that text.
   *
   * @param name name of the file, for messages
   * @param indicators those that a fiche may name
   * @throws RefusedException with every key missing, unknown or wrong
   */
  public static Convention read(String name, String text, List<Indicator> indicators) {
    Section root = Section.of(name, "convention", text);
    Convention convention = new ConventionFile(indicators).convention(root);
    root.refuseIfFaulty();
    return convention;
  }

  private Convention convention(Section root) {
    Convention convention =
        new Convention(
            root.text("convention", ID),
            root.text("title", ".+"),
            root.optional("framework", ID).orElse(""),
            root.text("supplier", ID),
            root.texts("purposes"),
            root.text("redistribution", ".+"),
            date(root, "begins"),
            date(root, "ends"),
            !root.optional("after", "keep|withdraw").orElse("keep").equals("withdraw"),
            root.sections("fiches").stream().map(this::fiche).toList());
    root.refuseUnknown();
    return convention;
  }

  private static LocalDate date(Section section, String key) {
    String text = section.text(key, DATE);
    try {
      return text.isEmpty() ? LocalDate.EPOCH : LocalDate.parse(text);
    } catch (DateTimeException e) {
      section.refuse(key, "un jour comme 2026-01-31 : " + text);
      return LocalDate.EPOCH;
    }
  }

  private Fiche fiche(Section section) {
    Fiche.State state =
        Fiche.State.find(section.text("state", "requested|feasible|blocked|agreed|renewed"))
            .orElse(Fiche.State.REQUESTED);
    String reason = section.optional("reason", ".*").orElse("");
    if (state == Fiche.State.BLOCKED && reason.isBlank()) {
      section.refuse("reason", "une fiche bloquée dit pourquoi");
    }
    Protection protection = protection(section.section("protection"));
    Format format = format(section);
    Fiche fiche =
        new Fiche(
            section.text("id", ID),
            section.text("title", ".+"),
            state,
            reason,
            section.text("contact", "[^@ ]+@[^@ ]+"),
            section.has("due") ? due(section) : List.of(),
            licence(section),
            section.number("embargo").orElse(0),
            period(section, "from"),
            period(section, "to"),
            protection,
            format,
            new RawTermsReader(indicators).read(section, format, protection));
    section.refuseUnknown();
    return fiche;
  }

  private static List<MonthDay> due(Section section) {
    List<MonthDay> due = new ArrayList<>();
    for (String text : section.texts("due")) {
      try {
        due.add(MonthDay.parse("--" + text));
      } catch (DateTimeException e) {
        section.refuse("due", "un jour de l'année comme 02-15 : " + text);
      }
    }
    return due;
  }

  private static Optional<Licence> licence(Section section) {
    Optional<String> code = section.optional("licence", ".+");
    Optional<Licence> licence = code.flatMap(Licence::find);
    if (code.isPresent() && licence.isEmpty()) {
      section.refuse("licence", Licence.refusal(code.get()));
    }
    return licence;
  }

  private static Optional<Period> period(Section section, String key) {
    Optional<String> text = section.optional(key, ".+");
    Optional<Period> period = text.flatMap(Period::parse);
    if (text.isPresent() && period.isEmpty()) {
      section.refuse(key, "une période comme 2016, 2016-Q4, 2016-12 : " + text.get());
    }
    return period;
  }

  private static Protection protection(Section section) {
    String kind = section.text("kind", "open|supplier|ours");
    String basis = section.text("basis", ".+");
    int threshold = section.number("threshold").orElse(0);
    int share = section.number("dominance").orElse(100);
    section.refuseUnknown();
    if (kind.equals("ours") && (threshold < 2 || share > 100)) {
      section.refuse("threshold", "2 unités au moins, et dominance en % (85)");
      return Protection.open("?");
    }
    String said = basis.isBlank() ? "?" : basis;
    return switch (kind) {
      case "ours" -> Protection.ours(threshold, share / 100.0, said);
      case "supplier" -> Protection.bySupplier(said);
      default -> Protection.open(said);
    };
  }

  private Format format(Section fiche) {
    Section section = fiche.section("format");
    Map<String, ObservationStatus> missing = new LinkedHashMap<>();
    if (section.has("missing")) {
      Section marks = section.section("missing");
      for (String mark : marks.keys()) {
        missing.put(mark, absence(marks.text(mark, "missing|suppressed|not-collected")));
      }
    }
    List<Column> columns = section.sections("columns").stream().map(this::column).toList();
    String separator = section.optional("separator", ".").orElse(";");
    String decimal = section.optional("decimal", "[.,]").orElse(",");
    Optional<String> thousands = section.optional("thousands", "space|[.,]");
    section.refuseUnknown();
    if (columns.stream().noneMatch(Column.Value.class::isInstance)
        || columns.stream().noneMatch(Column.Where.class::isInstance)) {
      section.refuse("columns", "une colonne territory et une colonne value au moins");
      return new Format(
          "?", "", ';', ',', List.of(new Column.Value("?", "", 0)), Map.of(), Optional.empty());
    }
    return new Format(
        fiche.optional("id", ID).orElse("?"),
        "",
        separator.charAt(0),
        decimal.charAt(0),
        columns,
        missing,
        thousands.map(each -> each.equals("space") ? ' ' : each.charAt(0)),
        fiche.has("method") ? method(fiche.section("method")) : Method.UNDECLARED);
  }

  private static Method method(Section section) {
    Method method =
        Method.of(
            Stream.of(
                    section.optional("adjustment", Method.words(Method.Adjustment.class)),
                    section.optional("period", Method.words(Method.PeriodRule.class)),
                    section.optional("levels", Method.words(Method.Levels.class)))
                .flatMap(Optional::stream)
                .toList());
    section.refuseUnknown();
    return method;
  }

  private static ObservationStatus absence(String word) {
    return switch (word) {
      case "suppressed" -> ObservationStatus.SUPPRESSED;
      case "not-collected" -> ObservationStatus.NOT_COLLECTED;
      default -> ObservationStatus.MISSING;
    };
  }

  private Column column(Section section) {
    String name = section.text("name", ".+");
    String is =
        section.text(
            "is",
            "territory|period|value|category|part|status|qualifier|source|citation|footnote|ignored");
    Column column =
        switch (is) {
          case "territory" ->
              new Column.Where(
                  name,
                  section.optional("zoning", "[A-Z][A-Z0-9_]*").orElse(""),
                  section.optional("codes", "exact|padded").orElse("exact").equals("padded")
                      ? Format.Codes.PADDED
                      : Format.Codes.EXACT);
          case "period" ->
              new Column.When(
                  name,
                  section.optional("school-year", "true|false").orElse("false").equals("true")
                      ? Period.Kind.SCHOOL_YEAR
                      : Period.Kind.UNSTATED);
          case "value" ->
              new Column.Value(
                  name,
                  indicator(section),
                  section.optional("decimals", "[0-6]").map(Integer::parseInt).orElse(-1));
          case "category" -> new Column.By(name, section.text("dimension", ID));
          case "part" -> new Column.Part(name);
          case "status" -> new Column.Said(name, Format.What.STATUS);
          case "qualifier" -> new Column.Said(name, Format.What.QUALIFIER);
          case "source" -> new Column.Said(name, Format.What.SOURCE);
          case "citation" -> new Column.Said(name, Format.What.CITATION);
          case "footnote" -> new Column.Said(name, Format.What.FOOTNOTE);
          default -> new Column.Ignored(name);
        };
    section.refuseUnknown();
    return column;
  }

  private String indicator(Section section) {
    String id = section.text("indicator", ID);
    if (indicators.stream().noneMatch(each -> each.id().equals(id))) {
      section.refuse(
          "indicator", "indicateur inconnu « " + id + " » ; /api/v1/indicators les donne");
    }
    return id;
  }
}
