package fr.passerelle.catalog.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What one source says of territories: the official geographic code with its zonings, the
 * employment basins, the passages of all years to one, a region's own zoning. Each is imported,
 * licensed and replaced on its own; a {@link Geography} is made of those that are published.
 *
 * @param head what it is and who says so
 * @param vintage vintage whose list of communes it gives; 0 where its communes are only those that
 *     its zones name
 * @param communes communes that zones are written with, in the order of codes
 * @param zonings its zonings
 * @param lists communes of other vintages
 * @param steps what changed from one vintage to the next
 * @param successors where communes of all years are now; empty in most parts
 */
public record GeographyPart(
    Head head,
    int vintage,
    List<Commune> communes,
    List<Zoning> zonings,
    List<Listed> lists,
    List<Step> steps,
    List<Successors> successors) {
  /** Edition of the official geographic code. */
  public static final String OFFICIAL = "cog";

  /** Edition of the passages of all years to one. */
  public static final String ANNUAL = "cog-passages";

  /** Where no population is known. */
  public static final int UNKNOWN = -1;

  public GeographyPart {
    communes = List.copyOf(communes);
    zonings = List.copyOf(zonings);
    lists = List.copyOf(lists);
    steps = List.copyOf(steps);
    successors = List.copyOf(successors);
  }

  /** Edition of a zoning that comes alone. */
  public static String edition(String zoning) {
    return "zonage-" + zoning.toLowerCase(Locale.ROOT);
  }

  /**
   * What a part is and who says so.
   *
   * @param edition what it is a state of, e.g. {@code cog}
   * @param release name of this state, e.g. {@code 2024}
   * @param issued date given by the producer
   * @param author who made it
   * @param source names of the files, without folder
   */
  public record Head(
      String edition, String release, LocalDate issued, String author, String source) {}

  /**
   * A commune.
   *
   * @param code code of the commune (Insee)
   * @param name its name; empty where the source gives none
   * @param population inhabitants as the source gives them, or {@link #UNKNOWN}
   */
  public record Commune(String code, String name, int population) {}

  /**
   * A zoning.
   *
   * @param id short name in capitals, e.g. {@code EPCI}
   * @param title French name
   * @param zones zones in the order of codes
   */
  public record Zoning(String id, String title, List<Zone> zones) {
    public Zoning {
      zones = List.copyOf(zones);
    }
  }

  /**
   * A zone.
   *
   * @param code its code in the zoning
   * @param label French name
   * @param communes places of its communes in {@link GeographyPart#communes}
   */
  public record Zone(String code, String label, Communes communes) {}

  /**
   * The communes of another vintage, in the order of codes.
   *
   * @param vintage year of the geographic code
   */
  public record Listed(int vintage, List<Commune> communes) {
    public Listed {
      communes = List.copyOf(communes);
    }
  }

  /** What changed between two vintages; what is not told did not change. */
  public record Step(int from, int to, List<Change> changes) {
    public Step {
      changes = List.copyOf(changes);
    }
  }

  /**
   * A commune of a vintage and one that it became.
   *
   * @param ratio the share of the source, which is no more than a hint
   */
  public record Change(String before, String after, double ratio) {}

  /** Where communes of all years before that vintage are in it. */
  public record Successors(int vintage, List<Succession> all) {
    public Successors {
      all = List.copyOf(all);
    }
  }

  /** A commune of some year and where it is now; one that was split is told several times. */
  public record Succession(String before, String now) {}
}
