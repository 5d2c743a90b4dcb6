package fr.passerelle.vocab.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.rome.RomeFixture;
import fr.passerelle.vocab.service.Change;
import fr.passerelle.vocab.service.ConceptChange;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading a release that was published before. */
@Timeout(30)
class EarlierReleasesTest {
  private static final ConceptRef M1203 = new ConceptRef("rome-4", "M1203");

  private final Lab lab = new Lab();

  private Optional<Status> status(String release) {
    return lab.vocabularies()
        .findState("rome-4", release)
        .flatMap(state -> state.find(M1203))
        .map(Concept::status);
  }

  private List<String> names() {
    return lab.vocabularies().releases("rome-4").stream().map(StoredRelease::release).toList();
  }

  @Test
  void each_release_says_what_it_said_then() {
    lab.publish(RomeFixture.whole());
    lab.publish(RomeFixture.whole().withoutSheet("M1203").version(61));

    assertThat(names()).containsExactlyInAnyOrder("60", "61");
    assertThat(status("60")).contains(Status.CURRENT);
    assertThat(status("61")).contains(Status.RETIRED);
    assertThat(status("59")).isEmpty();
    assertThat(lab.served()).as("what is published stays").containsExactly("61");
  }

  @Test
  void the_published_release_is_what_is_served_already() {
    lab.publish(RomeFixture.whole());

    assertThat(lab.vocabularies().findState("rome-4", "60"))
        .containsSame(lab.vocabularies().snapshot());
  }

  @Test
  void an_earlier_state_has_a_name_of_its_own_and_is_read_once() {
    lab.publish(RomeFixture.whole());
    lab.publish(RomeFixture.whole().withoutSheet("M1203").version(61));

    Snapshot state = lab.vocabularies().findState("rome-4", "60").orElseThrow();

    assertThat(state.version()).isNotEqualTo(lab.vocabularies().snapshot().version());
    assertThat(lab.vocabularies().findState("rome-4", "60")).containsSame(state);
  }

  @Test
  void what_has_no_licence_is_unknown_at_every_release() {
    lab.publish(RomeFixture.whole(), Lab.NO_LICENCE);
    lab.publish(RomeFixture.whole().withoutSheet("M1203").version(61));

    assertThat(names()).containsExactly("61");
    assertThat(status("60")).isEmpty();
  }

  @Test
  void a_file_that_is_lost_is_no_state() throws IOException {
    lab.publish(RomeFixture.whole());
    lab.publish(RomeFixture.whole().withoutSheet("M1203").version(61));
    Files.delete(lab.file("60"));

    assertThat(status("60")).isEmpty();
  }

  @Test
  void two_states_are_compared_concept_by_concept() {
    lab.publish(RomeFixture.whole());
    lab.publish(RomeFixture.whole().withoutSheet("M1203").version(61));

    List<ConceptChange> forwards = changes("60", "61");
    List<ConceptChange> backwards = changes("61", "60");

    assertThat(kind(forwards)).contains(Change.Kind.RETIRED);
    assertThat(kind(backwards)).contains(Change.Kind.ADDED);
    assertThat(changes("60", "60")).isEmpty();
  }

  private List<ConceptChange> changes(String from, String to) {
    return ConceptChange.between(
        state(from).findScheme("rome-4").map(PublishedScheme::scheme),
        state(to).findScheme("rome-4").orElseThrow().scheme());
  }

  private Snapshot state(String release) {
    return lab.vocabularies().findState("rome-4", release).orElseThrow();
  }

  private static Optional<Change.Kind> kind(List<ConceptChange> changes) {
    return changes.stream()
        .filter(each -> each.concept().ref().equals(M1203))
        .map(ConceptChange::kind)
        .findFirst();
  }
}
