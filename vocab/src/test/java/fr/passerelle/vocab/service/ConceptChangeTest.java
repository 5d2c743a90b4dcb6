package fr.passerelle.vocab.service;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptBuilder;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ConceptChangeTest {
  private static ConceptRef ref(String code) {
    return new ConceptRef("a", code);
  }

  private static Concept concept(String code, Status status, Consumer<ConceptBuilder> more) {
    ConceptBuilder builder =
        new ConceptBuilder(ref(code), ConceptType.CONCEPT, status, "le " + code);
    more.accept(builder);
    return builder.build();
  }

  private static Concept concept(String code, Consumer<ConceptBuilder> more) {
    return concept(code, Status.CURRENT, more);
  }

  private static ConceptChange one(Concept before, Concept after) {
    List<ConceptChange> changes =
        ConceptChange.between(
            Optional.of(Scheme.of("a", "A", List.of(before))), Scheme.of("a", "A", List.of(after)));
    assertThat(changes).hasSize(1);
    return changes.getFirst();
  }

  private static void nothing(ConceptBuilder builder) {}

  @Test
  void what_says_the_same_is_no_change() {
    Scheme same = Scheme.of("a", "A", List.of(concept("1", ConceptChangeTest::nothing)));

    assertThat(ConceptChange.between(Optional.of(same), same)).isEmpty();
  }

  @Test
  void where_there_was_nothing_everything_is_added() {
    Scheme after = Scheme.of("a", "A", List.of(concept("1", ConceptChangeTest::nothing)));

    assertThat(ConceptChange.between(Optional.empty(), after))
        .extracting(ConceptChange::kind)
        .containsExactly(Change.Kind.ADDED);
  }

  @Test
  void a_change_names_the_fields_that_differ() {
    ConceptChange change =
        one(
            concept("1", ConceptChangeTest::nothing),
            concept(
                "1",
                builder -> {
                  builder.alt("autre");
                  builder.property(Property.NIVEAU, "5");
                  builder.link(Link.of(Link.Kind.RELATED, ref("2")));
                }));

    assertThat(change.kind()).isEqualTo(Change.Kind.CHANGED);
    assertThat(change.fields()).containsExactly("altLabels", "niveau", "related");
  }

  @Test
  void a_concept_that_has_something_else_above_it_has_moved() {
    ConceptChange change =
        one(
            concept("1", builder -> builder.link(Link.of(Link.Kind.BROADER, ref("2")))),
            concept("1", builder -> builder.link(Link.of(Link.Kind.BROADER, ref("3")))));

    assertThat(change.kind()).isEqualTo(Change.Kind.MOVED);
    assertThat(change.broaderBefore()).containsExactly(ref("2"));
    assertThat(change.broaderAfter()).containsExactly(ref("3"));
  }

  @Test
  void a_retired_concept_names_what_takes_its_place() {
    ConceptChange change =
        one(
            concept("1", ConceptChangeTest::nothing),
            concept(
                "1",
                Status.RETIRED,
                builder -> builder.link(Link.of(Link.Kind.REMPLACE_PAR, ref("2")))));

    assertThat(change.kind()).isEqualTo(Change.Kind.RETIRED);
    assertThat(change.replacedBy()).containsExactly(ref("2"));
  }

  @Test
  void a_concept_that_comes_back_is_added() {
    assertThat(
            one(
                    concept("1", Status.RETIRED, ConceptChangeTest::nothing),
                    concept("1", ConceptChangeTest::nothing))
                .kind())
        .isEqualTo(Change.Kind.ADDED);
  }
}
