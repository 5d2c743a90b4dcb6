package fr.passerelle.vocab.rncp;

import static fr.passerelle.vocab.rncp.RncpFixture.DAY;
import static fr.passerelle.vocab.rncp.RncpFixture.concept;
import static fr.passerelle.vocab.rncp.RncpFixture.fiche;
import static fr.passerelle.vocab.rncp.RncpFixture.file;
import static fr.passerelle.vocab.rncp.RncpFixture.read;
import static fr.passerelle.vocab.rncp.RncpFixture.repairs;
import static fr.passerelle.vocab.rncp.RncpFixture.to;
import static fr.passerelle.vocab.rncp.RncpFixture.xml;
import static fr.passerelle.vocab.rncp.RncpFixture.zip;
import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Fixture;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RncpFileTest {
  @TempDir Path folder;

  private final Findings findings = new Findings();

  @ParameterizedTest
  @EnumSource(
      value = Normalizer.Form.class,
      names = {"NFC", "NFD"})
  void entry_names_are_known_whether_their_accents_are_composed_or_not(Normalizer.Form form)
      throws Exception {
    Map<String, String> files = new LinkedHashMap<>();
    RncpFixture.csv().forEach((name, text) -> files.put(Normalizer.normalize(name, form), text));
    List<Release> releases = read(zip(folder, files), findings);
    assertThat(releases).extracting(Release::id).containsOnly(DAY).hasSize(2);
    assertThat(concept(releases.getFirst(), "RNCP1").properties())
        .containsEntry(Property.VOIES_ACCES, "Par expérience")
        .containsEntry(Property.CERTIFICATEURS, "ECOLE")
        .containsEntry(Property.DATE_ENREGISTREMENT, "2022-09-01")
        .containsEntry(Property.DATE_FIN_ENREGISTREMENT, "2027-08-31");
    assertThat(findings.remarks())
        .contains("fichiers du zip datés du 2026-02-02, version du 2026-02-03");
  }

  @Test
  void a_title_of_several_lines_becomes_one() throws Exception {
    Release rncp = read(zip(folder, RncpFixture.csv()), findings).getFirst();
    assertThat(concept(rncp, "RNCP1").prefLabel("fr")).isEqualTo("Boulanger de ville");
    assertThat(concept(rncp, "RNCP1").altLabels())
        .extracting(each -> each.text())
        .containsExactly("CAP Boulanger de ville");
    assertThat(repairs(findings, "retour à la ligne")).isEqualTo(1);
  }

  @Test
  void two_records_may_have_a_block_of_one_code() throws Exception {
    Release rncp = read(zip(folder, RncpFixture.csv()), findings).getFirst();
    assertThat(concept(rncp, "RNCP1/01").prefLabel("fr")).isEqualTo("Premier");
    assertThat(concept(rncp, "RNCP2/01").prefLabel("fr")).isEqualTo("Autre premier");
    assertThat(concept(rncp, "RNCP2").links(Link.Kind.BLOC).map(link -> link.target().code()))
        .containsExactly("RNCP2/01");
  }

  @Test
  void a_link_given_by_both_records_is_one_link_and_a_counted_repair() throws Exception {
    Map<String, String> files = RncpFixture.csv();
    files.put(
        "Ancienne_Nouvelle_Certification",
        RncpFixture.csv(
            "Numero_Fiche;Ancienne_Certification;Nouvelle_Certification",
            "RNCP1;;RNCP2",
            "RNCP2;RNCP1;",
            "RNCP2;RNCP2;",
            "RS3;RNCP9;"));
    List<Release> releases = read(zip(folder, files), findings);
    Release rncp = releases.getFirst();
    assertThat(concept(rncp, "RNCP1").links(Link.Kind.REMPLACE_PAR).map(l -> l.target().code()))
        .containsExactly("RNCP2");
    assertThat(concept(rncp, "RNCP9").links(Link.Kind.REMPLACE_PAR).map(l -> l.target().code()))
        .containsExactly("RS3");
    assertThat(repairs(findings, "remplacement donné")).isEqualTo(1);
    assertThat(repairs(findings, "fiche donnée comme remplacée par elle-même")).isEqualTo(1);
  }

  @Test
  void an_xml_is_read_as_such_and_in_a_zip() throws Exception {
    String text = xml(fiche("RNCP1", "<ACTIF>Oui</ACTIF>"), fiche("RS2", "<ACTIF>Non</ACTIF>"));
    Path plain = file(folder, "\ufeff" + text);
    Path zipped = zip(folder.resolve("export.zip"), "rncp_" + DAY + ".xml", text);
    for (Path path : List.of(plain, zipped)) {
      List<Release> releases = read(path, findings);
      assertThat(releases).extracting(Release::id).containsExactly(DAY, DAY);
      assertThat(concept(releases.getLast(), "RS2").properties())
          .containsEntry(Property.ACTIF, "false");
    }
  }

  @Test
  void the_blocks_of_a_correspondence_are_another_thing() throws Exception {
    String other =
        "<CORRESPONDANCES><CORRESPONDANCE><SOURCE><BLOC_COMPETENCES><CODE>X</CODE>"
            + "</BLOC_COMPETENCES></SOURCE></CORRESPONDANCE></CORRESPONDANCES>";
    String own =
        "<BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>B1</CODE><LIBELLE>Un</LIBELLE>"
            + "<LISTE_COMPETENCES>long &lt;b&gt;texte&lt;/b&gt;</LISTE_COMPETENCES>"
            + "</BLOC_COMPETENCES></BLOCS_COMPETENCES>";
    Release release = read(file(folder, xml(fiche("RNCP1", other + own))), findings).getFirst();
    assertThat(release.schemes().getFirst().concepts())
        .extracting(Concept::code)
        .containsExactly("RNCP1", "RNCP1/B1");
  }

  @Test
  void the_name_of_a_release_and_its_date_can_be_given() throws Exception {
    Path path = Files.writeString(folder.resolve("f.xml"), xml(fiche("RNCP1", "")));
    Origin origin = new Origin(path, Optional.of("essai"), Optional.of(LocalDate.of(2026, 1, 1)));
    Release release = RncpFile.read(origin, findings).getFirst();
    assertThat(release.id()).isEqualTo("essai");
    assertThat(release.source().issued()).isEqualTo(LocalDate.of(2026, 1, 1));
  }

  @Test
  void formacode_terms_go_to_the_edition_that_their_labels_prove_together() throws Exception {
    FormacodeEditions editions =
        FormacodeEditions.of(
            formacode(Edition.FORMACODE_13, "21538 BOULANGERIE"),
            formacode(Edition.FORMACODE_14, "21538 Boulangerie", "31045 Cybersécurité"));
    String shared = codes("21538", "Boulangerie");
    String proof = codes("31045", "Cybersécurité");
    Path path = file(folder, xml(fiche("RNCP1", shared), fiche("RNCP2", proof)));
    Release proven = read(path, findings, editions).getFirst();
    assertThat(to(proven, "formacode-14").pairs()).hasSize(2);
    Release unproven = read(path, findings, FormacodeEditions.none()).getFirst();
    assertThat(to(unproven, "formacode-inconnu").pairs())
        .hasSize(2)
        .allSatisfy(pair ->
            assertThat(pair.note().comment()).isEqualTo("version du Formacode non précisée"));
  }

  private static String codes(String code, String label) {
    return "<FORMACODES><FORMACODE><CODE>%s</CODE><LIBELLE>%s</LIBELLE></FORMACODE></FORMACODES>"
        .formatted(code, label);
  }

  private static Release formacode(Edition edition, String... terms) {
    List<Concept> concepts =
        java.util.Arrays.stream(terms)
            .map(term ->
                Fixture.of(
                    edition.id(),
                    term.substring(0, 5),
                    ConceptType.TERME_FORMACODE,
                    term.substring(6)))
            .toList();
    return Release.of(
        edition,
        "1",
        new Release.Source("f.csv", "0".repeat(64), LocalDate.of(2026, 1, 1), false),
        List.of(Scheme.of(edition.id(), edition.title(), concepts)));
  }

  @Test
  void an_xml_grown_from_the_extract_has_the_records_and_the_size_asked() throws Exception {
    Path extract = RealFiles.require("rncp/export_fiches_RNCP_V4_1_extract.xml");
    Path grown = folder.resolve("rncp-2026-06-30.xml");
    RncpGenerator.grow(extract, grown, 240, 4);
    Release release = read(grown, findings).getFirst();
    assertThat(Files.size(grown)).isBetween(3_000_000L, 5_000_000L);
    assertThat(release.schemes().getFirst().concepts())
        .filteredOn(each -> each.type() == ConceptType.CERTIFICATION)
        .hasSize(240);
    assertThat(release.schemes().getFirst().concepts())
        .filteredOn(each -> each.type() == ConceptType.BLOC_COMPETENCES)
        .hasSize(20 * 53);
    assertThat(to(release, "rome-3").pairs()).hasSize(20 * 33);
  }
}
