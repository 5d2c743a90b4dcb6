package fr.passerelle.catalog.study.search;

import fr.passerelle.catalog.study.Dates;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Period;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.search.Similar.Kind;
import fr.passerelle.catalog.study.search.Similar.Reason;
import fr.passerelle.catalog.territory.Territories;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.ConceptRef;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** In what two studies are alike besides their words. */
final class Circumstances {
  private static final double THEME = 0.2;
  private static final double TERRITORY = 0.2;
  private static final double WITHIN = 0.14;
  private static final double PERIOD = 0.07;
  private static final double PRODUCER = 0.03;

  private Circumstances() {}

  static List<Reason> reasons(Row one, Row other, Territories territories) {
    Study first = one.study();
    Study second = other.study();
    return Stream.of(
            themes(first, second),
            territories(first, second, territories),
            period(first, second),
            producers(first, second))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Reason> themes(Study one, Study other) {
    List<String> common =
        one.themes().stream().filter(other.themes()::contains).map(ConceptRef::code).toList();
    long all = Stream.concat(one.themes().stream(), other.themes().stream()).distinct().count();
    if (common.isEmpty()) {
      return Optional.empty();
    }
    String codes = String.join(", ", common);
    return Optional.of(
        new Reason(
            Kind.THEME,
            THEME * (0.5 + 0.5 * common.size() / all),
            "même thème : " + codes,
            "same theme: " + codes));
  }

  private static Optional<Reason> territories(Study one, Study other, Territories territories) {
    List<Territory> same =
        one.territories().stream().filter(other.territories()::contains).toList();
    if (!same.isEmpty()) {
      String name = territories.name(same.getFirst());
      return Optional.of(
          new Reason(
              Kind.TERRITORY, TERRITORY, "même territoire : " + name, "same territory: " + name));
    }
    for (Territory mine : one.territories()) {
      for (Territory theirs : other.territories()) {
        if (territories.contains(mine, theirs)) {
          return Optional.of(within(territories, theirs, mine));
        }
        if (territories.contains(theirs, mine)) {
          return Optional.of(within(territories, mine, theirs));
        }
      }
    }
    return Optional.empty();
  }

  /** The larger the outer one, the less it says: France holds everything. */
  private static Reason within(Territories territories, Territory small, Territory large) {
    String inner = territories.name(small);
    String outer = territories.name(large);
    boolean wide = large.level().compareTo(Territory.Level.REGION) < 0;
    return new Reason(
        Kind.TERRITORY,
        wide ? WITHIN / 2 : WITHIN,
        "un territoire dans l'autre : " + inner + ", " + outer,
        "one territory within the other: " + inner + ", " + outer);
  }

  private static Optional<Reason> period(Study one, Study other) {
    Period mine = one.content().subjects().period();
    Period theirs = other.content().subjects().period();
    if (mine.overlaps(theirs)) {
      return Optional.of(
          new Reason(Kind.PERIOD, PERIOD, "même période étudiée", "same period studied"));
    }
    boolean known = !mine.isEmpty() && !theirs.isEmpty();
    Optional<Integer> years = year(one).flatMap(a -> year(other).map(b -> Math.abs(a - b)));
    return known || years.isEmpty() || years.get() > 1
        ? Optional.empty()
        : Optional.of(new Reason(Kind.PERIOD, PERIOD, "dates proches", "close dates"));
  }

  private static Optional<Integer> year(Study study) {
    Dates dates = study.content().dates();
    return dates.expected().or(dates::issued).map(PartialDate::year);
  }

  private static Optional<Reason> producers(Study one, Study other) {
    String common =
        one.content().producers().stream()
            .filter(other.content().producers()::contains)
            .collect(Collectors.joining(", "));
    return common.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Reason(
                Kind.PRODUCER,
                PRODUCER,
                "même producteur : " + common,
                "same producer: " + common));
  }
}
