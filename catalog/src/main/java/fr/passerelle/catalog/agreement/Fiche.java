package fr.passerelle.catalog.agreement;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.vocab.Licence;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A fiche navette: a request for figures and what became of it, and how they are delivered.
 *
 * @param id its name in addresses, and the series of its deliveries
 * @param title French title
 * @param state what became of the request
 * @param reason why it is blocked, or what is to be known of its state
 * @param contact mailbox of a role, not of a person
 * @param due days of the year by which a delivery is expected
 * @param licence under which its figures are published; empty while they are for the network
 * @param embargoDays days from a delivery to its publication
 * @param from first period that may be delivered; empty for any
 * @param to last period that may be delivered
 * @param protection who protects what, and by what law
 * @param format how its files are written
 * @param raw what is to be known of raw figures; there if and only if they are ours to protect
 */
public record Fiche(
    String id,
    String title,
    State state,
    String reason,
    String contact,
    List<MonthDay> due,
    Optional<Licence> licence,
    int embargoDays,
    Optional<Period> from,
    Optional<Period> to,
    Protection protection,
    Format format,
    Optional<RawTerms> raw) {
  public Fiche {
    due = due.stream().sorted().toList();
  }

  /** What became of a request. */
  public enum State {
    /** Asked for. */
    REQUESTED,
    /** The supplier can deliver it. */
    FEASIBLE,
    /** Something is in the way: the reason says what. */
    BLOCKED,
    /** Deliveries are taken. */
    AGREED,
    /** Agreed again after a first time. */
    RENEWED;

    /** Word in files and answers. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether deliveries are taken. */
    public boolean delivers() {
      return this == AGREED || this == RENEWED;
    }

    /** The state of that word. */
    public static Optional<State> find(String id) {
      return Arrays.stream(values()).filter(each -> each.id().equals(id)).findFirst();
    }
  }

  /** The last day by which a delivery was expected, as that day sees it. */
  public Optional<LocalDate> lastDue(LocalDate day) {
    return due.stream()
        .map(each -> each.atYear(day.getYear()))
        .map(date -> date.isAfter(day) ? date.minusYears(1) : date)
        .max(Comparator.naturalOrder());
  }

  /** First day on which what is delivered on that day is public; empty where it is at once. */
  public Optional<LocalDate> opens(LocalDate delivered) {
    return embargoDays == 0 ? Optional.empty() : Optional.of(delivered.plusDays(embargoDays));
  }

  /** Code of the indicator of its first column of values; empty where a column says which. */
  public String indicator() {
    return format.columns().stream()
        .filter(Format.Column.Value.class::isInstance)
        .map(each -> ((Format.Column.Value) each).indicator())
        .findFirst()
        .orElse("");
  }

  /** Whether a period may be delivered. */
  public boolean covers(Period period) {
    return from.filter(first -> period.start().isBefore(first.start())).isEmpty()
        && to.filter(last -> period.end().isAfter(last.end())).isEmpty();
  }
}
