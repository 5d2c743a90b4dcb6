package fr.passerelle.catalog.use;

import static fr.passerelle.catalog.studies.CatalogueFixture.DARES;
import static fr.passerelle.catalog.studies.CatalogueFixture.INSEE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.catalog.deposit.NotYoursException;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.CatalogueFixture;
import fr.passerelle.catalog.studies.NoSuchStudyException;
import fr.passerelle.catalog.studies.Passages;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.study.Qualification;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.vocab.RefusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReusesTest {
  private static final Map<String, Object> SOUND =
      Map.of(
          "user", "Région Provence-Alpes-Côte d'Azur",
          "purpose", "Préparation du contrat de plan régional",
          "address", "https://www.maregionsud.fr/cprdfop",
          "year", 2025L);

  private final CatalogueFixture fixture = CatalogueFixture.empty();
  private final Studies studies = fixture.open();
  private final Reuses reuses = new Reuses(fixture.dataSource(), studies, CatalogueFixture.CLOCK);
  private StudyId study = new StudyId("aaaaaaaaaa");

  @BeforeEach
  void deposit() {
    study =
        fixture
            .deposits(studies)
            .deposit(
                INSEE,
                CatalogueFixture.forms(
                    Map.of(
                        "title", "Les métiers du soin",
                        "identifier", "soin-1",
                        "issued", "2024-05",
                        "themes", List.of("competences"))))
            .outcomes()
            .getFirst()
            .study()
            .id();
  }

  @Test
  void a_producer_records_who_used_its_study_for_what_and_who_sees_the_study_reads_it() {
    String before = reuses.version();
    Reuse recorded = reuses.record(INSEE, study, SOUND);

    assertThat(reuses.list(study)).containsExactly(recorded);
    assertThat(reuses.version()).isNotEqualTo(before);
    assertThat(reuses.list(studies.catalogue().as(Reader.of("insee")))).containsExactly(recorded);
    // Its record waits for the operator: it is not there for others, nor is what it was used for.
    assertThat(reuses.list(studies.catalogue().as(Reader.ANYONE))).isEmpty();

    new Passages(studies, CatalogueFixture.CLOCK)
        .qualify(Actor.COMMAND, study, Qualification.PUBLISHED, "");
    assertThat(reuses.list(studies.catalogue().as(Reader.ANYONE))).containsExactly(recorded);
  }

  @Test
  void only_its_producers_and_the_operator_record_it() {
    new Passages(studies, CatalogueFixture.CLOCK)
        .qualify(Actor.COMMAND, study, Qualification.PUBLISHED, "");

    assertThatThrownBy(() -> reuses.record(DARES, study, SOUND))
        .isInstanceOf(NotYoursException.class);
    assertThat(reuses.list(study)).isEmpty();
    assertThat(reuses.record(Actor.COMMAND, study, SOUND).author()).isEqualTo("operator");
  }

  @Test
  void a_study_that_is_hidden_from_who_asks_is_not_there() {
    assertThatThrownBy(() -> reuses.record(DARES, study, SOUND))
        .isInstanceOf(NoSuchStudyException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "user    | ''                    | /user    | required",
        "user    | '<b>Région</b>'       | /user    | markup",
        "purpose | ''                    | /purpose | required",
        "address | 'http://10.0.0.1/x'   | /address | url",
        "address | 'javascript:alert(1)' | /address | url",
        "year    | '2027'                | /year    | year",
        "year    | 'hier'                | /year    | number",
        "who     | 'moi'                 | /who     | unknown-field"
      })
  void what_is_wrong_is_named_and_nothing_is_written(
      String member, String value, String pointer, String rule) {
    Map<String, Object> form = new HashMap<>(SOUND);
    form.put(member, value);

    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> reuses.record(INSEE, study, form));

    assertThat(refused.faults())
        .anySatisfy(fault -> {
          assertThat(fault.place()).isEqualTo(pointer);
          assertThat(fault.rule()).isEqualTo(rule);
        });
    assertThat(reuses.list(study)).isEmpty();
  }

  @Test
  void what_was_recorded_by_mistake_is_forgotten() {
    Reuse recorded = reuses.record(INSEE, study, SOUND);

    assertThat(reuses.forget(INSEE, study, recorded.id())).isTrue();
    assertThat(reuses.forget(INSEE, study, recorded.id())).isFalse();
    assertThat(reuses.list(study)).isEmpty();
  }
}
