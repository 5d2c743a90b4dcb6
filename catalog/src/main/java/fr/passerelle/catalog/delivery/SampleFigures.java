package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.observation.KnownFormats;
import fr.passerelle.catalog.observation.Observation;
import fr.passerelle.catalog.observation.source.ObservationFile;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Figures that come with the product, typed from regional documents that cite them: what a first
 * visitor asks about. They are shown where nothing public was delivered, and never beside real
 * ones.
 */
final class SampleFigures {
  private static final String NAME = "values-cited.csv";

  private SampleFigures() {}

  /** As if it had been delivered. */
  static Delivery delivery(List<Indicator> indicators, Geography geography) {
    List<Observation> all = read(indicators, geography);
    return new Delivery(
        Delivery.SAMPLE,
        Delivery.SAMPLE,
        KnownFormats.CITED.name(),
        NAME,
        "",
        "CPRDFOP Grand Est, chiffres clés",
        geography.vintage(),
        "",
        Optional.of(LocalDate.of(2018, 1, 1)),
        Optional.of(Licence.ETALAB_2_0),
        Optional.of(Delivery.Licensing.at(Instant.EPOCH)),
        Optional.empty(),
        all.stream().map(Observation::indicator).distinct().sorted().toList(),
        all.size(),
        List.of(),
        Instant.EPOCH,
        Optional.empty());
  }

  /** All its values. */
  static List<Observation> read(List<Indicator> indicators, Geography geography) {
    try (InputStream in =
            Objects.requireNonNull(SampleFigures.class.getResourceAsStream(NAME), NAME);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return ObservationFile.read(
          NAME,
          text,
          new ObservationFile.Order(
              KnownFormats.CITED, indicators, geography, geography.vintage(), Optional.empty()),
          new Findings());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
