package fr.passerelle.catalog.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StudyIdTest {
  @Test
  void one_key_has_one_identifier_wherever_it_is_made() {
    StudyKey key = new StudyKey("insee", "insee-premiere-1780");

    assertThat(StudyId.mint(key, 0)).isEqualTo(StudyId.mint(key, 0));
    assertThat(StudyId.mint(key, 0)).isNotEqualTo(StudyId.mint(key, 1));
    assertThat(StudyId.mint(key, 0).value()).matches("[a-z2-7]{10}");
  }

  @Test
  void keys_that_are_not_alike_have_others() {
    Set<StudyId> ids = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      ids.add(StudyId.mint(new StudyKey("insee", "n" + i), 0));
    }

    assertThat(ids).hasSize(20_000);
  }

  @Test
  void an_address_may_be_typed_in_capitals() {
    assertThat(StudyId.parse("ABCDEFGHIJ")).contains(new StudyId("abcdefghij"));
    assertThat(StudyId.parse("abc")).isEmpty();
    assertThat(StudyId.parse("abcdefghi1")).isEmpty();
  }
}
