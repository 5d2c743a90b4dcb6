package fr.passerelle.catalog.citation;

import static fr.passerelle.catalog.citation.CitationFormat.BIBTEX;
import static fr.passerelle.catalog.citation.CitationFormat.CSL_JSON;
import static fr.passerelle.catalog.citation.CitationFormat.RIS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.json.JsonText;
import fr.passerelle.catalog.study.StudyKind;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXParser;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitationFormatTest {
  private static final Pattern RIS_LINE = Pattern.compile("([A-Z][A-Z0-9])  - (.*)");

  /** Tags and values, as a reader sees them that knows lines only. */
  private static List<List<String>> ris(Reference reference) {
    List<List<String>> lines = new ArrayList<>();
    for (String line : RIS.write(List.of(reference)).split("\r\n", -1)) {
      var matcher = RIS_LINE.matcher(line);
      if (matcher.matches()) {
        lines.add(List.of(matcher.group(1), matcher.group(2)));
      } else {
        assertThat(line).isEmpty();
      }
    }
    return lines;
  }

  private static List<String> ris(Reference reference, String tag) {
    return ris(reference).stream()
        .filter(line -> line.getFirst().equals(tag))
        .map(List::getLast)
        .toList();
  }

  private static Map<Key, BibTeXEntry> bibtex(List<Reference> references) {
    try {
      BibTeXDatabase read = new BibTeXParser().parse(new StringReader(BIBTEX.write(references)));
      assertThat(read.getObjects()).hasSize(references.size());
      return read.getEntries();
    } catch (ParseException e) {
      throw new AssertionError(BIBTEX.write(references), e);
    }
  }

  private static String bibtex(Reference reference, String field) {
    BibTeXEntry entry = bibtex(List.of(reference)).values().iterator().next();
    String value = Objects.requireNonNull(entry.getField(new Key(field)), field).toUserString();
    try {
      return new LaTeXPrinter().print(new LaTeXParser().parse(new StringReader(value)));
    } catch (ParseException e) {
      throw new AssertionError(value, e);
    }
  }

  private static Map<?, ?> csl(Reference reference) {
    Object items =
        JsonText.read("{\"items\":" + CSL_JSON.write(List.of(reference)) + "}").get("items");
    return (Map<?, ?>) ((List<?>) Objects.requireNonNull(items)).getFirst();
  }

  @Test
  void a_report_has_its_facts_in_every_format() {
    Reference report = ReferenceFixture.titled("Les métiers du littoral");

    assertThat(RIS.write(List.of(report)))
        .startsWith("TY  - RPRT\r\n")
        .contains("\r\nAU  - Dupont, Jeanne\r\n")
        .contains("\r\nPY  - 2021\r\nDA  - 2021/06//environ\r\n")
        .contains("\r\nT3  - Insee Première\r\nSN  - 1780\r\n")
        .contains("\r\nAB  - Une personne sur six n'utilise pas Internet.\r\n")
        .contains("\r\nUR  - " + ReferenceFixture.URI + "\r\n")
        .endsWith("\r\nER  - \r\n\r\n");
    assertThat(BIBTEX.write(List.of(report)))
        .startsWith("@techreport{insee2021-d76cxwgphh,\n")
        .contains("author = {Dupont, Jeanne}")
        .contains("institution = {Insee, Dares}")
        .contains("month = jun")
        .contains("date = {2021-06~}");
    assertThat(CSL_JSON.write(List.of(report)))
        .contains("\"author\":[{\"family\":\"Dupont\",\"given\":\"Jeanne\"}]")
        .contains("\"issued\":{\"date-parts\":[[2021,6]],\"circa\":true}")
        .contains("\"collection-title\":\"Insee Première\",\"number\":\"1780\"");
  }

  @Test
  void a_study_without_author_date_or_series_is_signed_by_its_producers() {
    Reference coming = ReferenceFixture.coming();

    assertThat(ris(coming, "AU")).containsExactly("Dares");
    assertThat(ris(coming, "N1")).containsExactly("à paraître");
    assertThat(ris(coming, "PY")).isEmpty();
    assertThat(bibtex(coming, "author")).isEqualTo("Dares");
    assertThat(bibtex(coming, "note")).isEqualTo("à paraître");
    assertThat(csl(coming).get("author")).isEqualTo(List.of(Map.of("literal", "Dares")));
    assertThat(csl(coming).get("status")).isEqualTo("à paraître");
    assertThat(csl(coming).containsKey("issued")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "REPORT, RPRT, techreport, report",
    "SURVEY, RPRT, techreport, report",
    "DATASET, DATA, misc, dataset",
    "DASHBOARD, ELEC, misc, webpage",
    "SLIDE_DECK, SLIDE, misc, speech",
    "JOURNAL_ISSUE, JOUR, article, article-journal"
  })
  void each_kind_has_its_type(StudyKind kind, String ris, String bibtex, String csl) {
    Reference reference = ReferenceFixture.of("x", List.of("Dupont, Jeanne"), kind, "2021-06-30");

    assertThat(ris(reference, "TY")).containsExactly(ris);
    assertThat(bibtex(List.of(reference)).values().iterator().next().getType().getValue())
        .isEqualTo(bibtex);
    assertThat(csl(reference).get("type")).isEqualTo(csl);
  }

  @Test
  void a_list_keeps_its_references_apart() {
    List<Reference> list = List.of(ReferenceFixture.titled("Un"), ReferenceFixture.coming());

    assertThat(RIS.write(list).lines().filter(line -> line.equals("ER  - "))).hasSize(2);
    assertThat(bibtex(list)).hasSize(2);
    assertThat(CSL_JSON.write(list)).startsWith("[{").contains("},\n{").endsWith("}]\n");
    assertThat(CSL_JSON.write(List.of())).isEqualTo("[]\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Un titre}\n}\n@misc{vole,\n title={x",
        "{ouvert",
        "fermé}",
        "}{",
        "\\",
        "\\{",
        "50 % & plus _ # $ ~ ^",
        "Titre\r\nER  - \r\nTY  - JOUR\r\nAU  - Faux, Auteur",
        "Titre\u2028ER  - ",
        "\u0000\u0007\u001b[31mrouge",
        "@comment{x}",
        "\"guillemets\"",
        "<script>alert(1)</script>",
        "\u202etxet",
        "%",
        "a=b,c"
      })
  void no_text_leaves_its_field(String attack) {
    String told = Reference.line(attack);

    Reference titled = ReferenceFixture.titled(attack);
    assertThat(ris(titled, "TI")).containsExactly(told);
    assertThat(ris(titled)).hasSameSizeAs(ris(ReferenceFixture.titled("Un titre")));
    assertThat(bibtex(titled, "title")).isEqualTo(told);
    assertThat(csl(titled).get("title")).isEqualTo(told);
    assertThat(told).doesNotContainPattern("[\\p{Cntrl}\u2028\u202e]");

    Reference signed = ReferenceFixture.signed(attack);
    assertThat(ris(signed, "AU")).containsExactly(told);
    assertThat(bibtex(List.of(signed))).hasSize(1);
  }

  @Test
  void an_address_holds_no_sign_of_a_format() {
    Reference report = ReferenceFixture.titled("x");

    assertThat(ris(report, "L1"))
        .containsExactly("https://www.insee.fr/fr/statistiques/4241397?a=%7Bb%7D%");
  }

  /** The parser of the other tests knows no signs beyond the first plane. */
  @Test
  void signs_of_all_planes_are_left_as_they_are() {
    Reference reference = ReferenceFixture.titled("Métiers 📈");

    assertThat(BIBTEX.write(List.of(reference))).contains("title = {{Métiers 📈}}");
    assertThat(ris(reference, "TI")).containsExactly("Métiers 📈");
    assertThat(csl(reference).get("title")).isEqualTo("Métiers 📈");
  }

  @Property(tries = 300)
  void any_title_comes_back_from_every_format(@ForAll("texts") String text) {
    Reference reference = ReferenceFixture.titled("x" + text);
    String told = Reference.line("x" + text);

    assertThat(ris(reference, "TI")).containsExactly(told);
    assertThat(bibtex(reference, "title").replaceAll("\\s+", " ").strip())
        .isEqualTo(told.replaceAll("\\s+", " ").strip());
    assertThat(csl(reference).get("title")).isEqualTo(told);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        // Without the signs of which TeX makes others: ' ` -
        .withChars("{}\\%&$#_~^\"@=,;:!?<>[]()\n\r\t éœ’aA1")
        .ofMaxLength(40);
  }
}
