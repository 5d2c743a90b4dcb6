package fr.passerelle.catalog.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.dataset.IndicatorLog;
import fr.passerelle.catalog.dataset.RecordLog;
import fr.passerelle.catalog.dataset.Subset;
import fr.passerelle.catalog.observation.Method;
import fr.passerelle.catalog.observation.source.IndicatorsFile;
import fr.passerelle.vocab.Licence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is on record of deliveries, as changes of records of the catalogue. */
class PublicationHistoryTest {
  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private static Delivery sample(String receipt, String indicator, String day) {
    return delivery(
        receipt, "cited", indicator, Instant.EPOCH, Instant.EPOCH, day, "", Optional.empty());
  }

  private static Delivery delivery(
      String receipt,
      String format,
      String indicator,
      Instant accepted,
      Instant licensed,
      String issued,
      String opens,
      Optional<Instant> withdrawn) {
    return new Delivery(
        receipt,
        receipt,
        format,
        "f.csv",
        "",
        "insee",
        2024,
        "",
        Optional.of(LocalDate.parse(issued)),
        Optional.of(Licence.ETALAB_2_0),
        Optional.of(new Delivery.Licensing(licensed, licensed)),
        opens.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(opens)),
        List.of(indicator),
        1,
        List.of(),
        accepted,
        withdrawn.map(each -> new Delivery.Withdrawal(each, "erreur")),
        Method.UNDECLARED);
  }

  private static List<String> events(Subset part, Delivery... all) {
    RecordLog log =
        IndicatorLog.of(
            PublicationHistory.of(
                List.of(all),
                List.of(
                    sample(Delivery.SAMPLE, "lyceens", "2018-01-01"),
                    sample(Delivery.SYNTHETIC, "competences-demandees", "2026-01-01")),
                NOON.plusSeconds(1_000_000)),
            IndicatorsFile.bundled(),
            "http://x",
            part);
    return log.events().stream()
        .map(each ->
            each.kind()
                + " "
                + each.key().substring(10)
                + " "
                + each.at().toString().substring(0, 13))
        .toList();
  }

  private static Delivery population(
      Instant accepted, Instant licensed, String opens, Optional<Instant> withdrawn) {
    return delivery(
        "p" + accepted,
        "population",
        "population",
        accepted,
        licensed,
        "2026-01-01",
        opens,
        withdrawn);
  }

  @Test
  void a_sample_is_there_until_the_first_public_delivery_and_again_after_the_last() {
    assertThat(events(Subset.ALL))
        .containsExactly(
            "CREATE lyceens 2018-01-01T00", "CREATE competences-demandees 2026-01-01T00");
    assertThat(events(Subset.PORTALS)).containsExactly("CREATE lyceens 2018-01-01T00");
    assertThat(
            events(
                Subset.PORTALS, population(NOON, NOON, "", Optional.of(NOON.plusSeconds(7_200)))))
        .containsExactlyInAnyOrder(
            "CREATE lyceens 2018-01-01T00",
            "CREATE population 2026-06-01T12",
            "DELETE lyceens 2026-06-01T12",
            "CREATE lyceens 2026-06-01T14",
            "DELETE population 2026-06-01T14");
  }

  @Test
  void a_record_comes_once_its_figures_are_licensed_and_open() {
    assertThat(
            events(
                Subset.INDICATORS, population(NOON, NOON.plusSeconds(3_600), "", Optional.empty())))
        .contains("CREATE population 2026-06-01T13");
    assertThat(events(Subset.INDICATORS, population(NOON, NOON, "2026-06-03", Optional.empty())))
        .contains("CREATE population 2026-06-03T00", "DELETE lyceens 2026-06-03T00");
    assertThat(events(Subset.INDICATORS, population(NOON, NOON, "2027-06-03", Optional.empty())))
        .noneMatch(each -> each.contains("population"));
  }

  @Test
  void figures_that_are_protected_and_not_public_take_the_open_ones_away() {
    Delivery open = population(NOON, NOON, "", Optional.empty());
    Delivery made =
        delivery(
            "z",
            "protected",
            "population",
            NOON.plusSeconds(3_600),
            NOON.plusSeconds(7_200),
            "2026-01-01",
            "",
            Optional.empty());
    assertThat(events(Subset.INDICATORS, open, made))
        .filteredOn(each -> each.contains("population"))
        .containsExactly(
            "CREATE population 2026-06-01T12",
            "DELETE population 2026-06-01T13",
            "CREATE population 2026-06-01T14");
  }

  @Test
  void a_second_delivery_changes_the_record() {
    assertThat(
            events(
                Subset.INDICATORS,
                population(NOON, NOON, "", Optional.empty()),
                population(NOON.plusSeconds(3_600), NOON.plusSeconds(3_600), "", Optional.empty())))
        .contains("CREATE population 2026-06-01T12", "UPDATE population 2026-06-01T13");
  }
}
