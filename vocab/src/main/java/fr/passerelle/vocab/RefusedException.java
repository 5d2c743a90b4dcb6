package fr.passerelle.vocab;

import java.util.List;

/** A source or a release is refused whole; what is published stays as it was. */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Fault> faults;
  private final String advice;

  /**
   * @param faults why, at least one
   */
  public RefusedException(List<Fault> faults) {
    this(faults, "");
  }

  /**
   * @param faults why, at least one
   * @param advice what a person may do about all of them, in French; may be empty
   */
  public RefusedException(List<Fault> faults, String advice) {
    super(faults.isEmpty() ? "refusé" : faults.getFirst().toString());
    this.faults = List.copyOf(faults);
    this.advice = advice;
  }

  /** What a person may do about all of them, in French; may be empty. */
  public String advice() {
    return advice;
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
