package fr.passerelle.vocab.formacode;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Note;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formacode V14 as published, recounted with a plain reading of the same files. */
class OfficialFormacodeTest {
  private static final Findings FINDINGS = new Findings();
  private static Release release = SmallFormacode.terms().release();
  private static List<NamedCsvRecord> rows = List.of();

  @BeforeAll
  static void read() throws IOException {
    List<Origin> origins = List.of(origin("v14"), origin("grands-domaines-v14"));
    release = FormacodeFile.read(origins, FINDINGS).getFirst();
    rows = rows("v14");
  }

  static Origin origin(String stem) {
    Path file = RealFiles.require("formacode/formacodes-" + stem + ".csv");
    return new Origin(file, Optional.empty(), Optional.of(LocalDate.of(2023, 7, 1)));
  }

  /** A reading that shares nothing with the reader under test. */
  private static List<NamedCsvRecord> rows(String stem) throws IOException {
    String text = Files.readString(origin(stem).path()).substring(1);
    try (var csv = CsvReader.builder().fieldSeparator(';').ofNamedCsvRecord(text)) {
      return csv.stream().toList();
    }
  }

  @Test
  void terms_and_domains_make_one_release_and_what_they_cite_a_list_apart() {
    assertThat(release.id()).isEqualTo("14");
    assertThat(release.source().file())
        .isEqualTo("formacodes-v14.csv + formacodes-grands-domaines-v14.csv");
    assertThat(release.schemes())
        .extracting(Scheme::id)
        .containsExactly("formacode-14", "formacode-annexes");
    assertThat(count(ConceptType.TERME_FORMACODE)).isEqualTo(2_775);
    assertThat(count(ConceptType.DOMAINE_FORMACODE)).isEqualTo(14);
    assertThat(release.schemes().getLast().concepts())
        .hasSize(49)
        .allSatisfy(stub -> assertThat(stub.status()).isEqualTo(Status.REFERENCED));
  }

  private static long count(ConceptType type) {
    return main().filter(concept -> concept.type() == type).count();
  }

  private static Stream<Concept> main() {
    return release.schemes().getFirst().concepts().stream();
  }

  private static Stream<Link> links(Link.Kind kind) {
    return main().flatMap(concept -> concept.links(kind));
  }

  @Test
  void every_term_says_what_its_row_says() {
    assertThat(rows).hasSize(2_775);
    for (NamedCsvRecord row : rows) {
      Concept term = term(row.getField("Code du Terme"));
      assertThat(term.prefLabel("fr")).isEqualTo(row.getField("Descripteur en typo riche").strip());
      assertThat(term.hiddenLabels())
          .containsExactly(Label.fr(row.getField("Descripteur en majuscules").strip()));
      assertThat(term.properties())
          .containsEntry(Property.CHAMP_SEMANTIQUE, row.getField("Champ sémantique").strip())
          .containsEntry(Property.CODE_ARBORESCENCE, row.getField("Code arborescence"));
      assertThat(words(term, Label.Kind.METIER)).isEqualTo(items(row, "Synonymes métier"));
    }
    assertThat(main().map(each -> each.properties().get(Property.CHAMP_SEMANTIQUE)).distinct())
        .hasSize(65 + 1); // domains have none
  }

  private static Concept term(String code) {
    return release.schemes().getFirst().find(code).orElseThrow();
  }

  private static Set<String> words(Concept term, Label.Kind kind) {
    return term.altLabels().stream()
        .filter(label -> label.kind() == kind)
        .map(Label::text)
        .collect(Collectors.toSet());
  }

  private static Set<String> items(NamedCsvRecord row, String column) {
    return Stream.of(row.getField(column).split("###"))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .collect(Collectors.toSet());
  }

  @Test
  void synonyms_are_kept_but_for_nine_that_repeat_another_label() {
    long listed =
        rows.stream()
            .flatMap(row -> Stream.of(row.getField("Synonymes"), row.getField("Synonymes métier")))
            .filter(cell -> !cell.isEmpty())
            .mapToLong(cell -> cell.split("###").length)
            .sum();
    assertThat(listed).isEqualTo(10_502);
    assertThat(main().mapToLong(concept -> concept.altLabels().size()).sum()).isEqualTo(10_493);
    assertThat(main().mapToLong(each -> words(each, Label.Kind.METIER).size()).sum())
        .isEqualTo(3_985);
  }

