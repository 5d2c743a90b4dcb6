package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.territory.Coverage;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.Zone;
import fr.passerelle.catalog.territory.Zoning;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The place of a territory among those of its zoning, by one indicator: the highest value is first,
 * and equal values share a rank.
 *
 * @param zoning zoning of the peers, itself among them: regions, departments or EPCI
 * @param position from 1; empty where too few have a value for it to say anything
 * @param ties how many others have the same value
 * @param ranked how many have a value
 * @param peers how many there are
 */
public record Rank(String zoning, OptionalInt position, int ties, int ranked, int peers) {
  /** Zonings whose zones are compared: each is of one kind, and all of the country. */
  private static final Set<String> COMPARED =
      Set.of(Territory.REGIONS, Territory.DEPARTMENTS, "EPCI");

  /**
   * The rank of a figure; empty for what is no zone of those zonings, and where there is no value.
   * Only what is told of the peers counts: what is withheld or protected ranks nobody.
   */
  public static Optional<Rank> of(Dashboard dashboard, Line line) {
    OptionalDouble own = value(line.answer(), line);
    if (own.isEmpty()
        || !(line.place() instanceof Place.Named named)
        || !COMPARED.contains(named.zone().territory().zoning())) {
      return Optional.empty();
    }
    return dashboard
        .geography()
        .zoning(named.zone().territory().zoning())
        .map(zoning -> among(zoning, dashboard, line, own.getAsDouble()));
  }

  private static Rank among(Zoning zoning, Dashboard dashboard, Line line, double own) {
    double[] values =
        zoning.zones().stream()
            .map(zone -> told(dashboard, line, zone))
            .flatMapToDouble(OptionalDouble::stream)
            .toArray();
    int above = (int) Arrays.stream(values).filter(each -> each > own).count();
    int same = (int) Arrays.stream(values).filter(each -> each == own).count();
    int peers = zoning.zones().size();
    return new Rank(
        zoning.id(),
        2 * values.length < peers ? OptionalInt.empty() : OptionalInt.of(above + 1),
        same - 1,
        values.length,
        peers);
  }

  private static OptionalDouble told(Dashboard dashboard, Line line, Zone zone) {
    Answer answer = dashboard.ask(line.indicator(), line.cell(), zone);
    return value(answer, new Line(line.indicator(), new Place.Named(zone), line.cell(), answer));
  }

  /** A sum of part of a zone is no value of the zone. */
  private static OptionalDouble value(Answer answer, Line line) {
    Optional<Coverage> coverage = answer.covered();
    return coverage.filter(each -> each.covered() < each.expected()).isPresent()
        ? OptionalDouble.empty()
        : line.value();
  }

  /** Why there is no position, in French; empty where there is one. */
  public String explanation() {
    return position.isPresent()
        ? ""
        : String.format(
            Locale.FRANCE,
            "%d territoires sur %d ont une valeur, moins de la moitié : un rang ne dirait rien.",
            ranked,
            peers);
  }
}
