package fr.passerelle.vocab.rome;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault of a text is refused with its place, its rule and its reason. */
class BadRomeTest {
  private static final String LINKS = "liens_rome_referentiels";
  private static final String TITLES = "referentiel_appellation";
  private static final String MARKS = "coherence_item";
  private static final String SHEETS = "referentiel_code_rome";

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource({"files", "rows", "cells", "versions"})
  void a_fault_is_refused_where_it_is(
      String what, String place, String rule, String reason, UnaryOperator<RomeFixture> fault) {
    List<Fault> faults = faults(fault.apply(RomeFixture.whole()));
    assertThat(faults).as(what).first().extracting(Fault::rule).isEqualTo(rule);
    assertThat(faults.getFirst().place())
        .isEqualTo(place.replaceFirst("^([a-z_]+):", "unix_$1_v460_utf8.csv:"));
    assertThat(faults.getFirst().message()).contains(reason);
  }

  static Stream<Arguments> files() {
    return Stream.of(
        bad(
            "a list absent",
            "grand_domaine",
            "missing-file",
            "fichier absent",
            f -> f.without("grand_domaine")),
        bad(
            "skills absent",
            "referentiel_competence",
            "missing-file",
            "fichier absent",
            f -> f.without("referentiel_competence")),
        bad("links absent", LINKS, "missing-file", "fichier absent", f -> f.without(LINKS)),
        bad("an empty file", "themes:1:1", "header", "fichier vide", f -> f.text("themes", "")),
        bad(
            "a wrong header",
            "themes:1:1",
            "header",
            "[code_theme]",
            f -> f.replace("themes", "\"code_theme\"", "\"code\"")),
        bad(
            "another separator",
            "themes:1:1",
            "csv",
            "guillemet",
            f -> f.text("themes", f.text("themes").replace(',', ';'))),
        bad(
            "UTF-16 with a mark",
            "themes:1:1",
            "encoding",
            "encodage inconnu",
            f -> f.bytes("themes", f.text("themes").getBytes(UTF_16))),
        bad(
            "UTF-16 that looks like ASCII",
            "themes:1:1",
            "encoding",
            "encodage inconnu",
            f -> f.bytes("themes", "\"code_theme\"".getBytes(UTF_16LE))),
        bad(
            "a NUL byte",
            "themes:1:1",
            "encoding",
            "encodage inconnu",
            f -> f.replace("themes", "bouche", "bou\0che")),
        bad(
            "a vertical tab",
            "themes:2:2",
            "control-character",
            "U+000B",
            f -> f.replace("themes", "bouche", "bou\u000bche")),
        bad(
            "an escape",
            "themes:2:2",
            "control-character",
            "U+001B",
            f -> f.replace("themes", "bouche", "bou\u001bche")),
        bad(
            "Windows-1252",
            "themes:1:1",
            "encoding",
            "encodage inconnu",
            f -> f.bytes("themes", new byte[] {'M', (byte) 0x92, 'e'})),
        bad(
            "a quote left open",
            "themes:3:1",
            "csv",
            "guillemet",
            f -> f.replace("themes", "numérique\"", "numérique")),
        bad(
            "a quote inside a cell",
            "themes:2:1",
            "csv",
            "guillemet",
            f -> f.replace("themes", "bouche", "\"bouche\" !")));
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        bad(
            "too short",
            LINKS + ":28:2",
            "row-length",
            "2 cellules au lieu de 4",
            f -> f.row(LINKS, "D1102", "5")),
        bad(
            "too long",
            LINKS + ":28:5",
            "row-length",
            "5 cellules au lieu de 4",
            f -> f.row(LINKS, "D1102", "5", "1", "100101", "")),
        bad(
            "a code given twice",
            "themes:4:1",
            "duplicate-code",
            "rome-4-theme : 001",
            f -> f.row("themes", "001", "Autre", "")),
        bad(
            "a mark given twice",
            MARKS + ":16:2",
            "duplicate-code",
            "D1102/100101",
            f -> f.row(MARKS, "D1102", "100101", "")),
        bad(
            "a sentence given twice",
            "texte:7:4",
            "duplicate-code",
            "deux phrases",
            f -> f.row("texte", "D1102", "3", "definition", "1", "Encore.")),
        bad(
            "an orphan link",
            LINKS + ":28:4",
            "orphan-link",
            "« 999999 »",
            f -> f.row(LINKS, "D1102", "5", "1", "999999")),
        bad(
            "a link to another kind",
            LINKS + ":28:4",
            "orphan-link",
            "autre objet : savoir",
            f -> f.row(LINKS, "D1102", "5", "1", "100202")),
        bad(
            "a mark of no link",
            MARKS + ":16:2",
            "orphan-link",
            "D1102/100103",
            f -> f.row(MARKS, "D1102", "100103", "Principale")),
        bad(
            "a move to nowhere",
            "rubrique_mobilite:5:2",
            "orphan-link",
            "« Z9999 »",
            f -> f.row("rubrique_mobilite", "D1102", "Z9999", "1")),
        bad(
            "a sheet of no domain",
            SHEETS + ":6:1",
            "orphan-link",
            "domaine absent : Z99",
            f -> f.row(SHEETS, "Z9999", "9", "9", "Rien", "", "", "", "", "", "")),
        bad(
            "an unknown block",
            LINKS + ":28:2",
            "block",
            "rien de connu",
            f -> f.row(LINKS, "D1102", "9", "", "100101")),
        bad(
            "two sheets of a title",
            LINKS + ":28:1",
            "contradiction",
            "à une autre fiche",
            f -> f.row(LINKS, "D1102", "2", "", "11003")),
        bad(
            "another number of a sheet",
            LINKS + ":28:4",
            "contradiction",
            "201",
            f -> f.row(LINKS, "D1102", "1", "", "204")),
        bad(
            "two main titles",
            TITLES + ":3:10",
            "main-appellation",
            "seconde",
            f -> f.replace(TITLES, "SYNONYME\",\"\",\"D1104", "PRINCIPALE\",\"\",\"D1104")),
        bad(
            "no main title",
            TITLES,
            "main-appellation",
            "D1102 n'a pas",
            f -> f.replace(TITLES, "PRINCIPALE\",\"\",\"D1102", "SYNONYME\",\"\",\"D1102")));
  }

  static Stream<Arguments> cells() {
    return Stream.of(
        bad(
            "an unknown mark",
            MARKS + ":2:3",
            "mark",
            "« Majeure »",
            f -> f.text(MARKS, f.text(MARKS).replaceFirst("Principale", "Majeure"))),
        bad(
            "an unknown principal",
            "arborescence_centre_interet:2:6",
            "mark",
            "« OUI »",
            f ->
                f.text(
                    "arborescence_centre_interet",
                    f.text("arborescence_centre_interet").replaceFirst("oui", "OUI"))),
        bad(
            "an unknown flag",
            SHEETS + ":2:8",
            "flag",
            "« X »",
            f -> f.replace(SHEETS, "\"O\",\"N\",\"D1102", "\"X\",\"N\",\"D1102")),
        bad(
            "an unknown nature",
            "referentiel_competence:6:2",
            "nature",
            "« Méga »",
            f ->
                f.replace(
                    "referentiel_competence", "Macro-compétence\",\"Fabriquer", "Méga\",\"F")),
        bad(
            "an unknown text",
            "texte:5:3",
            "text-type",
            "« acces »",
            f -> f.replace("texte", "acces_metier", "acces")),
        bad(
            "an unknown profile",
            "referentiel_code_rome_riasec:2:3",
            "riasec",
            "« Z »",
            f -> f.replace("referentiel_code_rome_riasec", "\"A\"", "\"Z\"")),
        bad(
            "a rank that is no number",
            "rubrique_mobilite:3:3",
            "number",
            "« deux »",
            f -> f.replace("rubrique_mobilite", "\"2\"", "\"deux\"")),
        bad(
            "a ROME code of another form",
            SHEETS + ":6:1",
            "code",
            "une lettre et quatre",
            f -> f.row(SHEETS, "D110", "9", "9", "Rien", "", "", "", "", "", "")),
        bad(
            "no label",
            "themes:3:1",
            "required",
            "libellé vide",
            f -> f.replace("themes", "Métiers du numérique", " ")),
        bad(
            "no short label",
            TITLES + ":3:3",
            "required",
            "libellé court vide",
            f -> f.replace(TITLES, "Boulanger(ère)-pâtissier(ère)", "")),
        bad(
            "no label of a type",
            "referentiel_contexte_travail:4:3",
            "required",
            "type vide",
            f -> f.replace("referentiel_contexte_travail", "Lieu de travail", "")),
        // Only the whole release tells that a code cannot be part of a URI.
        bad(
            "a code unfit for a URI",
            "rome-4-theme/0 3",
            "code",
            "URI",
            f -> f.row("themes", "0 3", "Autre", "")));
  }

  static Stream<Arguments> versions() {
    String place = "version.txt:1:1";
    return Stream.of(
        bad(
            "no number",
            place,
            "version",
            "Numero de version",
            f -> f.versionText(f.versionText().replace("60", "soixante"))),
        bad("no version.txt", place, "version", "Numero de version", f -> f.versionText("")),
        bad(
            "31 February",
            place,
            "version",
            "Date de publication",
            f -> f.versionText(f.versionText().replace("18/09/2025", "31/02/2025"))),
        bad(
            "month 13",
            place,
            "version",
            "Date de publication",
            f -> f.versionText(f.versionText().replace("18/09", "18/13"))),
        bad(
            "no date",
            place,
            "version",
            "Date de publication",
            f -> f.versionText(f.versionText().replace("Date", "Jour"))));
  }

  private static Arguments bad(
      String what, String place, String rule, String reason, UnaryOperator<RomeFixture> fault) {
    return arguments(what, place, rule, reason, fault);
  }

  @Test
  void faults_of_several_rows_and_files_are_listed_together() {
    RomeFixture fixture =
        RomeFixture.whole()
            .row("themes", "001", "Autre", "")
            .row(LINKS, "D1102", "9", "", "1")
            .row(LINKS, "D1102", "5", "1", "999999")
            .replace("texte", "acces_metier", "acces");
    assertThat(faults(fixture))
        .extracting(Fault::rule)
        .containsExactly("block", "orphan-link", "text-type", "duplicate-code");
  }

  @Test
  void two_hundred_faults_are_listed_and_the_others_counted() {
    StringBuilder orphans = new StringBuilder(RomeFixture.whole().text(LINKS));
    for (int i = 0; i < 250; i++) {
      orphans.append("\"D1102\",\"5\",\"1\",\"9").append(i).append("\"\n");
    }
    List<Fault> faults = faults(RomeFixture.whole().text(LINKS, orphans.toString()));
    assertThat(faults).hasSize(201);
    assertThat(faults.getLast()).hasToString("... [more] 50 autres anomalies");
  }

  @Test
  void a_byte_order_mark_and_windows_line_ends_are_no_fault() {
    RomeFixture fixture = RomeFixture.whole();
    String text = "\ufeff" + fixture.text("themes").replace("\n", "\r\n");
    fixture.bytes("themes", text.getBytes(UTF_8));
    assertThat(fixture.read(folder.resolve("bom.zip"), new Findings()).id()).isEqualTo("60");
  }

  @Test
  void a_repeated_link_is_kept_once_and_counted() {
    Findings findings = new Findings();
    RomeFixture.whole()
        .row("arborescence_thematique", "001", "Métiers de bouche", "201", "D1102", "Boulanger")
        .read(folder.resolve("twice.zip"), findings);
    assertThat(findings.repairs())
        .filteredOn(repair -> repair.rule().equals("lien répété, gardé une fois"))
        .extracting(Findings.Repair::examples)
        .containsExactly(List.of("unix_arborescence_thematique_v460_utf8.csv:5:1"));
  }

  private List<Fault> faults(RomeFixture fixture) {
    List<Fault> faults = new ArrayList<>();
    assertThatThrownBy(() -> fixture.read(folder.resolve("bad.zip"), new Findings()))
        .isInstanceOfSatisfying(RefusedException.class, e -> faults.addAll(e.faults()));
    return faults;
  }
}
