package fr.passerelle.vocab;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdditionsIntegrityTest {
  private static final Correspondence.Author AUTHOR = new Correspondence.Author("moi", "Moi");

  private static Collection collection(String id, String code) {
    return new Collection(AUTHOR, id, "Nom", List.of(new ConceptRef("rome-4", code)));
  }

  private static Annotation note(String scheme, String code) {
    return new Annotation(
        AUTHOR, new ConceptRef(scheme, code), Annotation.Kind.NOTE, "Dit.", "fr", "");
  }

  @Test
  void members_of_the_release_and_stubs_in_it_are_accepted() {
    Release release =
        Fixture.rome()
            .withCollections(List.of(collection("un", "M1805"), collection("deux", "H9999")))
            .withAnnotations(List.of(note("rome-4-secteur-naf", "10")));

    assertThatCode(release::checked).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "un, Z0000, dangling-member",
    "Un, M1805, collection",
    "un/deux, M1805, collection",
    "'', M1805, collection"
  })
  void a_collection_has_a_name_and_members_that_are_there(String id, String code, String rule) {
    Release release = Fixture.rome().withCollections(List.of(collection(id, code)));

    assertThatThrownBy(release::checked).hasMessageContaining("[" + rule + "]");
  }

  @Test
  void two_collections_of_one_name_are_refused() {
    Release release =
        Fixture.rome()
            .withCollections(List.of(collection("un", "M1805"), collection("un", "D1102")));

    assertThatThrownBy(release::checked).hasMessageContaining("[duplicate-collection]");
  }

  @ParameterizedTest
  @CsvSource({"rome-4, M1805, annotation", "formacode-14, 21528, dangling-annotation"})
  void an_annotation_is_of_a_concept_of_another_edition_that_is_cited(
      String scheme, String code, String rule) {
    Release release = Fixture.rome().withAnnotations(List.of(note(scheme, code)));

    assertThatThrownBy(release::checked).hasMessageContaining("[" + rule + "]");
  }
}
