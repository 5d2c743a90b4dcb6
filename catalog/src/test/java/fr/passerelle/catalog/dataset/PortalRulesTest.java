package fr.passerelle.catalog.dataset;

import static fr.passerelle.catalog.dataset.DatasetFixture.RULES;
import static fr.passerelle.catalog.dataset.DatasetFixture.SOUND;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Licence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortalRulesTest {
  private static final String NONE = "-";

  /** A cell of {@code -} is absent, an empty one is as in a sound record. */
  @ParameterizedTest(name = "{0}{1}{2}{3}{4}{5}{6}{7} breaks {8}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      textBlock =
          """
          ''| ''                 | ''         | '' | ''         | ''      | '' | '' | ''
          - | ''                 | ''         | '' | ''         | ''      | '' | '' | title description
          ''| id/dataset/1       | ''         | '' | ''         | ''      | '' | '' | identifier
          ''| http://a b/        | ''         | '' | ''         | ''      | '' | '' | identifier
          ''| http://localhost:8080/id/1 | '' | '' | ''         | ''      | '' | '' | reachable
          ''| http://10.0.0.1/id/1 | ''       | '' | ''         | ''      | '' | '' | reachable
          ''| ''                 | -          | '' | ''         | ''      | '' | '' | licence distribution-licence
          ''| ''                 | formacode  | '' | ''         | ''      | '' | '' | known-licence
          ''| ''                 | ''         | -  | ''         | ''      | '' | '' | publisher
          ''| ''                 | ''         | '' | -          | ''      | '' | '' | issued modified
          ''| ''                 | ''         | '' | 2026-11-24 | ''      | '' | '' | future future
          ''| ''                 | ''         | '' | 2027       | ''      | '' | '' | future future
          ''| ''                 | ''         | '' | 2026-11-23 | ''      | '' | '' | ''
          ''| ''                 | ''         | '' | 2026-11    | ''      | '' | '' | ''
          ''| ''                 | ''         | '' | ''         | UNKNOWN | '' | '' | frequency
          ''| ''                 | ''         | '' | ''         | ''      | 99 | '' | spatial
          ''| ''                 | ''         | '' | ''         | ''      | '' | -  | distribution-description format
          <b>ROME</b>| ''        | ''         | '' | ''         | ''      | '' | '' | markup
          """)
  void each_rule_is_told(
      String title,
      String iri,
      String licence,
      String publisher,
      String modified,
      String frequency,
      String region,
      String words,
      String rules) {
    Dataset dataset =
        new DatasetFixture(
                title.isEmpty() ? SOUND.title() : without(title),
                iri.isEmpty() ? SOUND.iri() : iri,
                licence.isEmpty() ? SOUND.licence() : Licence.find(without(licence)),
                publisher.isEmpty() ? SOUND.publisher() : Optional.empty(),
                modified.isEmpty()
                    ? SOUND.modified()
                    : Optional.of(without(modified)).filter(d -> !d.isEmpty()).map(IsoDate::new),
                frequency.isEmpty() ? SOUND.frequency() : AuthorityTerm.of("frequency", frequency),
                region.isEmpty() ? SOUND.place() : Place.region(region, "Ailleurs"),
                words.isEmpty() ? SOUND.words() : without(words))
            .dataset("");

    List<Finding> findings = RULES.check(dataset);

    assertThat(findings)
        .extracting(each -> each.rule().id())
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(rules.split(" ", -1)).filter(each -> !each.isEmpty()).toList());
    assertThat(findings).allMatch(each -> each.record().equals(dataset.iri()));
    boolean refused = findings.stream().anyMatch(Finding::refused);
    assertThat(CatalogState.of(List.of(dataset), List.of(), RULES).datasets())
        .hasSize(refused ? 0 : 1);
  }

  private static String without(String cell) {
    return cell.equals(NONE) ? "" : cell;
  }

  @Test
  void every_rule_says_where_it_comes_from() {
    assertThat(PortalRule.values()).allMatch(rule -> rule.source().length() > 10);
  }
}
