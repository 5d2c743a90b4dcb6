package fr.passerelle.catalog.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Answer;
import fr.passerelle.catalog.observation.Categories;
import fr.passerelle.catalog.observation.Figures.Cell;
import fr.passerelle.catalog.observation.KnownFormats;
import fr.passerelle.catalog.observation.Line;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.secrecy.ProtectedFile;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.catalog.studies.CatalogueFixture;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Official files through the one way in, PostgreSQL and Parquet included. */
class DeliveriesTest extends DeliveriesFixture {
  @Test
  void official_files_are_read_again_from_parquet_as_they_were() throws IOException {
    importTerritories();
    accept("population_communes_COG2010.csv", KnownFormats.POPULATION, 2010, "2007");
    accept("population_communes_COG2024.csv", KnownFormats.POPULATION, 2024, "2021");
    accept("filosofi_epci_2016.csv", KnownFormats.FILOSOFI_EPCI, 2024, "2016");
    accept("chomage_departemental_INSEE.csv", KnownFormats.CHOMAGE_DEPARTEMENTS, 2024, "");
    accept("values-cited.csv", KnownFormats.CITED, 2024, "");
    Deliveries again = opened(folder);
    Published published = again.published();
    assertThat(published.deliveries()).hasSize(5);
    assertThat(ask(published, "population", "R93", "2021").value()).hasValue(5_127_840);
    assertThat(ask(published, "population", "R93", "2007").value()).hasValue(4_882_913);
    assertThat(ask(published, "niveau-de-vie-median", "EPCI-200000172", "2016").value())
        .hasValue(24129.52380952381);
    assertThat(ask(published, "taux-de-chomage", "D01", "2023-2024").value()).hasValue(5.7);
    assertThat(ask(published, "defm-abc", "R44", "last").value()).hasValue(464_500);
    assertThat(ask(published, "apprentis", "R44", "2016-2017").answer())
        .isInstanceOfSatisfying(
            Answer.Published.class,
            said ->
                assertThat(said.observations().getFirst().status())
                    .isEqualTo(ObservationStatus.PROVISIONAL));
  }

  @Test
  void recruitment_intentions_add_up_over_occupations_and_basins() throws IOException {
    importTerritories();
    accept("bmo_2024.csv", KnownFormats.BMO, 2024, "");
    checkSum("R93", "projets-de-recrutement");
    checkSum("R11", "projets-de-recrutement-difficiles");
    checkSum("D13", "projets-de-recrutement-saisonniers");
    checkShare();
    checkWhole();
  }

  private void checkSum(String code, String indicator) throws IOException {
    Published published = deliveries.published();
    Line line = ask(published, indicator, code, "2024");
    double recounted = Recount.of(published.dashboard().geography(), code, indicator);
    assertThat(line.answer())
        .isInstanceOfSatisfying(
            Answer.Sum.class,
            sum -> {
              assertThat(sum.grain()).isEqualTo("BE");
              assertThat(sum.value()).isEqualTo(recounted);
              assertThat(sum.statuses()).containsKey(ObservationStatus.SUPPRESSED);
            });
  }

  /** A share is of what has both terms. */
  private void checkShare() {
    Line line = ask(deliveries.published(), "part-des-recrutements-difficiles", "R93", "2024");
    assertThat(line.answer())
        .isInstanceOfSatisfying(
            Answer.Quotient.class,
            share -> {
              assertThat(share.value()).isBetween(40.0, 80.0);
              assertThat(share.denominator())
                  .isLessThan(
                      ask(deliveries.published(), "projets-de-recrutement", "R93", "2024")
                          .value()
                          .orElseThrow());
            });
  }

  @Test
  void the_same_file_again_is_known_and_another_series_is_not_the_same() throws IOException {
    Deliveries.Report first =
        deliveries.accept(typed(file("a.csv", POPULATION + "13055,M,7\n")), new Findings());
    Deliveries.Report second =
        deliveries.accept(typed(file("b.csv", POPULATION + "13055,M,7\n")), new Findings());
    assertThat(first.outcome()).isEqualTo(Deliveries.Outcome.ACCEPTED);
    assertThat(second.outcome()).isEqualTo(Deliveries.Outcome.UNCHANGED);
    assertThat(second.delivery().receipt()).isEqualTo(first.delivery().receipt());
    assertThat(deliveries.list()).hasSize(1);
    assertThat(deliveries.received(first.delivery())).hasContent(POPULATION + "13055,M,7\n");
  }

