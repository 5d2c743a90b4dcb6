package fr.passerelle.catalog.studies;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.study.search.StudyHit;
import fr.passerelle.catalog.study.search.StudyPage;
import fr.passerelle.catalog.study.search.StudyQuery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold over any catalogue, tried on two thousand generated studies. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManyStudiesTest {
  private static final int COUNT = 2_000;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private final Studies studies;
  private final StudyDeposits deposits;
  private final Passages passages;

  ManyStudiesTest() {
    CatalogueFixture fixture = CatalogueFixture.empty();
    studies = fixture.open();
    deposits = fixture.deposits(studies);
    passages = new Passages(studies, CatalogueFixture.CLOCK);
    deposits.deposit(Actor.COMMAND, StudyDeposits.Deposit.of(new StudyGenerator(7).studies(COUNT)));
  }

  private CatalogueView anyone() {
    return studies.catalogue().as(Reader.ANYONE);
  }

  private List<Study> all(StudyQuery query) {
    List<Study> all = new ArrayList<>();
    String after = "";
    do {
      StudyPage page = anyone().search(query.page(97, after), TODAY);
      page.hits().forEach(hit -> all.add(hit.study()));
      after = page.next();
    } while (!after.isEmpty());
    return all;
  }

  @ParameterizedTest
  @EnumSource(StudyQuery.Sort.class)
  void paging_gives_each_study_once_in_every_order(StudyQuery.Sort sort) {
    for (String words : List.of("", "agriculture")) {
      StudyQuery query = StudyQuery.ALL.of(words).by(sort);
      List<Study> all = all(query);

      assertThat(all).hasSize(anyone().search(query.page(1, ""), TODAY).total());
      assertThat(all.stream().map(Study::id)).doesNotHaveDuplicates();
    }
  }

  @Test
  void facets_count_what_their_filters_find() {
    for (String words : List.of("", "métiers de la santé")) {
      StudyPage page = anyone().search(StudyQuery.ALL.of(words), TODAY);
      for (Facet facet : Facet.values()) {
        for (StudyPage.Count count : page.facets().getOrDefault(facet, List.of())) {
          StudyQuery filtered =
              StudyQuery.ALL.of(words).with(facet, Set.of(count.value())).page(1, "");

          assertThat(anyone().search(filtered, TODAY).total())
              .as("%s %s", facet, count.value())
              .isEqualTo(count.count());
        }
      }
    }
  }

  @Test
  void hidden_studies_are_in_no_list_count_facet_or_search() {
    List<Study> hidden =
        studies.catalogue().as(Reader.OPERATOR).list().stream()
            .filter(study -> !Reader.ANYONE.sees(study))
            .toList();

    assertThat(hidden).isNotEmpty();
    assertThat(anyone().list()).hasSize(COUNT - hidden.size());
    assertThat(anyone().search(StudyQuery.ALL, TODAY).total()).isEqualTo(COUNT - hidden.size());
    for (Study study : hidden) {
      assertThat(all(StudyQuery.ALL.of(study.title()))).doesNotContain(study);
      assertThat(anyone().find(study.id())).isEmpty();
      assertThat(anyone().history(study.id())).isEmpty();
    }
  }

  @Test
  void a_change_during_a_harvest_neither_skips_nor_repeats_a_study() {
    Random random = new Random(3);
    List<Study> before = anyone().list();
    Set<StudyId> touched = new HashSet<>();
    List<StudyId> harvested = new ArrayList<>();
    String after = "";
    do {
      StudyPage page =
          anyone().search(StudyQuery.ALL.by(StudyQuery.Sort.NUMBER).page(50, after), TODAY);
      page.hits().stream().map(StudyHit::study).map(Study::id).forEach(harvested::add);
      after = page.next();
      Study one = before.get(random.nextInt(before.size()));
      if (one.status() == StudyStatus.PUBLISHED && touched.add(one.id())) {
        passages.pass(Actor.COMMAND, one.id(), StudyStatus.WITHDRAWN, "essai");
      }
    } while (!after.isEmpty());

    assertThat(harvested).doesNotHaveDuplicates();
    assertThat(harvested)
        .containsExactlyInAnyOrderElementsOf(before.stream().map(Study::id).toList());
  }

  @Test
  void who_follows_the_changes_has_what_the_list_says() {
    for (Reader reader : List.of(Reader.ANYONE, Reader.of("insee"), Reader.OPERATOR)) {
      CatalogueView view = studies.catalogue().as(reader);
      Set<StudyId> followed = new HashSet<>();
      for (Change change : view.changes(0)) {
        if (change.kind() == Change.Kind.DELETE) {
          followed.remove(change.study());
        } else {
          followed.add(change.study());
        }
      }

      assertThat(followed)
          .isEqualTo(view.list().stream().map(Study::id).collect(Collectors.toSet()));
    }
  }

  @Test
  void memory_after_many_events_is_what_a_new_process_reads() {
    Studies fresh = CatalogueFixture.reopened();

    assertThat(fresh.catalogue().as(Reader.OPERATOR).list())
        .isEqualTo(studies.catalogue().as(Reader.OPERATOR).list());
    assertThat(fresh.catalogue().version()).isEqualTo(studies.catalogue().version());
  }

  @Test
  void a_study_announced_twice_elsewhere_is_flagged_with_reasons() {
    CatalogueView operator = studies.catalogue().as(Reader.OPERATOR);
    var overlaps = operator.overlaps();

    assertThat(overlaps).isNotEmpty();
    overlaps.forEach((study, likes) ->
        likes
            .studies()
            .forEach(similar -> {
              assertThat(similar.score()).isBetween(0.45, 1.0);
              assertThat(similar.reasons()).isNotEmpty();
              assertThat(similar.study().status().isComing()).isTrue();
              assertThat(similar.study().key().producer()).isNotEqualTo(study.key().producer());
            }));
  }
}
