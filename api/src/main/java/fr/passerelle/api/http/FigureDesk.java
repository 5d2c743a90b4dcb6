package fr.passerelle.api.http;

import fr.passerelle.catalog.delivery.CurrentFigures;
import fr.passerelle.catalog.delivery.Deliveries;
import fr.passerelle.catalog.delivery.FigureHistory;
import fr.passerelle.catalog.delivery.FigureHistory.Revised;
import fr.passerelle.catalog.delivery.Published;
import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.CategoryIndex;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.observation.Question.Cut;
import fr.passerelle.catalog.observation.Question.Periods;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Overlap;
import fr.passerelle.catalog.territory.Perimeter;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.catalog.territory.store.Geographies;
import fr.passerelle.catalog.territory.store.StoredPerimeter;
import fr.passerelle.vocab.search.Folding;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where figures are asked for, by any channel. */
@Singleton
public final class FigureDesk {
  /** Lines of one answer: a page of figures, or a file that opens in a spreadsheet. */
  public static final int MOST_LINES = 20_000;

  private static final int MOST_PLACES = 2_000;
  private static final String LAST = "last";
  private static final String ALL = "all";

  private final Deliveries deliveries;
  private final PerimeterDesk perimeters;
  private final CurrentFigures current;

  FigureDesk(Deliveries deliveries, PerimeterDesk perimeters, Geographies geographies) {
    this.deliveries = deliveries;
    this.perimeters = perimeters;
    this.current = new CurrentFigures(deliveries, geographies, Clock.systemUTC());
  }

  /** Which indicators are cut by which concepts, now. */
  public CategoryIndex categories() {
    return current.categories();
  }

  /**
   * What is published, or was.
   *
   * @param asOf a day, of which the end counts, or a moment (ISO 8601); empty for now
   * @throws ProblemException BAD_PARAMETER where it is neither
   */
  public Published published(String asOf) {
    return asOf.isEmpty() ? deliveries.published() : deliveries.published(moment("asOf", asOf));
  }

  /** The columnar file of a public delivery; the sample and what is protected have none. */
  public Optional<Path> observations(String receipt) {
    return deliveries.published().delivery(receipt).flatMap(deliveries::observations);
  }

  /**
   * The figures that are asked for, with the values that they had.
   *
   * @param updatedAfter a day, of which the end counts, or a moment (ISO 8601): only those that
   *     were first published, changed or taken back after it; empty for all
   * @param most lines that the channel can take
   * @throws ProblemException BAD_PARAMETER; TOO_LARGE
   */
  public List<Revised> revised(
      Published published, Question question, String updatedAfter, int most) {
    Optional<Instant> after =
        updatedAfter.isEmpty()
            ? Optional.empty()
            : Optional.of(moment("updatedAfter", updatedAfter));
    FigureHistory history = deliveries.history(published.known());
    int states = question.indicators().stream().mapToInt(history::size).max().orElse(0);
    refuse(question.cost(published.dashboard()) * Math.max(1, states), most);
    return history.of(question, published.dashboard()).stream()
        .filter(each -> after.filter(moment -> !each.isAfter(moment)).isEmpty())
        .toList();
  }

  /** Name of what {@link #revised} tells of: part of every cache key. */
  public String version(Published published) {
    return published.version() + "-" + deliveries.history(published.known()).version();
  }

  private static Instant moment(String parameter, String text) {
    try {
      return text.length() <= 10
          ? LocalDate.parse(text).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.parameter(
          parameter, text, "un jour comme 2026-01-31, ou un instant comme 2026-01-31T12:00:00Z");
    }
  }

  /**
   * The indicator of that code.
   *
   * @throws ProblemException UNKNOWN_CODE
   */
  public Indicator indicator(Published published, String id) {
    return published
        .indicator(id)
        .orElseThrow(() ->
            new ProblemException(
                ProblemType.UNKNOWN_CODE,
                "Aucun indicateur %s ; le plus proche est %s, /api/v1/indicators les donne tous."
                    .formatted(Text.quoted(id), nearest(published, id)),
                new Problem.Detail("id", "le code d'un indicateur")));
  }

