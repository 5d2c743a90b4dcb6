package fr.passerelle.vocab;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.CombinedLicence.Reason;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CombinedLicenceTest {

  private static CombinedLicence combined(String parts) {
    return Arrays.stream(parts.split(" \\+ "))
        .map(part ->
            part.equals("?")
                ? CombinedLicence.UNKNOWN
                : CombinedLicence.of(Licence.find(part).orElseThrow()))
        .reduce(CombinedLicence.NOTHING, CombinedLicence::and);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          etalab-2.0                            | etalab-2.0
          etalab-1.0 + etalab-2.0               | etalab-2.0
          cc0-1.0 + etalab-1.0                  | etalab-1.0
          etalab-2.0 + odbl-1.0                 | odbl-1.0
          etalab-2.0 + cc-by-4.0 + cc0-1.0      | cc-by-4.0
          cc-by-4.0 + cc-by-sa-4.0              | cc-by-sa-4.0
          cc-by-nc-4.0 + cc-by-4.0              | cc-by-nc-4.0
          cc-by-nc-4.0 + cc-by-nc-sa-4.0        | cc-by-nc-sa-4.0
          etalab-2.0 + formacode                | formacode
          cc-by-4.0 + odbl-1.0                  | INCOMPATIBLE
          odbl-1.0 + cc-by-sa-4.0               | INCOMPATIBLE
          odbl-1.0 + formacode                  | INCOMPATIBLE
          cc-by-nc-4.0 + odbl-1.0               | INCOMPATIBLE
          cc-by-sa-4.0 + cc-by-nc-4.0           | INCOMPATIBLE
          cc-by-sa-4.0 + cc-by-nc-sa-4.0        | INCOMPATIBLE
          cc-by-4.0 + formacode                 | INCOMPATIBLE
          cc-by-nd-4.0                          | FORBIDDEN
          cc-by-nd-4.0 + cc0-1.0                | FORBIDDEN
          etalab-2.0 + cc-by-nc-nd-4.0          | FORBIDDEN
          ?                                     | UNKNOWN
          etalab-2.0 + ? + odbl-1.0             | UNKNOWN
          """)
  void what_is_computed_of_parts_has_the_least_licence_that_keeps_all_they_ask(
      String parts, String told) {
    CombinedLicence all = combined(parts);

    assertThat(
            all.derived()
                .map(Licence::code)
                .orElseGet(() -> all.refusal().map(Reason::name).orElseThrow()))
        .isEqualTo(told);
    assertThat(all.explanation().isEmpty()).isEqualTo(all.derived().isPresent());
  }

  @Test
  void what_is_made_of_nothing_is_neither_licensed_nor_refused() {
    assertThat(CombinedLicence.NOTHING.whole()).isEmpty();
    assertThat(CombinedLicence.NOTHING.refusal()).isEmpty();
  }

  @Test
  void a_work_that_may_not_be_changed_is_given_on_as_it_is() {
    assertThat(combined("cc-by-nd-4.0").whole()).contains(Licence.CC_BY_ND_4_0);
  }

  @Provide
  Arbitrary<CombinedLicence> combinations() {
    Arbitrary<Set<Licence>> parts = Arbitraries.of(Licence.class).set().ofMaxSize(5);
    return Combinators.combine(
            parts,
            Arbitraries.frequencyOf(
                Tuple.of(9, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
        .as(CombinedLicence::new);
  }

  @Property
  void order_and_repetition_do_not_matter(
      @ForAll("combinations") CombinedLicence a,
      @ForAll("combinations") CombinedLicence b,
      @ForAll("combinations") CombinedLicence c) {
    assertThat(a.and(b)).isEqualTo(b.and(a));
    assertThat(a.and(b).and(c)).isEqualTo(a.and(b.and(c)));
    assertThat(a.and(a)).isEqualTo(a);
    assertThat(a.and(CombinedLicence.NOTHING)).isEqualTo(a);
  }

  @Property
  void what_is_unknown_or_refused_stays_so(
      @ForAll("combinations") CombinedLicence a, @ForAll("combinations") CombinedLicence b) {
    assertThat(a.and(CombinedLicence.UNKNOWN).refusal()).contains(Reason.UNKNOWN);
    if (a.refusal().isPresent()) {
      assertThat(a.and(b).refusal()).isPresent();
    }
  }

  /** In two steps as in one: a whole may stand for its parts. */
  @Property
  void a_whole_combines_as_its_parts_do(
      @ForAll("combinations") CombinedLicence a, @ForAll("combinations") CombinedLicence b) {
    Optional<Licence> whole = a.derived();
    if (whole.isPresent()) {
      assertThat(CombinedLicence.of(whole).and(b).derived()).isEqualTo(a.and(b).derived());
    }
  }

  @Property
  void the_whole_asks_for_all_that_its_parts_ask(@ForAll("combinations") CombinedLicence a) {
    a.derived()
        .ifPresent(whole ->
            EnumSet.allOf(Licence.Condition.class).stream()
                .filter(condition -> a.parts().stream().anyMatch(part -> part.asks(condition)))
                .forEach(condition -> assertThat(whole.asks(condition)).isTrue()));
  }

  @ParameterizedTest(name = "{0} is no licence of data: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Apache-2.0                  | licence de logiciel
          MIT                         | licence de logiciel
          AGPL-3.0-only               | licence de logiciel
          tous droits réservés        | ne permet pas de publier
          All rights reserved         | ne permet pas de publier
          ''                          | licence inconnue
          other-open                  | licence inconnue
          """)
  void a_name_that_is_none_of_a_licence_of_data_is_refused_with_what_to_do(
      String name, String words) {
    assertThat(Licence.find(name)).isEmpty();
    assertThat(Licence.refusal(name)).contains(words, "etalab-2.0");
  }

  @Test
  void every_licence_is_found_by_its_code_and_its_address() {
    for (Licence each : List.of(Licence.values())) {
      assertThat(Licence.find(each.code())).contains(each);
      assertThat(Licence.find(each.uri())).contains(each);
    }
  }
}
