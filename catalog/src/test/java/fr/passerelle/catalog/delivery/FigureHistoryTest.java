package fr.passerelle.catalog.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.observation.Place;
import fr.passerelle.catalog.observation.Question;
import fr.passerelle.catalog.observation.Question.Cut;
import fr.passerelle.catalog.observation.Question.Periods;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What figures were, from one publication to the next. */
class FigureHistoryTest extends DeliveriesFixture {
  /** Moves a delivery into the past: the clock of the test stands still. */
  private void accepted(String receipt, Instant at) {
    Jdbi.create(fixture.dataSource())
        .useHandle(handle ->
            handle.execute(
                "update figures_delivery set accepted_at = ?, licensed_at = ? where receipt = ?",
                at,
                at,
                receipt));
    deliveries.refresh();
  }

  private List<FigureHistory.Revised> revised(String territory, Instant known) {
    Published published = deliveries.published(known);
    return deliveries
        .history(known)
        .of(
            new Question(
                List.of(published.indicator("population").orElseThrow()),
                List.of(
                    new Place.Named(
                        published
                            .dashboard()
                            .geography()
                            .find(Territory.parse(territory).orElseThrow())
                            .orElseThrow())),
                new Periods.Those(List.of(Period.year(2021))),
                new Cut.Whole()),
            published.dashboard());
  }

  @Test
  void every_value_that_a_figure_had_is_told_with_its_moments() throws IOException {
    String rows = "13055,M,%d\n13001,A,5\n";
    String first =
        deliveries
            .accept(typed(file("a.csv", POPULATION + rows.formatted(7))), new Findings())
            .delivery()
            .receipt();
    Instant now = deliveries.find(first).orElseThrow().acceptedAt();
    accepted(first, now.minusSeconds(90));
    String wrong =
        deliveries
            .accept(typed(file("b.csv", POPULATION + rows.formatted(9))), new Findings())
            .delivery()
            .receipt();
    accepted(wrong, now.minusSeconds(60));
    String last =
        deliveries
            .accept(typed(file("c.csv", POPULATION + rows.formatted(8))), new Findings())
            .delivery()
            .receipt();
    accepted(last, now.minusSeconds(30));
    deliveries.withdraw(wrong, "erreur de colonne");

    FigureHistory.Revised marseille = revised("COM-13055", now).getFirst();
    assertThat(marseille.versions())
        .extracting(each -> each.line().map(line -> line.value().orElseThrow()).orElse(-1.0))
        .containsExactly(7.0, -1.0, 8.0);
    assertThat(marseille.versions())
        .extracting(FigureHistory.Version::published)
        .containsExactly(now.minusSeconds(90), now.minusSeconds(60), now.minusSeconds(30));
    assertThat(marseille.versions())
        .extracting(each -> each.replaced().orElse(Instant.MAX))
        .containsExactly(now.minusSeconds(60), now.minusSeconds(30), Instant.MAX);
    assertThat(marseille.versions().get(1).withdrawn().orElseThrow().reason())
        .isEqualTo("erreur de colonne");
    assertThat(marseille.isAfter(now.minusSeconds(31))).isTrue();
    assertThat(marseille.isAfter(now.minusSeconds(30))).isFalse();
    // Delivered three times, and never changed.
    FigureHistory.Revised same = revised("COM-13001", now).getFirst();
    assertThat(same.isAfter(now.minusSeconds(90))).isFalse();
    assertThat(same.changed()).hasValue(now.minusSeconds(90));
    // Of a moment at which the wrong one was there: never its value, that it was there.
    Published then = deliveries.published(now.minusSeconds(45));
    assertThat(ask(then, "population", "COM-13055", "2021").value()).hasValue(7);
    assertThat(then.withdrawn()).extracting(Delivery::receipt).containsExactly(wrong);
    assertThat(deliveries.published().withdrawn()).isEmpty();
  }

  @Test
  void a_value_that_is_taken_back_is_a_change() throws IOException {
    String only =
        deliveries
            .accept(typed(file("a.csv", POPULATION + "13055,M,7\n")), new Findings())
            .delivery()
            .receipt();
    Instant now = deliveries.find(only).orElseThrow().acceptedAt();
    accepted(only, now.minusSeconds(90));
    deliveries.withdraw(only, "secret");

    FigureHistory.Revised told = revised("COM-13055", now).getFirst();
    assertThat(told.isAfter(now.minusSeconds(10))).isTrue();
    assertThat(told.line().value()).isEmpty();
    assertThat(told.versions()).hasSize(1);
    assertThat(told.versions().getFirst().line()).isEmpty();
    assertThat(told.versions().getFirst().replaced()).hasValue(now);
  }

  @Test
  void what_was_published_at_a_moment_can_be_shown_as_it_was() throws IOException {
    Deliveries.Report first =
        deliveries.accept(typed(file("a.csv", POPULATION + "13055,M,7\n")), new Findings());
    Instant then = first.delivery().acceptedAt();
    // As the clock of the test stands still, the first delivery is moved into the past.
    Jdbi.create(fixture.dataSource())
        .useHandle(handle ->
            handle.execute(
                "update figures_delivery set accepted_at = ?, licensed_at = ?",
                then.minusSeconds(90),
                then.minusSeconds(90)));
    deliveries.accept(typed(file("b.csv", POPULATION + "13055,M,8\n")), new Findings());
    assertThat(ask(deliveries.published(), "population", "COM-13055", "2021").value()).hasValue(8);
    Published before = deliveries.published(then.minusSeconds(60));
    assertThat(ask(before, "population", "COM-13055", "2021").value()).hasValue(7);
    assertThat(deliveries.published(then.minusSeconds(120)).deliveries())
        .extracting(Delivery::sample)
        .containsExactly(true, true);
  }
}
