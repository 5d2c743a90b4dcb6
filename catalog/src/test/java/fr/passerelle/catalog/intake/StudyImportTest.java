package fr.passerelle.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.CatalogueFixture;
import fr.passerelle.catalog.studies.Outcome;
import fr.passerelle.catalog.studies.Studies;
import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.Series;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.notice.Provenance;
import fr.passerelle.vocab.RefusedException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudyImportTest {
  private final CatalogueFixture fixture = CatalogueFixture.empty();
  private final Studies studies = fixture.open();

  @TempDir private Path folder = Path.of("");

  private Path file(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private Path file(String name, String text) throws IOException {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private StudyImport.Report read(Path file) throws IOException {
    return read(file, Optional.empty(), 0);
  }

  private StudyImport.Report read(Path file, Optional<String> producer, int admitted)
      throws IOException {
    Provenance from =
        Provenance.ofFile(
            producer,
            studies.catalogue().producers(),
            Provenance.themes(fixture.vocabularies(), "themes"));
    return new StudyImport(fixture.deposits(studies), from, CatalogueFixture.CLOCK)
        .run(
            Actor.COMMAND,
            new StudyImport.Order(List.of(file), Optional.empty(), admitted, /* dryRun= */ false));
  }

  private List<String> refusals(Path file) {
    RefusedException refused = catchThrowableOfType(RefusedException.class, () -> read(file));
    assertThat(refused).as("refused").isNotNull();
    return refused.faults().stream().map(fault -> fault.place() + " " + fault.rule()).toList();
  }

  private List<Study> all() {
    return studies.catalogue().as(Reader.ANYONE).list();
  }

  private Study one() {
    assertThat(all()).hasSize(1);
    return all().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "besoins.ris, besoins-2024, 2024-03-15, https://www.cereq.fr/besoins-2024",
    "besoins.bib, martin2024, 2024-03, https://www.cereq.fr/besoins_2024",
    "besoins.xml, cereq-1234, 2024, ''"
  })
  void a_record_says_the_same_in_every_format(
      String name, String identifier, String issued, String page) throws IOException {
    String text =
        name.endsWith("ris")
            ? StudyFiles.RIS
            : name.endsWith("bib") ? StudyFiles.BIBTEX : StudyFiles.PMB;
    Path file = file(name, text);
    read(file);

    Content said = one().content();
    assertThat(one().key()).hasToString("cereq/" + identifier);
    assertThat(said.title().replace('’', '\'')).startsWith("Les besoins de main-d'œuvre");
    assertThat(said.authors()).contains("Martin, Anne");
    assertThat(said.dates().issued()).hasToString("Optional[" + issued + "]");
    assertThat(said.subjects().themes()).hasToString("[themes/competences]");
    assertThat(said.note()).isEqualTo("Mots-clés : apprentissage");
    assertThat(said.reading().languages()).containsExactly("fr");
    assertThat(said.reading().pages()).hasValue(48);
    assertThat(said.reading().landingPage()).isEqualTo(page);
    assertThat(one().origin().kind()).isEqualTo(RecordOrigin.Kind.IMPORTED);
    assertThat(read(file).counts()).containsOnly(java.util.Map.entry(Outcome.Result.UNCHANGED, 1));
  }

  @Test
  void texts_of_several_lines_files_and_series_are_kept() throws IOException {
    read(file("besoins.ris", StudyFiles.RIS));

    Content said = one().content();
    assertThat(said.abstractText()).isEqualTo("Une enquête auprès\nde deux mille entreprises.");
    assertThat(said.reading().documents())
        .extracting(each -> each.url())
        .containsExactly("https://www.cereq.fr/besoins-2024.pdf");
    assertThat(said.series()).isEqualTo(new Series("Céreq Bref", "412"));
  }

  @ParameterizedTest
  @CsvSource({"50, UTF-8", "0103, ISO-5426", "'    ', windows-1252", "0103, UTF-8"})
  void iso_2709_is_read_in_the_encoding_that_it_tells(String coding, String charset)
      throws IOException {
    StudyFiles.MarcText text =
        charset.equals("ISO-5426")
            ? StudyFiles::iso5426
            : told -> told.getBytes(Charset.forName(charset));
    read(file("notices.mrc", StudyFiles.iso2709("77", coding, text)));

    assertThat(one().title()).isEqualTo("Étude des métiers");
    assertThat(one().content().abstractText()).isEqualTo("Où vont les élèves");
    assertThat(one().key()).hasToString("cereq/cereq-77");
  }

  @Test
  void a_broken_notice_leaves_the_next_ones_where_it_is_admitted() throws IOException {
    byte[] good = StudyFiles.iso2709("77", "50", t -> t.getBytes(StandardCharsets.UTF_8));
    byte[] liar = StudyFiles.iso2709("78", "50", t -> t.getBytes(StandardCharsets.ISO_8859_1));
    byte[] last = StudyFiles.iso2709("79", "50", t -> t.getBytes(StandardCharsets.UTF_8));
    java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
    bytes.writeBytes(good);
    bytes.writeBytes("00012broken\u001d\n".getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(liar);
    bytes.writeBytes(last);
    bytes.writeBytes(java.util.Arrays.copyOf(good, 60));
    Path file = file("notices.iso", bytes.toByteArray());

    assertThat(refusals(file))
        .containsExactly(
            "notices.iso:notice 2 iso2709",
            "notices.iso:notice 3 encoding",
            "notices.iso:notice 5 iso2709");
    assertThat(all()).isEmpty();

    StudyImport.Report report = read(file, Optional.empty(), 3);
    assertThat(report.findings().refusedRecords()).isEqualTo(3);
    assertThat(all()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"CONTROL", "&", "&nbsp;", "<", "<b>gras</b>"})
  void a_notice_that_is_no_xml_leaves_the_others_where_it_is_admitted(String broken)
      throws IOException {
    String notice =
        StudyFiles.PMB.substring(
            StudyFiles.PMB.indexOf("<notice>"), StudyFiles.PMB.indexOf("</unimarc>"));
    String spoilt = notice.replace("1234", "1235").replace("enquête 2024", "enquête " + broken);
    Path file =
        file(
            "export.xml",
            "<unimarc>\n"
                + notice
                + spoilt.replace("CONTROL", "\u000b")
                + notice.replace("1234", "1236")
                + "</unimarc>");

    assertThat(refusals(file)).singleElement().asString().matches("export.xml:2\\d:\\d+ record");
    assertThat(all()).isEmpty();

    assertThat(read(file, Optional.empty(), 1).findings().refusedRecords()).isEqualTo(1);
    assertThat(all())
        .extracting(study -> study.key().identifier())
        .containsExactly("cereq-1234", "cereq-1236");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TY  - RPRT~TI  - Sans producteur~ER  -             | 1 required",
        "TY  - RPRT~PB  - Dares~ER  -                       | 1 required",
        "TY  - RPRT~TI  - A~PB  - Inconnu~ER  -             | 3:PB unknown-producer",
        "TY  - RPRT~TI  - A~PB  - Dares~PY  - 2021-13~ER  - | 4:PY date",
        "TY  - RPRT~TI  - A~PB  - Dares~PY  - 2091~ER  -    | 4:PY future-date",
        "TY  - RPRT~TI  - A~PB  - Pôle emploi~PY  - 2025~ER  - | 3:PB dead-producer",
        "TY  - RPRT~TI  - <b>A</b>~PB  - Dares~ER  -        | 2:TI markup",
        "TY  - RPRT~TI  - A~PB  - Dares~LA  - klingonien~ER  - | 4:LA language",
        "TY  - RPRT~TI  - A~PB  - Dares~UR  - http://10.0.0.1/a~ER  - | 4:UR url",
        "TY  - RPRT~TI  - A~PB  - Dares~UR  - http://intranet.local/a.pdf~ER  - | 4:UR url",
        "TY  - RPRT~TI  - A~PB  - Dares                     | 1 ris",
        "TY  - RPRT~TI  - A~PB  - Dares~TY  - RPRT~TI  - B~PB  - Dares~ER  - | 1 ris",
        "rien~TY  - RPRT~TI  - A~PB  - Dares~ER  -          | 1 ris"
      })
  void what_is_wrong_is_said_with_its_line_and_field(String ris, String fault) throws IOException {
    Path file = file("faux.ris", ris.replace('~', '\n') + "\n");

    assertThat(refusals(file)).contains("faux.ris:" + fault);
    assertThat(all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@techreport{a, title = {A, institution = {Dares} | 1 bibtex",
        "@techreport{a, title = {A}, institution = {Dares}} @techreport{b, title {B}} | 1 bibtex",
        "@techreport{a, title = {A}, institution = {Personne}} | 1:a:institution unknown-producer"
      })
  void an_entry_that_cannot_be_read_is_told_by_its_line(String bib, String fault)
      throws IOException {
    assertThat(refusals(file("faux.bib", bib))).contains("faux.bib:" + fault);
  }

  @Test
  void a_producer_that_is_given_is_that_of_every_record() throws IOException {
    read(
        file("sans.bib", "@report{a, title = {Sans éditeur}, year = {2020}}"),
        Optional.of("dares"),
        0);

    assertThat(one().key()).hasToString("dares/a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE a [<!ENTITY x SYSTEM"
            + " 'file:///etc/passwd'>]><unimarc><notice>&x;</notice></unimarc>",
        "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y"
            + " '&x;&x;&x;'>]><unimarc><notice>&y;</notice></unimarc>"
      })
  void entities_are_refused_where_they_stand(String xml) throws IOException {
    assertThat(refusals(file("bombe.xml", xml))).singleElement().asString().endsWith(" dtd");
  }

  @Test
  void xml_that_is_cut_changes_nothing() throws IOException {
    String cut = StudyFiles.PMB.substring(0, StudyFiles.PMB.indexOf("</unimarc>"));

    assertThat(refusals(file("coupe.xml", cut))).singleElement().asString().endsWith(" xml");
    assertThat(all()).isEmpty();
  }

  @Test
  void a_line_without_end_is_refused_before_it_fills_memory() throws IOException {
    Path file = folder.resolve("sans-fin.ris");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("TY  - RPRT\nAB  - ");
      for (int i = 0; i < 200; i++) {
        out.write("x".repeat(10_000));
      }
    }

    assertThat(refusals(file)).containsExactly("sans-fin.ris:2 line-length");
  }

  @Test
  void an_abstract_of_ten_million_letters_is_refused_by_its_field() throws IOException {
    Path file =
        file(
            "gros.xml",
            StudyFiles.PMB.replace("Une enquête", "Une enquête " + "a".repeat(10_000_000)));

    assertThat(refusals(file)).containsExactly("gros.xml:notice 1:330$a length");
  }

  @Test
  void two_records_of_one_identifier_are_refused() throws IOException {
    assertThat(refusals(file("double.ris", StudyFiles.RIS + StudyFiles.RIS)))
        .containsExactly("double.ris:22:ID duplicate-identifier");
  }

  @ParameterizedTest
  @CsvSource({
    "a.txt, RIS",
    "b.txt, BIBTEX",
    "c.txt, UNIMARC_XML",
    "d.txt, ISO_2709",
    "e.csv, CSV",
    "f.bib, BIBTEX"
  })
  void the_format_is_seen_in_the_content_before_the_name(String name, StudyFormat format)
      throws IOException {
    byte[] bytes =
        switch (name.charAt(0)) {
          case 'a' -> ("\ufeff" + StudyFiles.RIS).getBytes(StandardCharsets.UTF_8);
          case 'b' -> StudyFiles.BIBTEX.getBytes(StandardCharsets.UTF_8);
          case 'c' -> StudyFiles.PMB.getBytes(StandardCharsets.UTF_8);
          case 'd' -> StudyFiles.iso2709("1", "50", t -> t.getBytes(StandardCharsets.UTF_8));
          case 'e' -> "title;producer\n@a{b;dares\n".getBytes(StandardCharsets.UTF_8);
          default -> new byte[0];
        };
    assertThat(StudyFormat.of(file(name, bytes))).isEqualTo(format);
  }
}