  @Test
  void a_file_with_one_fault_changes_nothing_and_leaves_nothing() throws IOException {
    deliveries.accept(typed(file("a.csv", POPULATION + "13055,M,7\n")), new Findings());
    String version = deliveries.published().version();
    Path bad = file("b.csv", POPULATION + "13055,M,8\n99999,X,1\n13001,A,1 000\n");
    assertThatThrownBy(() -> deliveries.accept(typed(bad), new Findings()))
        .isInstanceOf(RefusedException.class)
        .satisfies(e ->
            assertThat(((RefusedException) e).faults())
                .extracting(fault -> fault.place() + " " + fault.rule())
                .containsExactly("b.csv:3:1 commune", "b.csv:4:3 thousands"));
    assertThat(deliveries.published().version()).isEqualTo(version);
    assertThat(folders()).hasSize(1);
  }

  private List<Path> folders() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> Files.exists(each.resolve("observations.parquet"))).toList();
    }
  }

  @Test
  void a_geography_that_is_not_known_is_told_once() throws IOException {
    Deliveries.Order order =
        order(
            file("a.csv", POPULATION + "13055,M,7\n13001,A,8\n"),
            KnownFormats.POPULATION,
            1999,
            "1999",
            Optional.of(Licence.ETALAB_2_0));
    assertThatThrownBy(() -> deliveries.accept(order, new Findings()))
        .isInstanceOf(RefusedException.class)
        .satisfies(e ->
            assertThat(((RefusedException) e).faults())
                .extracting(fault -> fault.place() + " " + fault.rule())
                .containsExactly("a.csv vintage"));
  }

  @Test
  void what_is_taken_back_gives_way_to_what_was_before_and_stays_on_record() throws IOException {
    deliveries.accept(typed(file("a.csv", POPULATION + "13055,M,7\n")), new Findings());
    Deliveries.Report wrong =
        deliveries.accept(typed(file("b.csv", POPULATION + "13055,M,8\n")), new Findings());
    assertThat(ask(deliveries.published(), "population", "COM-13055", "2021").value()).hasValue(8);
    assertThat(deliveries.withdraw(wrong.delivery().receipt(), "erreur de colonne")).isTrue();
    assertThat(deliveries.withdraw(wrong.delivery().receipt(), "encore")).isFalse();
    assertThat(ask(deliveries.published(), "population", "COM-13055", "2021").value()).hasValue(7);
    assertThat(deliveries.find(wrong.delivery().receipt()).orElseThrow().withdrawn())
        .hasValueSatisfying(each -> assertThat(each.reason()).isEqualTo("erreur de colonne"));
    // Delivered once more it is another delivery, with a receipt of its own.
    Deliveries.Report again =
        deliveries.accept(typed(file("b.csv", POPULATION + "13055,M,8\n")), new Findings());
    assertThat(again.delivery().receipt()).isEqualTo(wrong.delivery().receipt() + "-2");
    assertThat(ask(deliveries.published(), "population", "COM-13055", "2021").value()).hasValue(8);
  }

  @Test
  void without_licence_or_before_it_opens_nothing_of_it_is_public() throws IOException {
    Path file = file("a.csv", POPULATION + "13055,M,7\n");
    deliveries.accept(
        order(file, KnownFormats.POPULATION, 2024, "2021", Optional.empty()), new Findings());
    assertThat(deliveries.published().deliveries())
        .extracting(Delivery::sample)
        .containsExactly(true, true);
    assertThat(ask(deliveries.published(), "population", "COM-13055", "2021").answer())
        .isInstanceOf(Answer.Refusal.class);
    Deliveries.Report declared = deliveries.accept(typed(file), new Findings());
    assertThat(declared.outcome()).isEqualTo(Deliveries.Outcome.LICENCE_DECLARED);
    assertThat(ask(deliveries.published(), "population", "COM-13055", "2021").value()).hasValue(7);
    LocalDate tomorrow = LocalDate.now(CatalogueFixture.CLOCK).plusDays(1);
    Deliveries.Order later = typed(file("c.csv", POPULATION + "13001,A,5\n"));
    deliveries.accept(
        new Deliveries.Order(
            later.file(),
            later.name(),
            later.format(),
            "embargo",
            later.supplier(),
            later.vintage(),
            later.period(),
            later.issued(),
            later.licence(),
            Optional.of(tomorrow),
            later.covers(),
            /* dryRun= */ false),
        new Findings());
    assertThat(ask(deliveries.published(), "population", "COM-13001", "2021").answer())
        .isInstanceOf(Answer.Refusal.class);
  }

  @Test
  void a_check_writes_nothing() throws IOException {
    Deliveries.Order order = typed(file("a.csv", POPULATION + "13055,M,7\n"));
    Deliveries.Report report =
        deliveries.accept(
            new Deliveries.Order(
                order.file(),
                order.name(),
                order.format(),
                order.series(),
                order.supplier(),
                order.vintage(),
                order.period(),
                order.issued(),
                order.licence(),
                order.opens(),
                order.covers(),
                /* dryRun= */ true),
            new Findings());
    assertThat(report.outcome()).isEqualTo(Deliveries.Outcome.DRY_RUN);
    assertThat(deliveries.list()).isEmpty();
    assertThat(folders()).isEmpty();
  }

  /** The whole is there where only parts were delivered. */
  private void checkWhole() {
    Published published = deliveries.published();
    assertThat(
            published
                .dashboard()
                .cells(published.indicator("projets-de-recrutement").orElseThrow()))
        .contains(new Cell(Categories.WHOLE, Period.year(2024)))
        .contains(new Cell(Categories.of(Map.of("metier-bmo", "A0X40")), Period.year(2024)));
  }

  @Test
  void protected_figures_are_marked_and_nothing_else_is_told_of_their_indicator()
      throws IOException {
    Path open = file("open.csv", POPULATION + "13055,M,1236\n13001,A,3\n");
    Delivery exact = deliveries.accept(typed(open), new Findings()).delivery();
    assertThat(deliveries.observations(exact)).isPresent();
    String before = deliveries.published().version();
    ProtectedTable table =
        new ProtectedTable(
            new ProtectedTable.Head(
                new Family("population", Family.Kind.COUNTS, new TreeMap<>(), 0),
                Protection.ours(5, 1, "essai"),
                2024,
                ObservationStatus.NORMAL),
            List.of(List.of("13001"), List.of("13055")),
            new TreeMap<>(Map.of(Period.year(2021), new long[][] {{5, 1236}})));
    Path made = folder.resolve("population" + ProtectedFile.SUFFIX);
    try (OutputStream out = Files.newOutputStream(made)) {
      ProtectedFile.write(table, out);
    }
    ProtectedOrder order =
        new ProtectedOrder(
            made,
            "Rectorat",
            Optional.empty(),
            Optional.of(Licence.ETALAB_2_0),
            Optional.empty(),
            /* dryRun= */ false);
    assertThat(deliveries.acceptProtected(order).outcome()).isEqualTo(Deliveries.Outcome.ACCEPTED);
    assertThat(deliveries.acceptProtected(order).outcome()).isEqualTo(Deliveries.Outcome.UNCHANGED);
    // Neither the file of before nor what was told before has the exact ones any more.
    assertThat(deliveries.observations(exact)).isEmpty();
    Instant now = exact.acceptedAt();
    Jdbi.create(fixture.dataSource())
        .useHandle(handle ->
            handle.execute(
                "update figures_delivery set accepted_at = ?, licensed_at = ? where receipt = ?",
                now.minusSeconds(90),
                now.minusSeconds(90),
                exact.receipt()));
    Published past = opened(folder).published(now.minusSeconds(60));
    assertThat(past.delivery(exact.receipt())).isPresent();
    // The same deliveries, told otherwise: what a cache kept of them is not served.
    assertThat(past.version()).isNotEqualTo(before);
    assertThat(ask(past, "population", "COM-13001", "2021").answer())
        .isInstanceOf(Answer.Refusal.class);
    Published published = opened(folder).published();
    Answer answer = ask(published, "population", "D13", "2021").answer();
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Sum.class,
            sum -> {
              assertThat(sum.value()).isEqualTo(1241);
              assertThat(sum.precision().isProtected()).isTrue();
              assertThat(sum.precision().halfWidth()).isPositive();
            });
    // With its source, and without the exact figures that were there before.
    assertThat(answer.deliveries())
        .singleElement()
        .satisfies(receipt ->
            assertThat(published.delivery(receipt).orElseThrow().citation())
                .contains("Rectorat", "protégé par l'observatoire"));
    assertThat(ask(published, "population", "COM-13001", "2021").answer())
        .isInstanceOfSatisfying(
            Answer.Refusal.class,
            refusal -> assertThat(refusal.reason()).isEqualTo(Answer.Reason.TOO_UNCERTAIN));
  }
}
