package fr.passerelle.catalog.territory;

import fr.passerelle.vocab.ConceptRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A territory by the code that studies write: {@code WORLD}, {@code EUROPE}, {@code FRANCE}, {@code
 * R93} (region 93), {@code D13} (department 13).
 *
 * @param level how large a thing it is
 * @param code code among the territories of its level; empty for the world, Europe and France
 */
public record Territory(Level level, String code) implements Comparable<Territory> {
  private static final Pattern FORM = Pattern.compile("([RD])(\\d[0-9AB]\\d?)");

  /** The whole world. */
  public static final Territory WORLD = new Territory(Level.WORLD, "");

  /** Europe. */
  public static final Territory EUROPE = new Territory(Level.EUROPE, "");

  /** France, overseas included. */
  public static final Territory FRANCE = new Territory(Level.COUNTRY, "");

  /** How large a territory is, the largest first. */
  public enum Level {
    /** The world. */
    WORLD,
    /** A continent. */
    EUROPE,
    /** A country. */
    COUNTRY,
    /** A region of France (scheme {@code regions}). */
    REGION,
    /** A department of France (scheme {@code departements}). */
    DEPARTMENT
  }

  /** The territory of that code; empty where the code has another form. */
  public static Optional<Territory> parse(String text) {
    return switch (text) {
      case "WORLD" -> Optional.of(WORLD);
      case "EUROPE" -> Optional.of(EUROPE);
      case "FRANCE" -> Optional.of(FRANCE);
      default -> {
        Matcher matcher = FORM.matcher(text);
        yield matcher.matches()
            ? Optional.of(
                new Territory(
                    matcher.group(1).equals("R") ? Level.REGION : Level.DEPARTMENT,
                    matcher.group(2)))
            : Optional.empty();
      }
    };
  }

  /** The concept that names it in the official geographic code, where there is one. */
  public Optional<ConceptRef> concept() {
    return switch (level) {
      case REGION -> Optional.of(new ConceptRef("regions", code));
      case DEPARTMENT -> Optional.of(new ConceptRef("departements", code));
      case WORLD, EUROPE, COUNTRY -> Optional.empty();
    };
  }

  @Override
  public int compareTo(Territory other) {
    int byLevel = level.compareTo(other.level);
    return byLevel != 0 ? byLevel : code.compareTo(other.code);
  }

  /** As {@link #parse} reads it. */
  @Override
  public String toString() {
    return switch (level) {
      case WORLD -> "WORLD";
      case EUROPE -> "EUROPE";
      case COUNTRY -> "FRANCE";
      case REGION -> "R" + code;
      case DEPARTMENT -> "D" + code;
    };
  }
}
