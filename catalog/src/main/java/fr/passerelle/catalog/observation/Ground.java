package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Coverage;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Perimeter.Fraction;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a place is made of: whole communes, and parts of others, of whose figures the same part is
 * an estimate (status E).
 */
final class Ground {
  private final Geography geography;
  private final Communes communes;
  private final List<Fraction> fractions;
  private final long people;
  private final double all;

  Ground(Geography geography, Communes communes, List<Fraction> fractions) {
    this.geography = geography;
    this.communes = communes;
    this.fractions = fractions;
    people = geography.population(communes).orElse(0);
    all = people + fractions.stream().mapToDouble(this::people).sum();
  }

  private double people(Fraction each) {
    return each.share() * Math.max(0, geography.population(each.place()));
  }

  Geography geography() {
    return geography;
  }

  /** Those that are in it whole. */
  Communes communes() {
    return communes;
  }

  /** Communes that it has, whole or in part. */
  int size() {
    return communes.size() + fractions.size();
  }

  boolean isWhole() {
    return fractions.isEmpty();
  }

  /** A coverage of all of it. */
  Coverage covered() {
    return Coverage.of(size(), size(), Math.round(all), Math.round(all));
  }

  /** What its fractions have of a column, as far as they have it of another too. */
  double sum(Column column, Column other) {
    double sum = 0;
    for (Fraction each : fractions) {
      if (column.has(each.place()) && other.has(each.place())) {
        sum += each.share() * column.value(each.place());
      }
    }
    return sum;
  }

  /** Of its communes, those that have a value, parts among them. */
  BitSet present(Column column) {
    BitSet present = column.present(communes);
    for (Fraction each : fractions) {
      if (column.has(each.place())) {
        present.set(each.place());
      }
    }
    return present;
  }

  /** How much of it those communes are. */
  Coverage coverage(BitSet present) {
    Coverage whole = Coverage.of(geography, communes, present);
    if (fractions.isEmpty()) {
      return whole;
    }
    List<Fraction> covered = fractions.stream().filter(each -> present.get(each.place())).toList();
    return with(whole, covered);
  }

  /** What is told of whole communes only lacks the others. */
  Coverage lacking(Coverage whole) {
    return fractions.isEmpty() ? whole : with(whole, List.of());
  }

  private Coverage with(Coverage whole, List<Fraction> covered) {
    double reached =
        whole.population().orElse(0) * people + covered.stream().mapToDouble(this::people).sum();
    int count = whole.covered() + covered.size();
    return new Coverage(
        size(),
        count,
        size() - count,
        all == 0 ? OptionalDouble.empty() : OptionalDouble.of(reached / all));
  }

  /** What was added up of whole communes, with what the others have. */
  Walk.Counted with(Walk.Counted whole, Column column) {
    Map<ObservationStatus, Integer> statuses = new EnumMap<>(ObservationStatus.class);
    whole.statuses().forEach(statuses::put);
    int valued = whole.valued();
    double reached = whole.reached();
    for (Fraction each : fractions) {
      column
          .status(each.place())
          .map(status -> status.isValued() ? ObservationStatus.ESTIMATED : status)
          .ifPresent(status -> statuses.merge(status, 1, Integer::sum));
      if (column.has(each.place())) {
        valued++;
        reached += people(each);
      }
    }
    return new Walk.Estimated(
        whole.sum() + sum(column, column), valued, reached, statuses, column.delivery());
  }

  /** Inhabitants of whole communes. */
  long people() {
    return people;
  }

  /** How much of it has a value. */
  Coverage coverage(Walk.Counted counted) {
    return counted.valued() == size()
        ? covered()
        : Coverage.of(size(), counted.valued(), Math.round(counted.reached()), Math.round(all));
  }
}