  /**
   * Indicators, by theme and code.
   *
   * @param words of the title or the code; empty for any
   * @param theme code of a theme; empty for any
   * @param headline {@code true}, {@code false}, or empty for both
   * @throws ProblemException BAD_PARAMETER for a theme that no indicator has
   */
  public List<Indicator> find(Published published, String words, String theme, String headline) {
    List<String> themes =
        published.indicators().stream().map(Indicator::theme).distinct().sorted().toList();
    if (!theme.isEmpty() && !themes.contains(theme)) {
      throw ProblemException.parameter("theme", theme, "un thème : " + String.join(", ", themes));
    }
    if (!headline.isEmpty() && !headline.equals("true") && !headline.equals("false")) {
      throw ProblemException.parameter("headline", headline, "true ou false");
    }
    List<String> asked = List.of(Folding.of(words).split(" ", -1));
    return published.indicators().stream()
        .filter(each -> theme.isEmpty() || each.theme().equals(theme))
        .filter(each -> headline.isEmpty() || each.headline() == Boolean.parseBoolean(headline))
        .filter(
            each -> asked.stream().allMatch(Folding.of(each.title() + " " + each.id())::contains))
        .sorted(Comparator.comparing(Indicator::theme).thenComparing(Indicator::id))
        .toList();
  }

  /**
   * Which indicators a portrait has: the filter {@code headline} of {@link #find}.
   *
   * @param text {@code headline} or {@code all}; empty for the first
   * @throws ProblemException BAD_PARAMETER
   */
  public String detail(String text) {
    return switch (text) {
      case "", "headline" -> "true";
      case "all" -> "";
      default -> throw ProblemException.parameter("detail", text, "headline ou all");
    };
  }

  private static String nearest(Published published, String id) {
    return published.indicators().stream()
        .map(Indicator::id)
        .min(Comparator.comparingInt(each -> Text.distance(each, Text.cut(id))))
        .orElse("");
  }

  /**
   * Where figures are asked for, as it is written.
   *
   * @param territories codes of territories
   * @param perimeters hashes of perimeters
   * @param each zoning, of which every zone is one, e.g. {@code REG}; empty for none
   * @param within only the zones of that zoning inside this territory; empty for all
   */
  public record Where(
      List<String> territories, List<String> perimeters, String each, String within) {
    public Where {
      territories = List.copyOf(territories);
      perimeters = List.copyOf(perimeters);
    }
  }

  /**
   * The places so written, each once.
   *
   * @throws ProblemException UNKNOWN_CODE for a code that is none; BAD_PARAMETER where none is
   *     given
   */
  public List<Place> places(Published published, Where where) {
    Geography geography = published.dashboard().geography();
    return places(published, where, hash -> drawn(geography, hash));
  }

  /**
   * The same where perimeters are at hand.
   *
   * @param drawn what a hash stands for
   */
  public List<Place> places(Published published, Where where, Function<String, Place> drawn) {
    Geography geography = published.dashboard().geography();
    Set<Place> places = new LinkedHashSet<>();
    where
        .territories()
        .forEach(code -> places.add(new Place.Named(Territories.get(geography, code))));
    where.perimeters().forEach(hash -> places.add(drawn.apply(hash)));
    if (!where.each().isEmpty()) {
      zones(geography, where).map(Place.Named::new).forEach(places::add);
    }
    if (places.isEmpty()) {
      throw ProblemException.parameter(
          "territory",
          "",
          "un code de territoire au moins (R93, D13, EPCI-200054807), un périmètre"
              + " (perimeter) ou un zonage entier (each=REG)");
    }
    if (places.size() > MOST_PLACES) {
      throw ProblemException.parameter(
          "each",
          where.each(),
          "%d territoires au plus, il y en a %d : choisir within"
              .formatted(MOST_PLACES, places.size()));
    }
    return new ArrayList<>(places);
  }

