package fr.passerelle.catalog.studies;

import static fr.passerelle.catalog.studies.CatalogueFixture.DARES;
import static fr.passerelle.catalog.studies.CatalogueFixture.INSEE;
import static fr.passerelle.catalog.studies.CatalogueFixture.forms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.catalog.deposit.NotYoursException;
import fr.passerelle.catalog.json.JsonText;
import fr.passerelle.catalog.study.Qualification;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyDepositsTest {
  private static final String SOUND =
      """
      {"title": "Les métiers du soin", "identifier": "soin-1", "issued": "2024-05",
       "themes": ["competences"], "territories": ["R93", "D13"], "subjects": ["rome/M1805"]}
      """;

  private final CatalogueFixture fixture = CatalogueFixture.empty();
  private final Studies studies = fixture.open();
  private final StudyDeposits deposits = fixture.deposits(studies);

  private static Map<String, Object> form(String json) {
    return JsonText.read(json);
  }

  private static Map<String, Object> with(String member, Object value) {
    Map<String, Object> form = new LinkedHashMap<>(form(SOUND));
    form.put(member, value);
    return form;
  }

  private Outcome deposit(Actor actor, Map<String, Object> form) {
    return deposits.deposit(actor, forms(form)).outcomes().getFirst();
  }

  @Test
  void a_second_deposit_under_one_identifier_updates_the_first() {
    Outcome first = deposit(INSEE, form(SOUND));
    Outcome same = deposit(INSEE, form(SOUND));
    Outcome other = deposit(INSEE, with("title", "Les métiers du soin à domicile"));

    assertThat(List.of(first.result(), same.result(), other.result()))
        .containsExactly(Outcome.Result.CREATED, Outcome.Result.UNCHANGED, Outcome.Result.UPDATED);
    assertThat(other.study().id()).isEqualTo(first.study().id());
    assertThat(other.changed()).containsExactly("title");
    assertThat(studies.catalogue().as(Reader.OPERATOR).list()).hasSize(1);
    assertThat(other.study().content().subjects().concepts())
        .extracting(Object::toString)
        .containsExactly("rome-4/M1805");
  }

  @Test
  void what_a_producer_deposits_waits_for_the_operator_unless_an_agreement_trusts_it() {
    Study waiting = deposit(INSEE, form(SOUND)).study();

    assertThat(waiting.standing().qualification()).isEqualTo(Qualification.SUBMITTED);
    assertThat(studies.catalogue().as(Reader.ANYONE).list()).isEmpty();
    assertThat(studies.catalogue().as(Reader.of("insee")).list()).hasSize(1);

    Passages passages = new Passages(studies, CatalogueFixture.CLOCK);
    passages.qualify(Actor.COMMAND, waiting.id(), Qualification.PUBLISHED, "");

    assertThat(studies.catalogue().as(Reader.ANYONE).list()).hasSize(1);
    assertThat(studies.catalogue().as(Reader.ANYONE).history(waiting.id()))
        .extracting(entry -> entry.by().author())
        .containsExactly("operator");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "title     | ''                          | /title       | required",
        "title     | '<b>Soin</b>'               | /title       | markup",
        "title     | 'Soin &amp; aide'           | /title       | markup",
        "titre     | 'Soin'                      | /titre       | unknown-field",
        "issued    | '2024-02-30'                | /issued      | date",
        "issued    | '2027'                      | /issued      | future-date",
        "status    | 'planned'                   | /expected    | required",
        "status    | 'finished'                  | /status      | unknown-value",
        "kind      | 'livre'                     | /kind        | unknown-value",
        "themes    | 'emplois'                   | /themes/0    | unknown-code",
        "themes    | 'topics/x'                  | /themes/0    | unknown-vocabulary",
        "subjects  | 'rome-4/Z9999'              | /subjects/0  | unknown-code",
        "subjects  | 'M1805'                     | /subjects/0  | code",
        "territories | 'R99'                     | /territories/0 | unknown-code",
        "territories | 'Marseille'               | /territories/0 | code",
        "replaces  | 'abcdefghij'                | /replaces/0  | unknown-study",
        "licence   | 'mine'                      | /licence     | unknown-value",
        "pages     | '-3'                        | /pages       | number",
        "languages | 'français'                  | /languages/0 | language",
        "landingPage | 'http://localhost/x'      | /landingPage | url",
        "landingPage | 'http://192.168.1.3/x'    | /landingPage | url",
        "landingPage | 'http://2130706433/'      | /landingPage | url",
        "landingPage | 'http://[::1]/'           | /landingPage | url",
        "landingPage | 'https://intranet/etude'  | /landingPage | url",
        "landingPage | 'https://u:p@insee.fr/'   | /landingPage | url",
        "landingPage | 'file:///etc/passwd'      | /landingPage | url",
        "landingPage | 'javascript:alert(1)'     | /landingPage | url"
      })
  void what_is_wrong_is_named_with_its_place_and_nothing_is_written(
      String member, String value, String pointer, String rule) {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> deposits.deposit(INSEE, forms(List.of(form(SOUND), with(member, value)))));

    assertThat(refused.faults())
        .anySatisfy(fault -> {
          assertThat(fault.place()).isEqualTo(pointer);
          assertThat(fault.rule()).isEqualTo(rule);
          assertThat(fault.message()).isNotBlank();
        });
    assertThat(studies.catalogue().sequence()).isZero();
  }

  @Test
  void control_characters_are_taken_out_and_said() {
    StudyReport report =
        deposits.deposit(INSEE, forms(with("title", "Les métiers\u0007 du soin\u202e")));

    assertThat(report.outcomes().getFirst().study().title()).isEqualTo("Les métiers du soin");
    assertThat(report.repairs()).extracting(Findings.Repair::rule).hasSize(1);
  }

  @Test
  void a_producer_that_has_ended_names_its_successor() {
    Map<String, Object> form = with("producers", List.of("pole-emploi"));
    form.put("issued", "2024-05");

    assertThatThrownBy(() -> deposit(Actor.COMMAND, form))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("dead-producer")
        .hasMessageContaining("France Travail (france-travail)");

    form.put("issued", "2019");
    assertThat(deposit(Actor.COMMAND, form).result()).isEqualTo(Outcome.Result.CREATED);
  }

  @Test
  void nobody_deposits_for_another_nor_under_another_s_identifier() {
    deposit(Actor.COMMAND, with("producers", List.of("insee")));

    assertThatThrownBy(() -> deposit(DARES, with("producers", List.of("insee"))))
        .isInstanceOf(NotYoursException.class);
    assertThatThrownBy(() -> deposit(DARES, form(SOUND)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("duplicate-identifier");
  }

  @Test
  void a_hidden_study_is_not_given_away_by_an_error() {
    Map<String, Object> hidden = with("visibility", "producer");
    Study study = deposit(INSEE, hidden).study();

    assertThat(deposit(DARES, form(SOUND)).result()).isEqualTo(Outcome.Result.CREATED);
    assertThatThrownBy(() ->
            new Passages(studies, CatalogueFixture.CLOCK)
                .pass(DARES, study.id(), StudyStatus.WITHDRAWN, ""))
        .isInstanceOf(NoSuchStudyException.class);
  }

  @Test
  void a_life_goes_forward_and_each_passage_is_signed() {
    Map<String, Object> planned = with("status", "planned");
    planned.remove("issued");
    planned.put("expected", "2027-03");
    Study study = deposit(Actor.COMMAND, planned(planned)).study();
    deposit(Actor.COMMAND, planned(with("status", "published")));

    assertThatThrownBy(() -> deposit(Actor.COMMAND, planned(planned)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("[passage]")
        .hasMessageContaining("superseded, withdrawn");
    assertThat(studies.catalogue().as(Reader.ANYONE).history(study.id()))
        .extracting(entry -> entry.kind() + " " + entry.standing().status().id())
        .containsExactly("CREATE planned", "UPDATE planned", "PASS published");
  }

  private static Map<String, Object> planned(Map<String, Object> form) {
    Map<String, Object> copy = new LinkedHashMap<>(form);
    copy.put("producers", List.of("insee"));
    return copy;
  }

  @Test
  void what_a_study_replaces_is_superseded() {
    Study old = deposit(Actor.COMMAND, planned(form(SOUND))).study();
    Map<String, Object> next = planned(with("identifier", "soin-2"));
    next.put("replaces", List.of(old.id().value()));
    deposit(Actor.COMMAND, next);

    assertThat(studies.catalogue().as(Reader.ANYONE).find(old.id()).orElseThrow().status())
        .isEqualTo(StudyStatus.SUPERSEDED);
  }

  @Test
  void a_request_sent_twice_is_done_once() {
    RequestKey key = new RequestKey("k1", "abc", "hash");
    StudyDeposits.Deposit deposit =
        new StudyDeposits.Deposit(
            List.of(Submission.of(form(SOUND))),
            new Findings(),
            Optional.empty(),
            false,
            Optional.of(key));

    StudyReport first = deposits.deposit(INSEE, deposit);
    StudyReport second = deposits.deposit(INSEE, deposit);

    assertThat(first.replayed()).isFalse();
    assertThat(second.replayed()).isTrue();
    assertThat(second.outcomes().getFirst().result()).isEqualTo(Outcome.Result.CREATED);
    assertThat(studies.catalogue().sequence()).isEqualTo(1);
    assertThatThrownBy(() ->
            deposits.deposit(
                INSEE,
                new StudyDeposits.Deposit(
                    deposit.submissions(),
                    new Findings(),
                    Optional.empty(),
                    false,
                    Optional.of(new RequestKey("k1", "abc", "other")))))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void a_dry_run_says_what_would_be_and_writes_nothing() {
    StudyReport report =
        deposits.deposit(
            INSEE,
            new StudyDeposits.Deposit(
                List.of(Submission.of(form(SOUND))),
                new Findings(),
                Optional.empty(),
                /* dryRun= */ true,
                Optional.empty()));

    assertThat(report.outcomes().getFirst().result()).isEqualTo(Outcome.Result.CREATED);
    assertThat(studies.catalogue().sequence()).isZero();
  }

  @Test
  void a_deleted_study_keeps_its_name_for_itself() {
    Study study = deposit(INSEE, form(SOUND)).study();
    new Passages(studies, CatalogueFixture.CLOCK).delete(INSEE, study.id(), "doublon");

    assertThat(studies.catalogue().as(Reader.OPERATOR).find(study.id())).isEmpty();
    assertThat(deposit(INSEE, form(SOUND)).study().id()).isEqualTo(study.id());
  }

  @Test
  void two_studies_of_one_deposit_have_two_identifiers() {
    List<Map<String, Object>> twice = new ArrayList<>(List.of(form(SOUND), form(SOUND)));

    assertThatThrownBy(() -> deposits.deposit(INSEE, forms(twice)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("duplicate-identifier");
  }
}
