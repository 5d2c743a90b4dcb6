package fr.passerelle.vocab.rncp;

import static fr.passerelle.vocab.rncp.RncpFixture.concept;
import static fr.passerelle.vocab.rncp.RncpFixture.csv;
import static fr.passerelle.vocab.rncp.RncpFixture.fiche;
import static fr.passerelle.vocab.rncp.RncpFixture.file;
import static fr.passerelle.vocab.rncp.RncpFixture.to;
import static fr.passerelle.vocab.rncp.RncpFixture.xml;
import static fr.passerelle.vocab.rncp.RncpFixture.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.testing.RealFiles;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broken record is refused alone where few are; what was published of it stays. */
class RefusedRecordsTest {
  private static final String BROKEN = "<DATE_DECISION>31/02/2024</DATE_DECISION>";
  private static final String CITING =
      "<ACTIF>Oui</ACTIF><NOMENCLATURE_EUROPE><NIVEAU>NIV3</NIVEAU><LIBELLE>N</LIBELLE></NOMENCLATURE_EUROPE>"
          + "<CODES_ROME><ROME><CODE>D1102</CODE><LIBELLE>Pain</LIBELLE></ROME></CODES_ROME>"
          + "<BLOCS_COMPETENCES><BLOC_COMPETENCES><CODE>01</CODE><LIBELLE>B</LIBELLE></BLOC_COMPETENCES></BLOCS_COMPETENCES>"
          + "<NOUVELLES_CERTIFICATIONS><NOUVELLE_CERTIFICATION><ID_FICHE_NOUVELLE_CERTIFICATION>RNCP9</ID_FICHE_NOUVELLE_CERTIFICATION></NOUVELLE_CERTIFICATION></NOUVELLES_CERTIFICATIONS>";

  @TempDir Path folder;

  private static Release read(Path file, Findings findings, Optional<Release> published)
      throws IOException {
    return RncpFile.read(
            Origin.of(file),
            findings,
            FormacodeEditions::none,
            edition -> published.filter(each -> each.edition().id().equals(edition)))
        .getFirst();
  }

