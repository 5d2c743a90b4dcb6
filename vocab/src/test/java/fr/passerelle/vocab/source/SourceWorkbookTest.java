package fr.passerelle.vocab.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A typed workbook of two sheets. */
class SourceWorkbookTest {
  private static final Map<String, String> PARTS =
      Map.of(
          "xl/workbook.xml",
          """
          <workbook xmlns:r="http://r"><sheets><sheet name="Avant" r:id="rId1"/>\
          <sheet name="Kit" r:id="rId2"/></sheets></workbook>\
          """,
          "xl/_rels/workbook.xml.rels",
          """
          <Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>\
          <Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>\
          """,
          "xl/worksheets/sheet1.xml",
          "<worksheet><sheetData/></worksheet>",
          "xl/sharedStrings.xml",
          """
          <sst><si><t>Code</t></si><si><r><t>Inti</t></r><r><t>tulé</t></r><rPh><t>non</t></rPh></si>\
          <si><t>Boulanger</t></si></sst>\
          """,
          "xl/worksheets/sheet2.xml",
          """
          <worksheet><sheetData><row r="1"><c r="A1"/></row>\
          <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>\
          <row r="4"><c r="A4"><v>50022139</v></c><c r="C4" t="s"><v>2</v></c></row>\
          <row r="5"><c r="A5" t="str"><f>1+1</f><v>01022001</v></c></row>\
          <row r="6"><c r="C6" t="inlineStr"><is><t>En ligne</t></is></c></row>\
          </sheetData></worksheet>\
          """);

  @TempDir Path folder;

  private final Findings findings = new Findings();

  private List<String> read(String sheet, Map<String, String> parts) throws IOException {
    Path file = folder.resolve("kit.xlsx");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(UTF_8));
        zip.closeEntry();
      }
    }
    List<String> rows = new ArrayList<>();
    try (SourceWorkbook workbook = SourceWorkbook.open(file)) {
      Table.of("kit.xlsx", ';', List.of("Code", "Intitulé"), findings)
          .optional(List.of("Date"))
          .read(
              workbook,
              sheet,
              row ->
                  rows.add(
                      row.place("Intitulé")
                          + " "
                          + row.get("Code")
                          + "/"
                          + row.get("Intitulé")
                          + "/"
                          + row.get("Date")));
    }
    findings.refuseIfFaulty();
    return rows;
  }

  private static Map<String, String> with(String part, String from, String to) {
    Map<String, String> parts = new TreeMap<>(PARTS);
    parts.computeIfPresent(part, (name, text) -> text.replace(from, to));
    return parts;
  }

  @Test
  void a_sheet_is_read_by_name_from_its_first_row_that_says_something() throws IOException {
    assertThat(read("Kit", PARTS))
        .containsExactly(
            "kit.xlsx:4:3 50022139/Boulanger/",
            "kit.xlsx:5:3 01022001//",
            "kit.xlsx:6:3 /En ligne/");
    assertThat(findings.read()).containsEntry("kit.xlsx", 3);
  }

  @Test
  void a_sheet_absent_is_refused_with_those_there_are() {
    assertThatThrownBy(() -> read("Autre", PARTS))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("« Autre » absente")
        .hasMessageContaining("Avant");
  }

  @Test
  void an_empty_sheet_is_refused() {
    assertThatThrownBy(() -> read("Avant", PARTS)).hasMessageContaining("feuille vide");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a column absent   | xl/sharedStrings.xml | Code</t> | Cfd</t> | colonnes absentes",
        "a word absent     | xl/worksheets/sheet2.xml | <v>2</v> | <v>9</v> | classeur illisible",
        "a column too far  | xl/worksheets/sheet2.xml | r=\"C4\" | r=\"ZZZZ4\" | classeur"
            + " illisible",
        "a cell too many   | xl/worksheets/sheet2.xml | r=\"C4\" | r=\"F4\" | 6 cellules au lieu de"
            + " 3",
        "broken XML        | xl/worksheets/sheet2.xml | </row> | </rox> | classeur illisible",
        "a DOCTYPE         | xl/worksheets/sheet2.xml | <worksheet> | <!DOCTYPE a [<!ENTITY x"
            + " \"y\">]><worksheet> | DOCTYPE",
        "a DOCTYPE in words | xl/sharedStrings.xml | <sst> | <!DOCTYPE a><sst> | DOCTYPE",
        "no such part      | xl/_rels/workbook.xml.rels | sheet2 | sheet3 | sheet3.xml manque",
      })
  void a_fault_is_refused_with_its_reason(
      String what, String part, String from, String to, String reason) {
    assertThat(PARTS.get(part)).as(what).contains(from);
    assertThatThrownBy(() -> read("Kit", with(part, from, to)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void a_zip_that_is_no_workbook_is_refused() {
    assertThatThrownBy(() -> read("Kit", Map.of("a.txt", "a")))
        .hasMessageContaining("pas un classeur .xlsx");
  }
}
