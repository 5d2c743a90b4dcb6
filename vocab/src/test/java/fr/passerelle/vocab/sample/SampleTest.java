package fr.passerelle.vocab.sample;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {
  private static final List<Sample.Part> PARTS = Sample.parts();

  /** Reading is checking: {@code Sample} makes every release with {@code Release.of}. */
  @ParameterizedTest
  @CsvSource({
    "themes, 2018, 2018-01-01, false, etalab-2.0",
    "regions, 2024, 2024-01-01, false, etalab-2.0",
    "rome-4, echantillon, 2025-09-18, true, etalab-2.0",
    "formacode-14, echantillon, 2024-06-28, true, formacode",
    "rncp, echantillon, 2024-06-28, true, etalab-2.0",
  })
  void a_part_says_its_release_its_date_its_licence_and_whether_it_is_a_sample(
      String edition, String release, String issued, boolean sample, String licence) {
    Sample.Part part = part(edition);
    assertThat(part.release().id()).isEqualTo(release);
    assertThat(part.release().source().issued()).isEqualTo(issued);
    assertThat(part.release().source().sample()).isEqualTo(sample);
    assertThat(part.release().source().sha256()).matches("[0-9a-f]{64}");
    assertThat(Licence.find(licence)).contains(part.licence());
  }

  @ParameterizedTest
  @CsvSource({
    "themes, themes, THEME, 10, 10",
    "regions, regions, REGION, 18, 18",
    "regions, departements, DEPARTEMENT, 101, 101",
    "rome-4, rome-4, FICHE_METIER, 55, 70",
    "rome-4, rome-4, GRAND_DOMAINE, 10, 14",
    "rome-4, rome-4, APPELLATION, 500, 1200",
    "rome-4, rome-4, MACRO_COMPETENCE, 50, 507",
    "rome-4, rome-4, SAVOIR, 100, 400",
    "rome-4, rome-4, CONTEXTE_TRAVAIL, 20, 179",
    "rome-4, rome-3, FICHE_METIER, 40, 532",
    "formacode-14, formacode-14, DOMAINE_FORMACODE, 10, 14",
    "formacode-14, formacode-14, TERME_FORMACODE, 80, 300",
    "rncp, rncp, CERTIFICATION, 40, 70",
  })
  void a_scheme_holds_enough_of_each_type(
      String edition, String scheme, ConceptType type, long least, long most) {
    assertThat(concepts(edition, scheme, type).count()).isBetween(least, most);
  }

  @ParameterizedTest
  @CsvSource({
    "M1805, COMPETENCE, PRINCIPALE, 10",
    "M1805, COMPETENCE, EMERGENTE, 1",
    "M1805, COMPETENCE, NONE, 14",
    "D1102, COMPETENCE, PRINCIPALE, 12",
    "D1102, COMPETENCE, NONE, 20",
    "D1102, SAVOIR, PRINCIPALE, 1",
  })
  void two_sheets_hold_all_their_skills_and_marks(
      String code, Link.Kind kind, Link.Mark mark, long count) {
    Concept sheet = find("rome-4", code);
    assertThat(sheet.links(kind).filter(link -> link.mark() == mark)).hasSize((int) count);
  }

  @Test
  void an_appellation_belongs_to_one_sheet_and_a_sheet_has_one_principal_appellation() {
    List<Concept> titles = concepts("rome-4", "rome-4", ConceptType.APPELLATION).toList();
    List<ConceptRef> sheets =
        concepts("rome-4", "rome-4", ConceptType.FICHE_METIER).map(Concept::ref).toList();
    assertThat(titles)
        .allSatisfy(title -> assertThat(title.links(Link.Kind.BROADER)).hasSize(1))
        .allSatisfy(title -> assertThat(sheets).contains(broader(title)));
    assertThat(titles.stream().filter(SampleTest::principal).map(SampleTest::broader))
        .containsExactlyInAnyOrderElementsOf(sheets);
  }

  @Test
  void an_appellation_is_another_label_of_its_sheet() {
    Concept baker = find("rome-4", "D1102");
    Stream<Label> titles =
        concepts("rome-4", "rome-4", ConceptType.APPELLATION)
            .filter(title -> broader(title).equals(baker.ref()))
            .map(title -> title.prefLabels().getFirst());
    assertThat(Stream.concat(baker.prefLabels().stream(), baker.altLabels().stream()))
        .containsAll(titles.toList());
  }

  @Test
  void every_sheet_has_a_domain_skills_and_a_parent_in_rome_3() {
    assertThat(concepts("rome-4", "rome-4", ConceptType.FICHE_METIER))
        .allSatisfy(sheet -> {
          assertThat(broader(sheet).code()).isEqualTo(sheet.code().substring(0, 3));
          assertThat(sheet.links(Link.Kind.COMPETENCE)).isNotEmpty();
          assertThat(sheet.links(Link.Kind.PARENT_V3)).hasSize(1);
          assertThat(sheet.properties())
              .containsKeys(Property.CODE_OGR, Property.CODE_FICHE_METIER);
        });
  }

  @Test
  void a_sheet_of_rome_3_is_only_a_stub() {
    assertThat(concepts("rome-4", "rome-3", ConceptType.FICHE_METIER))
        .allSatisfy(stub -> assertThat(stub.status()).isEqualTo(Status.REFERENCED))
        .allSatisfy(stub -> assertThat(stub.prefLabel("fr")).isEqualTo("libellé v3 non fourni"));
  }

  @Test
  void every_certification_reaches_a_stub_of_rome_3_and_formacode_terms_that_are_there() {
    assertThat(concepts("rncp", "rncp", ConceptType.CERTIFICATION))
        .allSatisfy(each -> assertThat(each.code()).matches("RNCP\\d+"))
        .allSatisfy(each -> assertThat(mapped(each, "rome-3")).isNotEmpty())
        .allSatisfy(
            each -> assertThat(mapped(each, "formacode-14")).allMatch(SampleTest::described));
  }

  private static List<ConceptRef> mapped(Concept certification, String scheme) {
    return Sample.releases().stream()
        .flatMap(release -> release.correspondences().stream())
        .filter(correspondence -> correspondence.target().equals(scheme))
        .flatMap(correspondence -> correspondence.pairs().stream())
        .filter(pair -> pair.from().equals(certification.ref()))
        .map(Pair::to)
        .toList();
  }

  @Test
  void every_formacode_term_leads_up_to_a_broad_domain() {
    assertThat(concepts("formacode-14", "formacode-14", ConceptType.TERME_FORMACODE))
        .allSatisfy(term -> assertThat(top(term).type()).isEqualTo(ConceptType.DOMAINE_FORMACODE));
  }

  @ParameterizedTest
  @CsvSource({
    "67, Bas-Rhin, 44, Grand Est",
    "2A, Corse-du-Sud, 94, Corse",
    "75, Paris, 11, Île-de-France"
  })
  void a_department_is_in_its_region(String code, String label, String region, String name) {
    Concept department = find("departements", code);
    assertThat(department.prefLabel("fr")).isEqualTo(label);
    assertThat(broader(department)).isEqualTo(new ConceptRef("regions", region));
    assertThat(find("regions", region).prefLabel("fr")).isEqualTo(name);
  }

  @Test
  void every_region_has_a_department() {
    assertThat(
            concepts("regions", "departements", ConceptType.DEPARTEMENT).map(SampleTest::broader))
        .containsAll(concepts("regions", "regions", ConceptType.REGION).map(Concept::ref).toList());
  }

  @Test
  void no_other_label_repeats_the_preferred_one_and_no_text_is_copied() {
    assertThat(all())
        .allSatisfy(concept ->
            assertThat(concept.altLabels()).doesNotContainAnyElementsOf(concept.prefLabels()))
        .allSatisfy(concept -> assertThat(concept.notes()).isEmpty());
    assertThat(concepts("formacode-14", "formacode-14", ConceptType.TERME_FORMACODE))
        .allSatisfy(term -> assertThat(term.altLabels()).isEmpty())
        .allSatisfy(term -> assertThat(term.hiddenLabels()).isEmpty());
  }

  @Test
  void themes_have_an_english_label() {
    assertThat(concepts("themes", "themes", ConceptType.THEME))
        .allSatisfy(theme ->
            assertThat(theme.prefLabels().stream().map(Label::lang)).containsExactly("fr", "en"));
  }

  @Test
  void the_resources_stay_under_400_kB() throws IOException, URISyntaxException {
    URL folder = Objects.requireNonNull(Sample.class.getResource("themes"));
    Path root = Objects.requireNonNull(Path.of(folder.toURI()).getParent());
    try (Stream<Path> files = Files.walk(root)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".csv"))
                  .collect(Collectors.summingLong(file -> file.toFile().length())))
          .isLessThan(400_000);
    }
  }

  private static Sample.Part part(String edition) {
    return PARTS.stream()
        .filter(part -> part.release().edition().id().equals(edition))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Scheme> schemes() {
    return PARTS.stream().map(Sample.Part::release).map(Release::schemes).flatMap(List::stream);
  }

  private static Stream<Concept> all() {
    return schemes().flatMap(scheme -> scheme.concepts().stream());
  }

  private static Stream<Concept> concepts(String edition, String scheme, ConceptType type) {
    return part(edition).release().schemes().stream()
        .filter(each -> each.id().equals(scheme))
        .flatMap(each -> each.concepts().stream())
        .filter(concept -> concept.type() == type);
  }

  /** A stub of the citing release is no record. */
  private static boolean described(ConceptRef ref) {
    return schemes()
        .filter(scheme -> scheme.id().equals(ref.scheme()))
        .flatMap(scheme -> scheme.find(ref.code()).stream())
        .anyMatch(concept -> concept.status() == Status.CURRENT);
  }

  private static Concept find(String scheme, String code) {
    ConceptRef ref = new ConceptRef(scheme, code);
    return all().filter(concept -> concept.ref().equals(ref)).findFirst().orElseThrow();
  }

  private static boolean principal(Concept title) {
    return "PRINCIPALE".equals(title.properties().get(Property.CLASSIFICATION));
  }

  private static ConceptRef broader(Concept concept) {
    return concept.links(Link.Kind.BROADER).findFirst().orElseThrow().target();
  }

  private static Concept top(Concept concept) {
    Concept current = concept;
    while (current.links(Link.Kind.BROADER).findAny().isPresent()) {
      ConceptRef up = broader(current);
      current = find(up.scheme(), up.code());
    }
    return current;
  }
}
