package fr.passerelle.catalog.secrecy;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A delivered table after its protection: all that the service that answers ever knows of it. Every
 * answer, in every format, is a function of such tables and of nothing else.
 *
 * <p>Values are whole numbers of the last decimal of the family, so that sums of them do not depend
 * on the order in which they are made.
 */
public final class ProtectedTable {
  /** In the place of a value that was not delivered. */
  public static final long NONE = Long.MIN_VALUE;

  private final Head head;
  private final List<List<String>> groups;
  private final SortedMap<Period, long[][]> values;

  /**
   * What a table is.
   *
   * @param family what it measures, and by what it is cut
   * @param protection rule under which it was protected, ours
   * @param vintage year of the geographic code of its communes
   * @param status what its values are worth
   */
  public record Head(Family family, Protection protection, int vintage, ObservationStatus status) {
    public Head {
      if (protection.kind() != Protection.Kind.OURS) {
        throw new IllegalArgumentException("not ours to protect: " + protection.kind());
      }
      if (!status.isValued()) {
        throw new IllegalArgumentException("a status without values: " + status);
      }
    }
  }

  /** What a value is marked with, in every format. */
  public enum Mark {
    /** Told as it is. */
    EXACT(""),
    /** It may stand for another count: {@link SmallCounts}. */
    SMALL("P"),
    /** It is told as it is, of several communes together, none of which is told of. */
    GROUPED("G");

    private final String code;

    Mark(String code) {
      this.code = code;
    }

    /** As files say it. */
    public String code() {
      return code;
    }
  }

  /**
   * A protected table.
   *
   * @param groups codes of the communes of each group, those told of and no others
   * @param values by period, cell of the family and group
   */
  public ProtectedTable(Head head, List<List<String>> groups, SortedMap<Period, long[][]> values) {
    this.head = head;
    this.groups = groups.stream().map(List::copyOf).toList();
    this.values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    for (long[][] cells : values.values()) {
      if (cells.length != head.family().size()
          || Arrays.stream(cells).anyMatch(each -> each.length != groups.size())) {
        throw new IllegalArgumentException("a value for each cell and group, or none");
      }
    }
  }

  /** What it is. */
  public Head head() {
    return head;
  }

  /** Codes of the communes of each group. */
  public List<List<String>> groups() {
    return groups;
  }

  /** The periods it tells of. */
  public SortedMap<Period, long[][]> periods() {
    return values;
  }

  /** Protected value of a cell and group, or {@link #NONE}. */
  public long value(Period period, int cell, int group) {
    return Optional.ofNullable(values.get(period)).orElseThrow()[cell][group];
  }

  /** What a value of a group is marked with: told from what is public. */
  public Mark mark(int group, long value) {
    if (uncertainty().isUncertain(value)) {
      return Mark.SMALL;
    }
    return groups.get(group).size() > 1 ? Mark.GROUPED : Mark.EXACT;
  }

  /** How uncertain its values are. */
  public Uncertainty uncertainty() {
    return switch (head.family().kind()) {
      case COUNTS -> new Uncertainty(head.protection().threshold());
      case MAGNITUDES -> Uncertainty.NONE;
    };
  }
}
