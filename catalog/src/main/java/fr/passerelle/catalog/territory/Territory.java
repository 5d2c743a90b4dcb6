package fr.passerelle.catalog.territory;

import fr.passerelle.vocab.ConceptRef;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A territory by its code: {@code WORLD}, {@code EUROPE}, {@code FRANCE}, {@code FRANCE_METRO},
 * {@code FRANCE_DE_PROVINCE}, {@code R93} (region 93), {@code D13} (department 13), {@code
 * EPCI-200054807} (a zone of any zoning), {@code COM-13055} (a commune).
 *
 * @param level how large a thing it is
 * @param code code among the territories of its level: that of the region, department or commune;
 *     of a zone, the zoning too; empty for the world, Europe and France
 */
public record Territory(Level level, String code) implements Comparable<Territory> {
  /** Zoning of the regions. */
  public static final String REGIONS = "REG";

  /** Zoning of the departments. */
  public static final String DEPARTMENTS = "DEP";

  /** What stands before the code of a commune. */
  public static final String COMMUNE = "COM";

  /** Characters of the longest code. */
  public static final int LONGEST = 64;

  private static final Pattern FORM = Pattern.compile("([RD])(\\d[0-9AB]\\d?)");
  private static final Pattern ZONE =
      Pattern.compile("([A-Z][A-Z0-9_]{1,19})-([A-Za-z0-9][A-Za-z0-9_.-]{0,39})");
  private static final Pattern COMMUNE_FORM = Pattern.compile("\\d[0-9AB]\\d{3}");

  /** The whole world. */
  public static final Territory WORLD = new Territory(Level.WORLD, "");

  /** Europe. */
  public static final Territory EUROPE = new Territory(Level.EUROPE, "");

  /** France: its eighteen regions, overseas ones included, without overseas collectivities. */
  public static final Territory FRANCE = new Territory(Level.COUNTRY, "");

  /** Metropolitan France: France without the five overseas regions. */
  public static final Territory FRANCE_METRO = new Territory(Level.COMPARISON, "FRANCE_METRO");

  /** Metropolitan France without Île-de-France. */
  public static final Territory FRANCE_DE_PROVINCE =
      new Territory(Level.COMPARISON, "FRANCE_DE_PROVINCE");

  /** How large a territory is, the largest first. */
  public enum Level {
    /** The world. */
    WORLD,
    /** A continent. */
    EUROPE,
    /** A country. */
    COUNTRY,
    /** A part of a country that figures are compared with. */
    COMPARISON,
    /** A region of France (scheme {@code regions}). */
    REGION,
    /** A department of France (scheme {@code departements}). */
    DEPARTMENT,
    /** A zone of another zoning: it may straddle departments and regions. */
    ZONE,
    /** A commune of the reference vintage. */
    COMMUNE
  }

  /** The territory of that code; empty where the code has another form. */
  public static Optional<Territory> parse(String text) {
    return switch (text) {
      case "WORLD" -> Optional.of(WORLD);
      case "EUROPE" -> Optional.of(EUROPE);
      case "FRANCE" -> Optional.of(FRANCE);
      case "FRANCE_METRO" -> Optional.of(FRANCE_METRO);
      case "FRANCE_DE_PROVINCE" -> Optional.of(FRANCE_DE_PROVINCE);
      default -> {
        Matcher matcher = FORM.matcher(text);
        yield matcher.matches()
            ? Optional.of(
                new Territory(
                    matcher.group(1).equals("R") ? Level.REGION : Level.DEPARTMENT,
                    matcher.group(2)))
            : parseZone(text);
      }
    };
  }

  private static Optional<Territory> parseZone(String text) {
    Matcher matcher = ZONE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean commune = matcher.group(1).equals(COMMUNE);
    return commune && !COMMUNE_FORM.matcher(matcher.group(2)).matches()
        ? Optional.empty()
        : Optional.of(of(matcher.group(1), matcher.group(2)));
  }

  /** The zone of that code in a zoning; regions and departments have levels of their own. */
  public static Territory of(String zoning, String code) {
    return switch (zoning) {
      case REGIONS -> new Territory(Level.REGION, code);
      case DEPARTMENTS -> new Territory(Level.DEPARTMENT, code);
      case COMMUNE -> new Territory(Level.COMMUNE, code);
      default -> new Territory(Level.ZONE, zoning + "-" + code);
    };
  }

  /** Code of the department of a commune: it begins the code, with three characters overseas. */
  public static String departmentOf(String commune) {
    boolean overseas = commune.startsWith("97") || commune.startsWith("98");
    return commune.substring(0, overseas ? 3 : 2);
  }

  /** The commune of that code. */
  public static Territory commune(String code) {
    return new Territory(Level.COMMUNE, code);
  }

  /** Whether that may be the name of a zoning that a region makes. */
  public static boolean isZoning(String name) {
    return name.matches("[A-Z][A-Z0-9_]{1,19}");
  }

  /** Whether a zone may have that code. */
  public static boolean isZoneCode(String code) {
    return code.matches("[A-Za-z0-9][A-Za-z0-9_.-]{0,39}");
  }

  /** Whether that has the form of the code of a commune (Insee): five characters. */
  public static boolean isCommuneCode(String code) {
    return COMMUNE_FORM.matcher(code).matches();
  }

  /**
   * The zoning it is a zone of: {@code REG}, {@code DEP}, {@code EPCI}...; {@code COM} for a
   * commune, {@code PAYS} for what is no zone of a zoning.
   */
  public String zoning() {
    return switch (level) {
      case REGION -> REGIONS;
      case DEPARTMENT -> DEPARTMENTS;
      case COMMUNE -> COMMUNE;
      case ZONE -> code.substring(0, code.indexOf('-'));
      case WORLD, EUROPE, COUNTRY, COMPARISON -> "PAYS";
    };
  }

  /** Its code as Insee or the author of the zoning writes it, without the zoning. */
  public String localCode() {
    return level == Level.ZONE ? code.substring(code.indexOf('-') + 1) : code;
  }

  /** The concept that names it in the official geographic code, where there is one. */
  public Optional<ConceptRef> concept() {
    return switch (level) {
      case REGION -> Optional.of(new ConceptRef("regions", code));
      case DEPARTMENT -> Optional.of(new ConceptRef("departements", code));
      case WORLD, EUROPE, COUNTRY, COMPARISON, ZONE, COMMUNE -> Optional.empty();
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
      case COMPARISON, ZONE -> code;
      case REGION -> "R" + code;
      case DEPARTMENT -> "D" + code;
      case COMMUNE -> COMMUNE + "-" + code;
    };
  }
}
