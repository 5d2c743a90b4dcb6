package fr.passerelle.vocab.skos;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import java.util.List;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.util.FmtUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkosTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          M1805 | type <skos#Concept>
          M1805 | type <ns#FicheMetier>
          M1805 | notation "M1805"
          M1805 | prefLabel "Études et développement"@fr
          M1805 | prefLabel "Software development"@en
          M1805 | altLabel "Développeur"@fr
          M1805 | definition "DEFINITION."@fr
          M1805 | scopeNote "SCOPE_NOTE."@fr
          M1805 | accesMetier "ACCES_METIER."@fr
          M1805 | inScheme <rome-4>
          M1805 | broader <rome-4/M18>
          M1805 | relatedMatch <region/44>
          M1805 | related <rome-4/T-competence>
          M1805 | mobilite <rome-4/T-competence>
          M1805 | parentV3 <rome-3/M1805>
          M1805 | competence <rome-4/T-savoir>
          M1805 | lienQualifie <rome-4/M1805#competence/rome-4/T-savoir>
          M1805 | cible <rome-4/T-savoir>
          M1805 | marque <ns#Principale>
          M1805 | ordre 3
          M1805 | savoir <rome-4/%C3%89t%C3%A9/%C3%A0.b>
          M1805 | emploiCadre true
          M1805 | transitionEcologique "du texte"@fr
          M1805 | codeOgr "du texte"
          M1805 | isPartOf <rome-4/release/60>
          M1805 | entree <rome-4/release/40>
          M1805 | modification <rome-4/release/58>
          M1805 | sortie <rome-4/release/60>
          M18 | narrower <rome-4/M1805>
          M | topConceptOf <rome-4>
          T-competence | related <rome-4/M1805>
          M1801 | deprecated true
          M1899 | statut <ns#Reference>
          """)
  void a_concept_says(String code, String fact) {
    assertThat(facts(describe(code))).contains(fact);
  }

  @ParameterizedTest
  @CsvSource({
    "M1805, topConceptOf",
    "M1805, hiddenLabel",
    "M1805, deprecated",
    "M1805, statut",
    "M1805, narrower",
    "T-competence, mobilite",
    "T-competence, broader",
  })
  void a_concept_does_not_say(String code, String predicate) {
    assertThat(describe(code)).noneMatch(triple -> local(triple).equals(predicate));
  }

  @Test
  void a_link_without_mark_or_rank_has_no_node_of_its_own() {
    assertThat(facts(describe("M1805")))
        .filteredOn(fact -> fact.startsWith("lienQualifie"))
        .containsExactlyInAnyOrder(
            "lienQualifie <rome-4/M1805#competence/rome-4/T-savoir>",
            "lienQualifie <rome-4/M1805#competence/rome-4/T-theme>",
            "lienQualifie <rome-4/M1805#savoir/rome-4/%C3%89t%C3%A9/%C3%A0.b>");
  }

  @Test
  void a_label_that_differs_by_an_unpublishable_character_is_said_once() {
    assertThat(describe("M1805")).filteredOn(triple -> local(triple).equals("altLabel")).hasSize(2);
  }

  @Test
  void a_hierarchy_that_crosses_schemes_is_a_mapping() {
    List<Scheme> schemes = Sample.RELEASE.release().schemes();
    Concept department = schemes.get(1).find("67").orElseThrow();
    Concept region = schemes.get(2).find("44").orElseThrow();

    assertThat(facts(Sample.SKOS.describe(Sample.RELEASE, department, Sample.INVERSE)))
        .contains("broadMatch <region/44>", "topConceptOf <departement>")
        .noneMatch(fact -> fact.startsWith("broader "));
    assertThat(facts(Sample.SKOS.describe(Sample.RELEASE, region, Sample.INVERSE)))
        .contains("narrowMatch <departement/67>", "relatedMatch <rome-4/M1805>")
        .noneMatch(fact -> fact.startsWith("narrower "));
  }

  @Test
  void a_scheme_says_who_made_it_when_and_under_which_licence() {
    assertThat(facts(Sample.SKOS.describe(Sample.RELEASE, Sample.ROME)))
        .contains(
            "type <skos#ConceptScheme>",
            "title \"ROME 4.0\"@fr",
            "creator <rome-4#producteur>",
            "publisher <rome-4#producteur>",
            "license <https://spdx.org/licenses/etalab-2.0>",
            "issued \"2025-09-25\"^^xsd:date",
            "modified \"2025-09-25\"^^xsd:date",
            "versionInfo \"60\"",
            "version \"60\"",
            "hasVersion <rome-4/release/60>",
            "follows <rome-3>",
            "supersedes <rome-3>",
            "hasTopConcept <rome-4/M>",
            "bibliographicCitation \"" + Sample.RELEASE.citation() + "\"@fr")
        .doesNotContain("hasTopConcept <rome-4/M18>");
    assertThat(facts(Sample.SKOS.attribution(Sample.RELEASE)))
        .contains(
            "isVersionOf <rome-4>",
            "name \"France Travail\"",
            "label \"Licence Ouverte / Open Licence version 2.0\"@fr");
  }

  @Test
  void a_companion_list_is_part_of_the_release_and_follows_nothing() {
    Scheme departments = Sample.RELEASE.release().schemes().get(1);
    assertThat(facts(Sample.SKOS.describe(Sample.RELEASE, departments)))
        .contains("isPartOf <rome-4/release/60>")
        .noneMatch(fact -> fact.startsWith("follows") || fact.startsWith("hasVersion"));
  }

  @Test
  void a_sample_says_that_it_is_one() {
    PublishedRelease sample =
        Sample.published(Edition.ROME_4, true, Sample.RELEASE.release().schemes());
    assertThat(facts(Sample.SKOS.describe(sample, Sample.ROME)))
        .contains("title \"ROME 4.0 (échantillon)\"@fr")
        .anyMatch(fact -> fact.startsWith("description \"Échantillon"));
  }

  @Test
  void a_region_names_its_own_concepts_under_its_base_and_national_ones_under_theirs() {
    Edition edition = new Edition("themes", "Thèmes", "Carif-Oref", "", false, "");
    Link toRome = Link.of(Link.Kind.NIVEAU, Sample.concept("M1805").ref());
    Concept theme =
        Sample.concept("themes", "sante", ConceptType.THEME, Status.CURRENT, "Santé", toRome);
    PublishedRelease release =
        Sample.published(edition, false, List.of(Scheme.of("themes", "Thèmes", List.of(theme))));

    assertThat(facts(Sample.SKOS.describe(release, theme, target -> List.of())))
        .contains(
            "inScheme <https://region.example.org/id/vocab/themes>",
            "isPartOf <https://region.example.org/id/vocab/themes/release/60>",
            "niveauDe <rome-4/M1805>");
  }

  private static List<Triple> describe(String code) {
    return Sample.SKOS.describe(Sample.RELEASE, Sample.concept(code), Sample.INVERSE);
  }

  private static List<String> facts(List<Triple> triples) {
    return triples.stream()
        .map(triple -> local(triple) + " " + FmtUtils.stringForNode(triple.getObject()))
        .map(fact ->
            fact.replace(Sample.BASE, "")
                .replace(Sample.NS, "ns#")
                .replace("http://www.w3.org/2004/02/skos/core#", "skos#"))
        .toList();
  }

  private static String local(Triple triple) {
    return triple.getPredicate().getLocalName();
  }
}
