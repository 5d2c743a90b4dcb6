package fr.passerelle.catalog.territory;

import fr.passerelle.vocab.Licence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * The bundled territories: communes, intercommunalités, arrondissements, departments and regions of
 * 2024, without those of other years. From the package {@code @etalab/decoupage-administratif}
 * 4.1.0, whose data (Insee, DGCL) are under Licence Ouverte; it is what there is until the official
 * files are imported.
 */
public final class GeographySample {
  private static final String FILE = "territoires-2024.tsv.gz";

  private GeographySample() {}

  /** The bundled part. */
  public static Geography.Source source() {
    try (InputStream in =
        Objects.requireNonNull(GeographySample.class.getResourceAsStream(FILE), FILE)) {
      GeographyPart part = PartFile.read(in);
      return new Geography.Source(part, origin(part), FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Zoning.Origin origin(GeographyPart part) {
    return new Zoning.Origin(
        part.head().edition(),
        part.head().release(),
        part.head().issued(),
        part.head().author(),
        Licence.ETALAB_2_0,
        /* sample= */ true);
  }
}
