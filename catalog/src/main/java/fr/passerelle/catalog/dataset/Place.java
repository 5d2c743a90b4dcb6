package fr.passerelle.catalog.dataset;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A territory that a record is about (dct:Location).
 *
 * @param iri its name: of Insee for a region, of the EU authority table for a country
 * @param label French name
 * @param box smallest box around it, in hundredths of degrees rounded outwards; empty if unknown
 */
public record Place(String iri, String label, Optional<Box> box) {
  private static final String INSEE = "http://id.insee.fr/geo/region/";

  /** Region code, west, south, east, north (WGS 84). */
  private static final Map<String, Box> REGIONS =
      """
      01 -61.81 15.83 -61.00 16.52
      02 -61.24 14.38 -60.80 14.89
      03 -54.61 2.11 -51.63 5.76
      04 55.21 -21.40 55.84 -20.86
      06 45.01 -13.01 45.31 -12.63
      11 1.44 48.12 3.56 49.25
      24 0.05 46.34 3.13 48.95
      27 2.84 46.15 7.15 48.41
      28 -1.95 48.17 1.81 50.08
      32 1.37 48.83 4.26 51.10
      44 3.38 47.42 8.24 50.17
      52 -2.63 46.26 0.92 48.57
      53 -5.15 47.27 -1.01 48.91
      75 -1.80 42.77 2.62 47.18
      76 -0.33 42.33 4.85 45.05
      84 2.06 44.11 7.19 46.81
      93 4.22 42.98 7.72 45.13
      94 8.53 41.33 9.57 43.03
      """
          .lines()
          .map(line -> line.split(" ", -1))
          .collect(Collectors.toMap(parts -> parts[0], Place::box));

  /** France; the box is that of the mainland and Corsica. */
  public static final Place FRANCE =
      new Place(
          "http://publications.europa.eu/resource/authority/country/FRA",
          "France",
          Optional.of(new Box("-5.15", "41.33", "9.57", "51.10")));

  /** The continent; no box of it is agreed on. */
  static final Place EUROPE =
      new Place(
          "http://publications.europa.eu/resource/authority/continent/EUROPE",
          "Europe",
          Optional.empty());

  /** The world (GeoNames). */
  static final Place WORLD =
      new Place(
          "https://sws.geonames.org/6295630/",
          "Monde",
          Optional.of(new Box("-180.00", "-90.00", "180.00", "90.00")));

  /** A box on the globe, in decimal degrees (WGS 84). */
  public record Box(String west, String south, String east, String north) {
    /** As a closed ring in WKT, longitude first. */
    public String wkt() {
      return "POLYGON((%1$s %2$s, %3$s %2$s, %3$s %4$s, %1$s %4$s, %1$s %2$s))"
          .formatted(west, south, east, north);
    }
  }

  private static Box box(String[] parts) {
    return new Box(parts[1], parts[2], parts[3], parts[4]);
  }

  /** A region of France by its code (official geographic code). */
  public static Place region(String code, String name) {
    return new Place(INSEE + code, name, Optional.ofNullable(REGIONS.get(code)));
  }
}
