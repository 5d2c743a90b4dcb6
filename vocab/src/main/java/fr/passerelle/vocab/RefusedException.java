package fr.passerelle.vocab;

import java.util.List;

/** A source or a release is refused whole; what is published stays as it was. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;

  /**
   * @param faults why, at least one
   */
  public RefusedException(List<Fault> faults) {
    super(faults.isEmpty() ? "refusé" : faults.getFirst().toString());
    this.faults = List.copyOf(faults);
  }

  /** A refusal for one reason. */
  public static RefusedException of(String place, String rule, String message) {
    return new RefusedException(List.of(new Fault(place, rule, message)));
  }

  /** Why. */
  public List<Fault> faults() {
    return faults;
  }
}