  private static Stream<Zone> zones(Geography geography, Where where) {
    if (where.each().equals(Territory.COMMUNE)) {
      if (where.within().isEmpty()) {
        throw ProblemException.parameter(
            "within", "", "un territoire, dont les communes sont celles demandées");
      }
      return Territories.get(geography, where.within()).communes().stream()
          .mapToObj(geography::code)
          .flatMap(code -> geography.find(Territory.commune(code)).stream());
    }
    List<Zone> all =
        geography
            .zoning(where.each())
            .orElseThrow(() ->
                ProblemException.parameter(
                    "each",
                    where.each(),
                    "un zonage : "
                        + String.join(
                            ", ",
                            geography.zonings().stream().map(zoning -> zoning.id()).toList())))
            .zones();
    if (where.within().isEmpty()) {
      return all.stream();
    }
    Zone around = Territories.get(geography, where.within());
    return all.stream().filter(zone -> around.communes().containsAll(zone.communes()));
  }

  private Place drawn(Geography geography, String hash) {
    return drawn(geography, perimeters.get(hash));
  }

  /** A perimeter as a place. */
  public static Place drawn(Geography geography, StoredPerimeter stored) {
    Perimeter.Placed placed = stored.perimeter().in(geography);
    return new Place.Drawn(stored.id(), placed.communes(), placed.fractions());
  }

  /** Perimeters as places, by their names; those that are kept. */
  public Map<String, Place> drawn(Collection<String> names) {
    Geography geography = perimeters.geography();
    Map<String, Place> places = new HashMap<>();
    perimeters.find(names).forEach((name, stored) -> places.put(name, drawn(geography, stored)));
    return places;
  }

  /**
   * Periods as they are asked for.
   *
   * @param text {@code last}, {@code all}, or periods separated by commas; empty for the last
   * @throws ProblemException BAD_PARAMETER
   */
  public Periods periods(String text) {
    if (text.isEmpty() || text.equals(LAST)) {
      return new Periods.Last();
    }
    if (text.equals(ALL)) {
      return new Periods.All();
    }
    return new Periods.Those(
        Stream.of(text.split(",", -1))
            .map(each ->
                Period.parse(each)
                    .orElseThrow(() ->
                        ProblemException.parameter(
                            "period",
                            each,
                            "last, all, ou des périodes comme 2016, 2016-Q4, 2016-12, 2016-01-01,"
                                + " 2016-2017")))
            .toList());
  }

  /**
   * Categories as they are asked for.
   *
   * @param text {@code all}, or {@code dimension=code}, several separated by commas; empty for the
   *     whole
   * @throws ProblemException BAD_PARAMETER
   */
  public Cut cut(String text) {
    if (text.isEmpty()) {
      return new Cut.Whole();
    }
    if (text.equals(ALL)) {
      return new Cut.All();
    }
    return new Cut.By(
        Categories.parse(text)
            .orElseThrow(() ->
                ProblemException.parameter(
                    "categories", text, "all, ou dimension=code, par exemple metier-bmo=A0X40")));
  }

  /**
   * The answer, line by line.
   *
   * @param most lines that the channel can take
   * @throws ProblemException TOO_LARGE, with how many lines there would be
   */
  public List<Line> lines(Published published, Question question, int most) {
    refuse(question.cost(published.dashboard()), most);
    return question.ask(published.dashboard());
  }

  private static void refuse(long cost, int most) {
    if (cost > most) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "Cette demande aurait jusqu'à %d lignes, il en est donné %d au plus : demander moins de territoires, de périodes ou de catégories."
              .formatted(cost, most),
          new Problem.Detail("period", "coût estimé : " + cost));
    }
  }

  /** What a place is compared with where nobody says: its region, and the country around it. */
  public List<Place> usualComparisons(Published published, Place place) {
    Geography geography = published.dashboard().geography();
    List<Place> around = new ArrayList<>();
    geography.overlaps(place.communes()).stream()
        .filter(overlap -> overlap.contained())
        .map(Overlap::other)
        .filter(zone -> !zone.territory().toString().equals(place.code()))
        .filter(zone ->
            zone.territory().zoning().equals("REG")
                || zone.territory().equals(Territory.FRANCE)
                || zone.territory().equals(Territory.FRANCE_DE_PROVINCE))
        .sorted(Comparator.comparingInt(zone -> zone.communes().size()))
        .map(Place.Named::new)
        .forEach(around::add);
    return around;
  }
}
