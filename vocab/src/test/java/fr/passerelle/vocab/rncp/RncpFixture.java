package fr.passerelle.vocab.rncp;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Typed files in the manner of France compétences; labels are made up. */
final class RncpFixture {
  static final String DAY = "2026-02-03";

  private RncpFixture() {}

  /** An XML V4 of those records. */
  static String xml(String... records) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <FICHES>
      <VERSION_FLUX>4.1</VERSION_FLUX>
    %s</FICHES>
    """
        .formatted(String.join("", records));
  }

  /** A record of that number with more elements, all on one line. */
  static String fiche(String number, String more) {
    return "<FICHE><ID_FICHE>1</ID_FICHE><NUMERO_FICHE>%s</NUMERO_FICHE><INTITULE>Titre %s</INTITULE>%s</FICHE>\n"
        .formatted(number, number, more);
  }

  /** The CSV files of a small sound export, by the beginning of their name; lines end in CRLF. */
  static Map<String, String> csv() {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "Ancienne_Nouvelle_Certification",
        csv("Numero_Fiche;Ancienne_Certification;Nouvelle_Certification"));
    files.put(
        "Blocs_De_Compétences",
        csv(
            "Numero_Fiche;Bloc_Competences_Code;Bloc_Competences_Libelle",
            "RNCP1;01;Premier",
            "RNCP2;01;Autre premier"));
    files.put("CCN", csv("Numero_Fiche;Ccn_1_Numero"));
    files.put(
        "Certificateurs",
        csv(
            "Numero_Fiche;Siret_Certificateur;Nom_Certificateur",
            "RNCP1;\"\t12345678900011\";ECOLE"));
    files.put(
        "Formacode",
        csv("Numero_Fiche;Formacode_Code;Formacode_Libelle", "RNCP1;21538;21538 : Boulangerie"));
    files.put("Nsf", csv("Numero_Fiche;Nsf_Code;Nsf_Intitule", "RNCP1;221w;221w : Vente de pain"));
    files.put("Partenaires", csv("Numero_Fiche;Nom_Partenaire"));
    files.put(
        "Rome",
        csv("Numero_Fiche;Codes_Rome_Code;Codes_Rome_Libelle", "RNCP1;D1102;Boulangerie d''ici"));
    files.put(
        "Standard",
        csv(
            "Id_Fiche;Numero_Fiche;Intitule;Abrege_Libelle;Abrege_Intitule;"
                + "Nomenclature_Europe_Niveau;Nomenclature_Europe_Intitule;Date_Decision;"
                + "Date_Fin_Enregistrement;Date_Effet;Type_Enregistrement;Actif",
            "1;RNCP1;\"Boulanger\r\n"
                + " de ville\";CAP;Certificat;NIV3;Niveau 3;;31/08/2027;01/09/2022;De droit;ACTIVE",
            "2;RNCP2;Tourier;;;REPRISE;Sans niveau;;;;;INACTIVE",
            "3;RS3;Pains rares;;;;;02/02/2025;;;Sur demande;ACTIVE"));
    files.put("VoixdAccès", csv("Numero_Fiche;Si_Jury", "RNCP1;Par expérience"));
    return files;
  }

  static String csv(String... lines) {
    return String.join("\r\n", lines) + "\r\n";
  }

  /** A zip of those CSV files, dated. */
  static Path zip(Path folder, Map<String, String> files) throws IOException {
    Path zip = folder.resolve("export-fiches-csv-" + DAY + ".zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        put(out, "export_fiches_CSV_" + file.getKey() + "_2026_02_02.csv", file.getValue());
      }
    }
    return zip;
  }

  /** A zip of one file. */
  static Path zip(Path zip, String entry, String text) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      put(out, entry, text);
    }
    return zip;
  }

  private static void put(ZipOutputStream out, String name, String text) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    ((OutputStream) out).write(text.getBytes(UTF_8));
    out.closeEntry();
  }

  /** That text in a dated file. */
  static Path file(Path folder, String text) throws IOException {
    return Files.writeString(folder.resolve("fiches_" + DAY + ".xml"), text);
  }

  static List<Release> read(Path file, Findings findings) throws IOException {
    return RncpFile.read(Origin.of(file), findings);
  }

  /** Reads an extract, which tells no date. */
  static List<Release> read(Path file, Findings findings, FormacodeEditions editions)
      throws IOException {
    Origin origin = new Origin(file, Optional.empty(), Optional.of(LocalDate.of(2026, 6, 30)));
    return RncpFile.read(origin, findings, () -> editions, edition -> Optional.empty());
  }

  /** The correspondence of that release to that scheme. */
  static Correspondence to(Release release, String target) {
    return release.correspondences().stream()
        .filter(each -> each.target().equals(target))
        .findFirst()
        .orElseThrow();
  }

  /** The concept of that code in the main scheme. */
  static Concept concept(Release release, String code) {
    return release.schemes().getFirst().find(code).orElseThrow();
  }

  /** Count of the repairs of which the rule begins so. */
  static int repairs(Findings findings, String rule) {
    return findings.repairs().stream()
        .filter(each -> each.rule().startsWith(rule))
        .mapToInt(Findings.Repair::count)
        .sum();
  }
}
