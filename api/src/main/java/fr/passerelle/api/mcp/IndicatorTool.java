package fr.passerelle.api.mcp;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.Territories;
import fr.passerelle.catalog.delivery.Delivery;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.observation.Precision;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.territory.Directory;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.Uris;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells an indicator at a territory or a perimeter, or which indicators there are. */
@Singleton
final class IndicatorTool implements ReadTool {
  /** Lines of an answer: the last period of a few places, or a series of one. */
  private static final int MOST_LINES = 40;

  private static final int MOST_INDICATORS = 20;

  private final FigureDesk desk;
  private final Instance instance;

  IndicatorTool(FigureDesk desk, Instance instance) {
    this.desk = desk;
    this.instance = instance;
  }

  @Override
  public String name() {
    return "indicator";
  }

  @Override
  public String title() {
    return "Lire un indicateur sur un territoire";
  }

  @Override
  public String description() {
    return "Avec indicator et territory ou perimeter : la valeur, son statut et sa source, ou le"
        + " refus avec sa raison et ce qu'il y a à la place. Sans indicator : les"
        + " indicateurs dont le nom a les mots de query. Une valeur d'un autre territoire"
        + " n'est jamais donnée pour celui-ci.";
  }

  @Override
  public Map<String, Object> input() {
    return new Input()
        .text(
            "indicator", 80, "Code de l'indicateur, par exemple defm-abc ; vide pour les chercher")
        .text("query", 200, "Mots du nom d'un indicateur, par exemple chômage")
        .text(
            "territory",
            200,
            "Codes de territoires, séparés par des virgules : FRANCE, R93, D13, EPCI-200054807,"
                + " COM-13055 ; ou un nom, auquel répondent des codes")
        .text("perimeter", 64, "Empreinte d'un périmètre (POST /api/v1/perimeters)")
        .text("period", 60, "last (par défaut), all, ou des périodes : 2016, 2016-Q4")
        .schema();
  }

  @Override
  public Told answer(Arguments arguments) {
    Published published = desk.published("");
    String indicator = arguments.text("indicator");
    return indicator.isEmpty()
        ? list(published, arguments.text("query"))
        : figures(published, desk.indicator(published, indicator), arguments);
  }

  private Told list(Published published, String words) {
    List<Indicator> found = desk.find(published, words, "", "");
    List<Indicator> told = found.stream().limit(MOST_INDICATORS).toList();
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("items", told.stream().map(IndicatorTool::item).toList());
    content.put("total", found.size());
    Sources sources = new Sources();
    told.stream().flatMap(each -> published.of(each).stream()).distinct().forEach(sources::add);
    sources.tell(content);
    return new Told(
        content,
        "%d indicateur(s)".formatted(found.size())
            + told.stream()
                .map(each -> "\n- %s : %s (%s)".formatted(each.id(), each.title(), each.unit()))
                .collect(Collectors.joining())
            + sources.words(),
        List.of(Told.Link.json("Tous les indicateurs", instance.address() + "/api/v1/indicators")));
  }

