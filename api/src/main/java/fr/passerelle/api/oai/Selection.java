package fr.passerelle.api.oai;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which records a harvester wants (OAI-PMH 2.0, section 2.7).
 *
 * @param from records of then and later; empty for all
 * @param until records of then and earlier; empty for all
 * @param set set and those below it; empty for all
 */
record Selection(String from, String until, String set) {
  private static final Pattern DATE =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\dZ)?");
  private static final Pattern SET = Pattern.compile("[\\w.!~*'()-]+(:[\\w.!~*'()-]+)*");
  private static final int OF_DAY = 10;

  /**
   * What those arguments select.
   *
   * @throws OaiError badArgument
   */
  static Selection of(Arguments arguments) {
    Selection selection =
        new Selection(
            arguments.find(Arguments.FROM).orElse(""),
            arguments.find(Arguments.UNTIL).orElse(""),
            arguments.find(Arguments.SET).orElse(""));
    selection.check();
    return selection;
  }

  private void check() {
    Optional<Instant> first = begin();
    Optional<Instant> last = end();
    if (first.isPresent() && last.isPresent()) {
      if (from.length() != until.length()) {
        throw Arguments.bad("from et until sont à écrire avec la même précision");
      }
      if (!first.get().isBefore(last.get())) {
        throw Arguments.bad("from est après until");
      }
    }
    if (!set.isEmpty() && !SET.matcher(set).matches()) {
      throw Arguments.bad("set n'a pas la forme d'un nom d'ensemble ; ListSets les donne");
    }
  }

  private Optional<Instant> begin() {
    return from.isEmpty() ? Optional.empty() : Optional.of(moment(Arguments.FROM, from));
  }

  /** The first moment after it: the second or the day that is named is in. */
  private Optional<Instant> end() {
    return until.isEmpty()
        ? Optional.empty()
        : Optional.of(
            moment(Arguments.UNTIL, until)
                .plus(1, until.length() == OF_DAY ? ChronoUnit.DAYS : ChronoUnit.SECONDS));
  }

  private static Instant moment(String name, String text) {
    if (DATE.matcher(text).matches()) {
      try {
        return text.length() == OF_DAY
            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
            : Instant.parse(text);
      } catch (DateTimeException e) {
        // said below
      }
    }
    throw Arguments.bad("%s est une date UTC : 2026-01-31 ou 2026-01-31T08:00:00Z".formatted(name));
  }

  boolean holds(Item item) {
    return begin().filter(item.stamp()::isBefore).isEmpty()
        && end().filter(each -> !item.stamp().isBefore(each)).isEmpty()
        && item.isIn(set);
  }
}
