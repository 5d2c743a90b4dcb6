package fr.passerelle.catalog.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.catalog.indicator.Indicator;
import fr.passerelle.catalog.indicator.Measure;
import fr.passerelle.catalog.observation.Method;
import fr.passerelle.catalog.producer.Producer;
import fr.passerelle.catalog.producer.ProducerKind;
import fr.passerelle.catalog.producer.ProducerStore;
import fr.passerelle.catalog.studies.CatalogueFixture;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.RefusedException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is asked of a convention beside its form. */
class ConventionsTest {
  private static final String TEXT =
      """
      convention: essai-2026
      title: Convention d'essai
      supplier: institut-essai
      purposes: ["observation de l'emploi"]
      redistribution: publique
      begins: 2026-01-01
      ends: 2028-12-31
      fiches:
        - id: essai-commune
          title: Apprentis par commune
          state: agreed
          contact: donnees@exemple.fr
          method: {adjustment: cvs, period: moyenne}
          licence: etalab-2.0
          protection: {kind: open, basis: données déjà publiques}
          format:
            columns:
              - {name: commune, is: territory, zoning: COM}
              - {name: annee, is: period}
              - {name: apprentis, is: value, indicator: apprentis, decimals: 0}
      """;

  private final CatalogueFixture fixture = CatalogueFixture.empty();
  private final Conventions conventions =
      new Conventions(fixture.dataSource(), ConventionsTest::indicators, CatalogueFixture.CLOCK);

  private static List<Indicator> indicators() {
    return List.of(
        new Indicator(
            "apprentis",
            1,
            "Apprentis",
            "",
            "emploi",
            "",
            "personnes",
            0,
            "Insee",
            false,
            Measure.stock(),
            List.of()));
  }

  private RefusedException refused(String text) {
    return catchThrowableOfType(RefusedException.class, () -> conventions.put("essai.yaml", text));
  }

  @Test
  void a_convention_is_with_a_producer_that_is_known() {
    assertThat(refused(TEXT).faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.place()).isEqualTo("essai.yaml:supplier");
          assertThat(fault.message()).contains("« institut-essai »", "studies producers");
        });
    new ProducerStore(fixture.dataSource())
        .put(
            List.of(
                new Producer(
                    "institut-essai",
                    List.of(Label.fr("Institut d'essai")),
                    ProducerKind.STATISTICS,
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    /* trusted= */ false)),
            "essai",
            "essai",
            CatalogueFixture.CLOCK.instant());
    assertThat(conventions.put("essai.yaml", TEXT).supplier()).isEqualTo("institut-essai");
    assertThat(refused(TEXT.replace("supplier: institut-essai", "supplier: institut")).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("« institut »", "institut-essai"));
  }

  @Test
  void a_fiche_declares_how_values_are_made() {
    Method method = method(TEXT);
    assertThat(method)
        .isEqualTo(
            new Method(
                Optional.of(Method.Adjustment.SEASONAL),
                Optional.of(Method.PeriodRule.MEAN),
                Optional.empty()));
    assertThat(Method.parse(method.toString())).isEqualTo(method);
    assertThat(Method.parse("")).isEqualTo(Method.UNDECLARED);
    assertThat(
            catchThrowableOfType(
                    RefusedException.class,
                    () -> method(TEXT.replace("period: moyenne", "period: parfois")))
                .faults())
        .anyMatch(each -> each.message().contains("fin-de-periode|moyenne|cumul"));
  }

  private static Method method(String text) {
    return ConventionFile.read("essai.yaml", text, indicators())
        .fiches()
        .getFirst()
        .format()
        .method();
  }
}
