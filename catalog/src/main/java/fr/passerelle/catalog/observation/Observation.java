package fr.passerelle.catalog.observation;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.territory.Territory;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A value as its source gives it, or that there is none.
 *
 * @param indicator code of the indicator
 * @param categories what it is cut by
 * @param territory where
 * @param period when
 * @param value in the unit of the indicator; empty where the status says that there is none
 * @param status what the value is worth
 * @param wording what the source says with it
 * @param delivery receipt of the delivery that it came with; empty while it is only checked
 */
public record Observation(
    String indicator,
    Categories categories,
    Territory territory,
    Period period,
    OptionalDouble value,
    ObservationStatus status,
    Wording wording,
    String delivery) {

  /**
   * What a source says with a value.
   *
   * @param qualifier {@code près de}, {@code plus de}, {@code environ}; empty where the value is
   *     told without
   * @param footnotes notes, in their order
   * @param source who made the figure
   * @param citation where it was read
   */
  public record Wording(String qualifier, List<String> footnotes, String source, String citation) {
    /** Nothing. */
    public static final Wording NONE = new Wording("", List.of(), "", "");

    public Wording {
      footnotes = List.copyOf(footnotes);
    }
  }

  /** The same, accepted with that delivery. */
  public Observation in(String receipt) {
    return new Observation(
        indicator, categories, territory, period, value, status, wording, receipt);
  }

  /** What it is of, territory apart. */
  public Figures.Cell cell() {
    return new Figures.Cell(categories, period);
  }

  public Observation {
    if (value.isPresent() != status.isValued()) {
      throw new IllegalArgumentException(
          "status " + status + (value.isPresent() ? " with" : " without") + " a value");
    }
    if (value.isPresent() && !Double.isFinite(value.getAsDouble())) {
      throw new IllegalArgumentException("not a number: " + value.getAsDouble());
    }
  }
}
