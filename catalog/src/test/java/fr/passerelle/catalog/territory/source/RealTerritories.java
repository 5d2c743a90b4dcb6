package fr.passerelle.catalog.territory.source;

import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.GeographyPart;
import fr.passerelle.catalog.territory.Zoning;
import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The official files, read once. */
public final class RealTerritories {
  private RealTerritories() {}

  /** Everything that the reading brought to light. */
  public static final Findings FINDINGS = new Findings();

  private static final class Read {
    static final List<GeographyPart> PARTS = read(files(), TerritoryFiles.Order.NONE, FINDINGS);
    static final Geography GEOGRAPHY = geography(PARTS);
  }

  public static List<Path> files() {
    return List.of(
        RealFiles.require("territories"),
        RealFiles.require("indicators/population_communes_COG2010.csv"),
        RealFiles.require("indicators/population_communes_COG2015.csv"),
        RealFiles.require("indicators/population_communes_COG2023.csv"),
        RealFiles.require("indicators/population_communes_COG2024.csv"));
  }

  public static List<GeographyPart> parts() {
    files();
    return Read.PARTS;
  }

  public static Geography geography() {
    files();
    return Read.GEOGRAPHY;
  }

  static List<GeographyPart> read(List<Path> files, TerritoryFiles.Order order, Findings findings) {
    try {
      return TerritoryFiles.read(files, order, findings).parts();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Geography geography(List<GeographyPart> parts) {
    return Geography.of(
        parts.stream()
            .map(part ->
                new Geography.Source(
                    part,
                    new Zoning.Origin(
                        part.head().edition(),
                        part.head().release(),
                        part.head().issued(),
                        part.head().author(),
                        Licence.ODBL_1_0,
                        false),
                    part.head().edition()))
            .toList());
  }
}