  private static Map<String, Object> item(Indicator indicator) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", indicator.id());
    item.put("title", indicator.title());
    item.put("unit", indicator.unit());
    item.put("theme", indicator.theme());
    item.put("producer", indicator.producer());
    return item;
  }

  private Told figures(Published published, Indicator indicator, Arguments arguments) {
    List<String> territories =
        arguments.optional("territory").map(text -> List.of(text.split(",", -1))).orElse(List.of());
    territories.forEach(each -> requireCode(published, each.strip()));
    List<Place> places =
        desk.places(
            published,
            new FigureDesk.Where(
                territories.stream().map(String::strip).toList(),
                arguments.optional("perimeter").map(List::of).orElse(List.of()),
                "",
                ""));
    Question question =
        new Question(
            List.of(indicator),
            places,
            desk.periods(arguments.text("period")),
            new Question.Cut.Whole());
    List<Line> lines = desk.lines(published, question, MOST_LINES);
    Map<String, Object> content = new LinkedHashMap<>(item(indicator));
    content.put("definition", indicator.definition());
    content.put("figures", lines.stream().map(IndicatorTool::figure).toList());
    Sources sources = sources(published, lines);
    sources.tell(content);
    return new Told(
        content,
        "%s (%s)".formatted(indicator.title(), indicator.unit())
            + lines.stream().map(IndicatorTool::line).collect(Collectors.joining())
            + sources.words(),
        List.of(
            Told.Link.json(
                "Les mêmes valeurs",
                "%s/api/v1/indicators/%s/values?territory=%s"
                    .formatted(
                        instance.address(),
                        Uris.path(indicator.id()),
                        Uris.path(arguments.text("territory"))))));
  }

  /** A name is no code: two places may have it, so that the codes are told and none is chosen. */
  private static void requireCode(Published published, String text) {
    if (Territory.parse(text).isPresent() || text.isEmpty()) {
      return;
    }
    List<Directory.Found> named =
        published
            .dashboard()
            .geography()
            .directory()
            .find(
                Territories.query(
                    published.dashboard().geography(), /* type= */ null, text, /* within= */ null));
    if (!named.isEmpty()) {
      throw ProblemException.parameter(
          "territory",
          text,
          "un code ; de ce nom : "
              + named.stream()
                  .limit(8)
                  .map(each -> each.zone().territory() + " (" + each.zone().name() + ")")
                  .collect(Collectors.joining(", ")));
    }
  }

  private static Sources sources(Published published, List<Line> lines) {
    Sources sources = new Sources();
    lines.stream()
        .flatMap(line -> line.answer().deliveries().stream())
        .distinct()
        .flatMap(receipt -> published.delivery(receipt).stream())
        .forEach(sources::add);
    lines.stream()
        .flatMap(line -> published.dashboard().origins(line).stream())
        .distinct()
        .forEach(sources::add);
    return sources;
  }

  private static Map<String, Object> figure(Line line) {
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("place", line.place().code());
    figure.put("placeName", line.place().name());
    figure.put("period", line.cell().period().toString());
    line.value().ifPresent(value -> figure.put("value", value));
    figure.put("status", String.valueOf(line.status().code()));
    line.answer()
        .covered()
        .ifPresent(coverage ->
            figure.put(
                "coverage",
                Map.of("expected", coverage.expected(), "covered", coverage.covered())));
    if (line.answer().precision().isProtected()) {
      figure.put("halfWidth", line.answer().precision().halfWidth());
      figure.put("credit", Precision.CREDIT);
    }
    if (Delivery.isSynthetic(line.answer())) {
      figure.put("synthetic", true);
    }
    if (line.answer() instanceof Answer.Published said) {
      figure.put("observations", said.observations().stream().map(IndicatorTool::said).toList());
    }
    if (line.answer() instanceof Answer.Refusal refusal) {
      figure.put("refusal", refused(refusal));
    }
    return figure;
  }

  private static Map<String, Object> said(Observation each) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("territory", each.territory().toString());
    each.value().ifPresent(value -> said.put("value", value));
    said.put("qualifier", each.wording().qualifier());
    said.put("source", each.wording().source());
    return said;
  }

  private static Map<String, Object> refused(Answer.Refusal refusal) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("reason", refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    said.put("explanation", refusal.explanation());
    said.put("nearest", refusal.nearest().stream().limit(5).map(IndicatorTool::said).toList());
    said.put("within", refusal.within().stream().limit(20).map(Territory::toString).toList());
    if (!refusal.substitute().isEmpty()) {
      said.put("substitute", refusal.substitute());
    }
    return said;
  }

  private static String line(Line line) {
    String value =
        line.value().isPresent()
            ? "%s (statut %s)".formatted(plain(line.value().getAsDouble()), line.status().code())
            : line.answer() instanceof Answer.Refusal refusal
                ? "pas de valeur : " + refusal.explanation()
                : "pas de valeur";
    return "\n- %s (%s), %s : %s%s"
        .formatted(
            line.place().name(),
            line.place().code(),
            line.cell().period(),
            value,
            Delivery.isSynthetic(line.answer()) ? ", " + Delivery.SYNTHETIC_NOTE : "");
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
