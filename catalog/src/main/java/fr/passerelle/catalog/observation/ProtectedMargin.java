package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.secrecy.Partition;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.Uncertainty;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Zone;
import java.math.BigDecimal;

/**
 * A margin of a protected table by commune: values, those of a group at its first commune, and how
 * many of the protected counts in it may stand for others.
 */
final class ProtectedMargin {
  private final Column column;
  private final Partition partition;
  private final Uncertainty uncertainty;
  private final int[] zeros;
  private final int[] raised;

  private ProtectedMargin(
      Column column, Partition partition, Uncertainty uncertainty, int[] zeros, int[] raised) {
    this.column = column;
    this.partition = partition;
    this.uncertainty = uncertainty;
    this.zeros = zeros;
    this.raised = raised;
  }

  /** Sums by group, while they are made. */
  static final class Sums {
    private final Partition partition;
    private final Uncertainty uncertainty;
    private final long[] values;
    private final int[] zeros;
    private final int[] raised;

    Sums(Partition partition, Uncertainty uncertainty) {
      this.partition = partition;
      this.uncertainty = uncertainty;
      values = new long[partition.groups().size()];
      zeros = new int[values.length];
      raised = new int[values.length];
    }

    /** One more value of a group: without it nothing is known of the sum. */
    void add(int group, long value) {
      if (value == ProtectedTable.NONE || values[group] == ProtectedTable.NONE) {
        values[group] = ProtectedTable.NONE;
        return;
      }
      values[group] = Math.addExact(values[group], value);
      if (uncertainty.isUncertain(value)) {
        zeros[group] += value == 0 ? 1 : 0;
        raised[group] += value == 0 ? 0 : 1;
      }
    }

    /** Laid over communes. */
    ProtectedMargin over(int communes, int decimals, ObservationStatus status, String delivery) {
      BlockBuilder block = new BlockBuilder(communes, 1);
      int[] zerosAt = new int[communes];
      int[] raisedAt = new int[communes];
      for (int group = 0; group < values.length; group++) {
        if (values[group] != ProtectedTable.NONE) {
          Communes members = partition.groups().get(group);
          int first = members.at(0);
          block.add(0, first, BigDecimal.valueOf(values[group], decimals).doubleValue(), status);
          members.stream().skip(1).forEach(place -> block.add(0, place, 0, status));
          zerosAt[first] = zeros[group];
          raisedAt[first] = raised[group];
        }
      }
      return new ProtectedMargin(
          new Column(block.build(), 0, delivery), partition, uncertainty, zerosAt, raisedAt);
    }
  }

  Column column() {
    return column;
  }

  /** Whether any commune of a zone has a value. */
  boolean concerns(Zone zone) {
    return !column.present(zone.communes()).isEmpty();
  }

  /** The communes of the groups that a territory holds whole. */
  Communes whole(Communes communes) {
    return partition.whole(communes);
  }

  /**
   * How far a sum may be from the raw one.
   *
   * @param told communes of whole groups
   * @param cut communes of the territory that have a value and are not told of
   */
  Precision precision(Communes told, int cut) {
    long zero = 0;
    long up = 0;
    for (int i = 0; i < told.size(); i++) {
      zero += zeros[told.at(i)];
      up += raised[told.at(i)];
    }
    return new Precision(uncertainty.halfWidth(zero, up), zero + up, cut);
  }
}
