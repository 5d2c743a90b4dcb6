package fr.passerelle.catalog.studies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.Qualification;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.Standing;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyKey;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.Visibility;
import fr.passerelle.catalog.study.form.FormReader;
import fr.passerelle.catalog.study.form.FormWriter;
import fr.passerelle.catalog.study.journal.Body;
import fr.passerelle.catalog.study.journal.Signature;
import fr.passerelle.catalog.study.journal.StudyEvent;
import fr.passerelle.vocab.source.Findings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class StudiesTest {
  private static final Signature INSEE = new Signature("insee", "key 1");
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final CatalogueFixture fixture = CatalogueFixture.empty();
  private final Studies studies = fixture.open();

  private static Content content(String title) {
    return new FormReader("themes", UnaryOperator.identity())
        .read(
            Map.of(
                "title",
                title,
                "producers",
                List.of("insee"),
                "issued",
                "2021-06",
                "themes",
                List.of("emploi"),
                "territories",
                List.of("R93", "D13")),
            new Findings())
        .orElseThrow()
        .content();
  }

  private static StudyEvent event(StudyEvent.Kind kind, String title, Visibility visibility) {
    StudyKey key = new StudyKey("insee", "1");
    Standing standing =
        new Standing(StudyStatus.PUBLISHED, visibility, Qualification.PUBLISHED, "");
    return new StudyEvent(
        0,
        StudyId.mint(key, 0),
        key,
        kind,
        NOON,
        INSEE,
        "",
        List.of("title"),
        Body.of(content(title), standing, RecordOrigin.HERE));
  }

  private void write(StudyEvent... events) {
    studies.write((catalogue, desk) -> desk.append(List.of(events)));
  }

  @Test
  void what_is_written_is_there_for_the_writer_and_for_every_other_process() {
    Studies other = fixture.open();
    assertThat(other.catalogue().as(Reader.ANYONE).list()).isEmpty();

    write(event(StudyEvent.Kind.CREATE, "Les métiers en 2030", Visibility.PUBLIC));
    write(event(StudyEvent.Kind.UPDATE, "Les métiers en 2031", Visibility.PUBLIC));
    other.refresh();

    for (Studies each : List.of(studies, other, fixture.open())) {
      Study study = each.catalogue().as(Reader.ANYONE).list().getFirst();
      assertThat(study.title()).isEqualTo("Les métiers en 2031");
      assertThat(study.number()).isEqualTo(1);
      assertThat(study.sequence()).isEqualTo(2);
      assertThat(study.content()).isEqualTo(content("Les métiers en 2031"));
      assertThat(each.catalogue().as(Reader.ANYONE).history(study.id())).hasSize(2);
    }
  }

  @Test
  void a_writer_sees_what_another_process_wrote_before() {
    Studies other = fixture.open();
    other.catalogue();
    write(event(StudyEvent.Kind.CREATE, "Les métiers en 2030", Visibility.PUBLIC));

    long seen = other.write((catalogue, desk) -> catalogue.sequence());

    assertThat(seen).isEqualTo(1);
    assertThat(other.catalogue().sequence()).isEqualTo(1);
  }

  @Test
  void a_decision_that_fails_leaves_nothing() {
    assertThatThrownBy(() ->
            studies.write((catalogue, desk) -> {
              desk.append(List.of(event(StudyEvent.Kind.CREATE, "Perdue", Visibility.PUBLIC)));
              throw new IllegalStateException("no");
            }))
        .isInstanceOf(IllegalStateException.class);

    write(event(StudyEvent.Kind.CREATE, "Les métiers en 2030", Visibility.PUBLIC));
    assertThat(studies.catalogue().as(Reader.OPERATOR).list()).hasSize(1);
  }

  @Test
  void what_leaves_the_sight_of_a_reader_is_deleted_for_that_reader() {
    write(event(StudyEvent.Kind.CREATE, "Les métiers en 2030", Visibility.PUBLIC));
    write(event(StudyEvent.Kind.UPDATE, "Les métiers en 2030", Visibility.NETWORK));
    write(event(StudyEvent.Kind.UPDATE, "Les métiers en 2031", Visibility.NETWORK));

    assertThat(changes(Reader.ANYONE)).containsExactly(Change.Kind.CREATE, Change.Kind.DELETE);
    assertThat(changes(Reader.of("dares")))
        .containsExactly(Change.Kind.CREATE, Change.Kind.UPDATE, Change.Kind.UPDATE);
    assertThat(studies.catalogue().as(Reader.ANYONE).list()).isEmpty();
    assertThat(studies.catalogue().as(Reader.of("dares")).list()).hasSize(1);
    assertThat(studies.catalogue().as(Reader.ANYONE).changes(1)).hasSize(1);
  }

  @Test
  void what_is_the_producers_own_is_seen_by_it_and_by_the_operator_only() {
    write(event(StudyEvent.Kind.CREATE, "Les métiers en 2030", Visibility.PRODUCER));

    assertThat(studies.catalogue().as(Reader.ANYONE).list()).isEmpty();
    assertThat(studies.catalogue().as(Reader.of("dares")).list()).isEmpty();
    assertThat(studies.catalogue().as(Reader.of("insee")).list()).hasSize(1);
    assertThat(studies.catalogue().as(Reader.OPERATOR).list()).hasSize(1);
  }

  private List<Change.Kind> changes(Reader reader) {
    return studies.catalogue().as(reader).changes(0).stream().map(Change::kind).toList();
  }

  @Test
  void the_written_form_reads_back_to_the_same_content() {
    Content content = content("Les métiers en 2030");

    Map<String, Object> form = FormWriter.of(content);

    assertThat(
            new FormReader("themes", UnaryOperator.identity())
                .read(form, new Findings())
                .orElseThrow()
                .content())
        .isEqualTo(content);
  }
}
