package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.observation.Format;
import fr.passerelle.catalog.observation.KnownFormats;
import fr.passerelle.catalog.observation.Method;
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
 * Figures that come with the product: those typed from regional documents that cite them, which is
 * what a first visitor asks about, and those of skills, made by a rule and said to be. They are
 * shown where nothing public was delivered, and never beside real ones.
 */
enum SampleFigures {
  /** Cited by documents. */
  CITED(
      Delivery.SAMPLE,
      "values-cited.csv",
      "CPRDFOP Grand Est, chiffres clés",
      LocalDate.of(2018, 1, 1)),
  /** Made by a rule. */
  SKILLS(Delivery.SYNTHETIC, "skills-synthetic.csv", "Passerelle", LocalDate.of(2026, 1, 1));

  private final String receipt;
  private final String file;
  private final String supplier;
  private final LocalDate issued;

  SampleFigures(String receipt, String file, String supplier, LocalDate issued) {
    this.receipt = receipt;
    this.file = file;
    this.supplier = supplier;
    this.issued = issued;
  }

  private Format format() {
    return switch (this) {
      case CITED -> KnownFormats.CITED;
      case SKILLS -> KnownFormats.SKILLS;
    };
  }

  /** All of them, as if they had been delivered. */
  static List<Delivery> deliveries(List<Indicator> indicators, Geography geography) {
    return List.of(CITED.delivery(indicators, geography), SKILLS.delivery(indicators, geography));
  }

  /** All values of one of them. */
  static List<Observation> read(
      Delivery delivery, List<Indicator> indicators, Geography geography) {
    return (delivery.synthetic() ? SKILLS : CITED).read(indicators, geography);
  }

  private Delivery delivery(List<Indicator> indicators, Geography geography) {
    List<Observation> all = read(indicators, geography);
    return new Delivery(
        receipt,
        receipt,
        format().name(),
        file,
        "",
        supplier,
        geography.vintage(),
        "",
        Optional.of(issued),
        Optional.of(Licence.ETALAB_2_0),
        Optional.of(Delivery.Licensing.at(Instant.EPOCH)),
        Optional.empty(),
        all.stream().map(Observation::indicator).distinct().sorted().toList(),
        all.size(),
        List.of(),
        Instant.EPOCH,
        Optional.empty(),
        Method.UNDECLARED);
  }

  private List<Observation> read(List<Indicator> indicators, Geography geography) {
    try (InputStream in =
            Objects.requireNonNull(SampleFigures.class.getResourceAsStream(file), file);
        Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      List<Observation> all =
          ObservationFile.read(
              file,
              text,
              new ObservationFile.Order(
                  format(), indicators, geography, geography.vintage(), Optional.empty()),
              new Findings());
      return this == SKILLS ? all.stream().map(SampleFigures::marked).toList() : all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** SDMX has no status for what was made up: the one that says not to rely on it. */
  private static Observation marked(Observation each) {
    return new Observation(
        each.indicator(),
        each.categories(),
        each.territory(),
        each.period(),
        each.value(),
        each.value().isPresent() ? ObservationStatus.LOW_RELIABILITY : each.status(),
        new Observation.Wording(
            "", List.of(Delivery.SYNTHETIC_NOTE), "Passerelle", Delivery.SYNTHETIC_NOTE),
        each.delivery());
  }
}
