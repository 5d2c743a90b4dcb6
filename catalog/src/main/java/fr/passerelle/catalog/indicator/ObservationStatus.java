package fr.passerelle.catalog.indicator;

import java.util.Arrays;
import java.util.Optional;

/** What a value is worth: code list CL_OBS_STATUS of SDMX. */
public enum ObservationStatus {
  /** A value like any other. */
  NORMAL('A', true),
  /** The series does not go on from what stood before. */
  BREAK('B', true),
  /** The definition is slightly another one. */
  DEFINITION_DIFFERS('D', true),
  /** Estimated by who publishes it, or by a key on which a commune was split. */
  ESTIMATED('E', true),
  /** A value that is still to come. */
  FORECAST('F', true),
  /** Supplied by who received the data in the place of a value. */
  IMPUTED('I', true),
  /** To be revised by its producer. */
  PROVISIONAL('P', true),
  /** Exists but is of low reliability. */
  LOW_RELIABILITY('U', true),
  /** Not evaluated further. */
  UNVALIDATED('V', true),
  /** Not significant. */
  NOT_SIGNIFICANT('N', false),
  /** Missing, no reason given. */
  MISSING('O', false),
  /** Missing, as there can be none. */
  CANNOT_EXIST('M', false),
  /** Missing: exists but was not collected. */
  NOT_COLLECTED('L', false),
  /** Missing: withheld, for statistical secrecy for instance. */
  SUPPRESSED('Q', false);

  private final char code;
  private final boolean valued;

  ObservationStatus(char code, boolean valued) {
    this.code = code;
    this.valued = valued;
  }

  /** Code of SDMX, e.g. {@code P}. */
  public char code() {
    return code;
  }

  /** Whether an observation of this status has a value. */
  public boolean isValued() {
    return valued;
  }

  /** The status of that code. */
  public static Optional<ObservationStatus> find(char code) {
    return Arrays.stream(values()).filter(each -> each.code == code).findFirst();
  }
}