  @Test
  void one_of_a_small_file_refuses_it_and_says_what_would_publish_the_others() throws Exception {
    Path path = file(folder, xml(fiche("RNCP1", ""), fiche("RNCP2", BROKEN)));
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> RncpFixture.read(path, new Findings()));
    assertThat(refused.faults()).hasSize(1);
    assertThat(refused.advice()).contains("1 sur 2", "--refused 1");
  }

  @Test
  void as_many_as_a_person_admits_are_refused_alone() throws Exception {
    Path path =
        file(
            folder,
            xml(
                fiche("RNCP1", CITING),
                fiche("RNCP2", BROKEN + CITING),
                fiche("RS3", "<ACTIF>?</ACTIF>")));
    Findings findings = new Findings(Optional.of(2));
    Release release = RncpFixture.read(path, findings).getFirst();

    assertThat(release.schemes().getFirst().find("RNCP2")).isEmpty();
    assertThat(release.schemes().getFirst().find("RNCP2/01")).isEmpty();
    assertThat(to(release, "rome-3").pairs()).hasSize(1);
    assertThat(findings.refusedRecords()).isEqualTo(2);
    assertThat(findings.refused()).extracting(Fault::rule).containsExactly("date", "flag");
  }

  @Test
  void one_more_than_admitted_refuses_the_file() throws Exception {
    Path path =
        file(folder, xml(fiche("RNCP1", BROKEN), fiche("RNCP2", BROKEN), fiche("RNCP3", "")));
    assertThat(
            catchThrowableOfType(
                RefusedException.class, () -> RncpFixture.read(path, new Findings(Optional.of(1)))))
        .isNotNull();
  }

  @Test
  void one_in_a_thousand_is_admitted_without_a_word() throws Exception {
    String sound =
        IntStream.rangeClosed(1, 1_999)
            .mapToObj(i -> fiche("RNCP" + i, ""))
            .collect(Collectors.joining());
    Path one = file(folder, xml(sound, fiche("RNCP2000", BROKEN)));
    Findings findings = new Findings();
    assertThat(RncpFixture.read(one, findings).getFirst().size()).isEqualTo(1_999);
    assertThat(findings.refusedRecords()).isEqualTo(1);

    Path three =
        file(
            folder,
            xml(
                sound,
                fiche("RNCP2000", BROKEN),
                fiche("RNCP2001", BROKEN),
                fiche("RNCP2002", BROKEN)));
    assertThat(
            catchThrowableOfType(
                RefusedException.class, () -> RncpFixture.read(three, new Findings())))
        .isNotNull();
  }

  @Test
  void a_refused_record_stays_as_it_is_published_with_its_blocks_and_pairs() throws Exception {
    Release before =
        RncpFixture.read(
                file(folder, xml(fiche("RNCP1", ""), fiche("RNCP2", CITING))), new Findings())
            .getFirst();
    Path tonight =
        file(
            folder,
            xml(
                fiche("RNCP1", "<ACTIF>Non</ACTIF>"),
                fiche("RNCP2", BROKEN),
                fiche(
                    "RNCP8",
                    "<ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION><ID_FICHE_ANCIENNE_CERTIFICATION>RNCP2</ID_FICHE_ANCIENNE_CERTIFICATION></ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>")));
    Findings findings = new Findings(Optional.of(1));
    Release release = read(tonight, findings, Optional.of(before));

    assertThat(concept(release, "RNCP2").properties())
        .isEqualTo(concept(before, "RNCP2").properties());
    assertThat(concept(release, "RNCP2/01")).isNotNull();
    assertThat(concept(release, "RNCP2").links()).containsAll(concept(before, "RNCP2").links());
    assertThat(to(release, "rome-3").pairs()).isEqualTo(to(before, "rome-3").pairs());
    assertThat(findings.remarks())
        .contains("fiches refusées qui restent comme elles sont publiées : RNCP2");
  }

  @Test
  void a_damaged_row_of_a_csv_refuses_its_record_whole() throws Exception {
    Map<String, String> files = RncpFixture.csv();
    files.put(
        "Nsf", csv("Numero_Fiche;Nsf_Code;Nsf_Intitule", "RNCP1;221;A\u0001B", "RNCP2;221;Pain"));
    Findings findings = new Findings(Optional.of(1));
    Release release = RncpFixture.read(zip(folder, files), findings).getFirst();
    assertThat(release.schemes().getFirst().find("RNCP1")).isEmpty();
    assertThat(to(release, "nsf").pairs())
        .extracting(pair -> pair.from().code())
        .containsExactly("RNCP2");
    assertThat(findings.refused())
        .singleElement()
        .extracting(Fault::rule)
        .isEqualTo("control-character");
  }

  @Test
  void a_damaged_row_that_names_no_record_refuses_the_file() throws Exception {
    Map<String, String> files = RncpFixture.csv();
    files.put("Nsf", csv("Numero_Fiche;Nsf_Code;Nsf_Intitule", "?;221"));
    Path path = zip(folder, files);
    assertThat(
            catchThrowableOfType(
                RefusedException.class, () -> RncpFixture.read(path, new Findings(Optional.of(9)))))
        .isNotNull();
  }

  @Test
  void of_a_nightly_file_a_few_broken_records_are_left_out_and_told() throws Exception {
    Path whole = folder.resolve("fiches_2026-02-03.xml");
    RncpGenerator.grow(
        RealFiles.require("rncp/export_fiches_RNCP_V4_1_extract.xml"), whole, 3_000, 6);
    String text = Files.readString(whole);
    for (String number : new String[] {"RNCP100010", "RNCP101500", "RNCP102999"}) {
      text =
          text.replace(
              "<NUMERO_FICHE>" + number + "</NUMERO_FICHE>",
              "<NUMERO_FICHE>" + number + "</NUMERO_FICHE>" + BROKEN);
    }
    Files.writeString(whole, text);
    Findings findings = new Findings();
    Release release =
        RncpFile.read(
                new Origin(whole, Optional.empty(), Optional.of(LocalDate.of(2026, 2, 3))),
                findings,
                FormacodeEditions::none,
                edition -> Optional.empty())
            .getFirst();
    assertThat(findings.refusedRecords()).isEqualTo(3);
    assertThat(
            release.schemes().getFirst().concepts().stream()
                .filter(each -> each.code().matches("RNCP10\\d{4}"))
                .filter(each -> each.properties().containsKey(fr.passerelle.vocab.Property.ACTIF)))
        .hasSize(2_997);
  }
}
