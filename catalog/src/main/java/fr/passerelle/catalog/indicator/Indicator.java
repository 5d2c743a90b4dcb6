package fr.passerelle.catalog.indicator;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What figures are of.
 *
 * @param id code in addresses: lower-case words joined by hyphens
 * @param version definition, from 1: a definition that changes is another one, never merged
 * @param title French name
 * @param definition what exactly is counted
 * @param theme code of the theme of observation, e.g. {@code population}
 * @param question the question that it answers, in plain French; empty where none is recorded
 * @param unit what one is, e.g. {@code personnes}, {@code %}, {@code €}
 * @param decimals digits shown after the decimal mark
 * @param producer who publishes it
 * @param headline whether it is among the few that a portrait begins with
 * @param measure how it adds up
 * @param notes what readers are to know
 */
public record Indicator(
    String id,
    int version,
    String title,
    String definition,
    String theme,
    String question,
    String unit,
    int decimals,
    String producer,
    boolean headline,
    Measure measure,
    List<String> notes) {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int MOST_DECIMALS = 6;

  public Indicator {
    notes = List.copyOf(notes);
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("no code of an indicator: " + id);
    }
    if (version < 1 || decimals < 0 || decimals > MOST_DECIMALS || title.isBlank()) {
      throw new IllegalArgumentException("an indicator needs a title, a version and decimals");
    }
  }

  /** No two of an installation have the same code; portraits look up hundreds of them. */
  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