  @Test
  void the_tree_is_the_one_of_the_tg_column() {
    Map<String, String> domains =
        main()
            .filter(each -> each.type() == ConceptType.DOMAINE_FORMACODE)
            .collect(Collectors.toMap(each -> each.prefLabel("fr"), Concept::code));
    assertThat(domains).hasSize(14);
    for (NamedCsvRecord row : rows) {
      String tg = row.getField("TG (Terme Générique)");
      assertThat(term(row.getField("Code du Terme")).links(Link.Kind.BROADER))
          .extracting(link -> link.target().code())
          .containsExactly(domains.getOrDefault(tg, tg.substring(tg.length() - 5)));
    }
    assertThat(links(Link.Kind.BROADER).filter(link -> link.target().code().startsWith("00")))
        .hasSize(65);
  }

  @Test
  void associations_are_kept_but_to_oneself_and_to_an_ancestor() {
    Set<ConceptRef> annexes =
        release.schemes().getLast().concepts().stream()
            .map(Concept::ref)
            .collect(Collectors.toSet());
    assertThat(links(Link.Kind.RELATED)).hasSize(4_655 - 1_489 - 4);
    assertThat(links(Link.Kind.RELATED).filter(link -> annexes.contains(link.target())))
        .hasSize(76);
    assertThat(term("22024").links(Link.Kind.RELATED).map(link -> link.target().code()))
        .doesNotContain("22024", "22054");
    assertThat(term("22895").links(Link.Kind.RELATED).map(link -> link.target().code()))
        .doesNotContain("22885");
  }

  @Test
  void a_term_of_an_annex_list_bears_the_label_that_the_reference_gives() {
    assertThat(release.schemes().getLast().find("81021"))
        .hasValueSatisfying(
            stub -> assertThat(stub.prefLabel("fr")).isEqualTo("Public analphabète"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "terme associé (TA) à lui-même, omis                                      | 1489",
        "TA entre un terme et son générique, omis : la hiérarchie prime (SKOS S27)   | 4",
        "autre libellé égal au libellé préféré, omis (SKOS S13)                   | 1",
        "synonyme donné aussi comme synonyme métier, gardé comme tel              | 4",
        "synonyme répété, gardé une fois                                          | 4",
        "note de version « null », lue comme vide                                 | 14",
        "note faite de balises sans texte, omise                                  | 1",
        "HTML d'une note ôté, son texte gardé                                     | 28",
        "renvoi [[TERME]] 12345 d'une note, mis en clair                          | 644",
        "ligne d'une note coupée au milieu d'une phrase, recousue                 | 15",
      })
  void each_repair_is_counted(String rule, int count) {
    assertThat(FINDINGS.repairs())
        .filteredOn(repair -> repair.rule().equals(rule))
        .singleElement()
        .satisfies(repair -> assertThat(repair.count()).isEqualTo(count));
    assertThat(FINDINGS.repairs()).hasSize(10);
  }

  @Test
  void no_note_is_lost_and_none_keeps_what_the_tool_left_in_it() {
    List<Note> notes = main().flatMap(concept -> concept.notes().stream()).toList();
    assertThat(notes).filteredOn(note -> note.kind() == Note.Kind.DEFINITION).hasSize(1_461 - 1);
    assertThat(notes).filteredOn(note -> note.kind() == Note.Kind.SCOPE_NOTE).hasSize(1_386);
    assertThat(notes)
        .extracting(Note::text)
        .noneMatch(text -> text.matches("(?s).*(\\[\\[|]]|\\{\\{|<[a-z/]|&[a-z]+;|  |\\r).*"));
  }

  @Test
  void the_terms_alone_make_the_same_tree() throws IOException {
    Findings findings = new Findings();
    Release alone = FormacodeFile.read(origin("v14"), findings).getFirst();

    assertThat(tree(alone)).isEqualTo(tree(release));
    assertThat(findings.remarks()).anyMatch(text -> text.contains("grands domaines non donné"));
  }

  /** Everything but the words of search. */
  private static List<String> tree(Release of) {
    return of.schemes().stream()
        .flatMap(scheme -> scheme.concepts().stream())
        .map(each ->
            each.ref() + " " + each.type() + each.prefLabels() + each.links() + each.properties())
        .toList();
  }

  @Test
  void nothing_else_is_remarked() {
    assertThat(FINDINGS.remarks())
        .containsExactly(
            "76 TA renvoient à des listes annexes que le fichier ne contient pas : leurs 49 termes"
                + " sont gardés comme cités, avec le libellé du renvoi");
  }
}
