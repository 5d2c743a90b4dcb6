package fr.passerelle.vocab.rncp;

import fr.passerelle.vocab.rncp.Fiche.Cell;
import fr.passerelle.vocab.rncp.Fiche.Item;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.SourceZip;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Reads the zip of ten CSV files: {@code Standard} has a row for each record, the others add to it
 * by its number.
 *
 * <p>Entry names hold accents, composed or not, in whatever encoding the zip says: only their ASCII
 * beginning is compared.
 */
final class RncpCsv {
  private static final String NUMBER = "Numero_Fiche";

  private final SourceZip zip;
  private final Findings findings;
  private final Words words;
  private final Map<String, Fiche> fiches = new LinkedHashMap<>();

  /** Records that only the table of old and new ones names: the Standard file lacks them. */
  private final Map<String, Fiche> cited = new LinkedHashMap<>();

  private final Set<String> seen = new HashSet<>();

  /** Numbers of records of which a row cannot be read: they are refused whole. */
  private final Set<String> damaged = new HashSet<>();

  private RncpCsv(SourceZip zip, Findings findings) {
    this.zip = zip;
    this.findings = findings;
    this.words = new Words(findings);
  }

  /** Hands each record to the draft, once all files are read. */
  static void read(SourceZip zip, Findings findings, RncpDraft draft) throws IOException {
    RncpCsv csv = new RncpCsv(zip, findings);
    csv.standard();
    csv.parts();
    csv.replacements();
    csv.remarkUnread();
    csv.damaged.forEach(draft::refuse);
    csv.fiches.keySet().removeAll(csv.damaged);
    csv.fiches.values().forEach(draft::add);
    csv.cited.keySet().removeAll(csv.damaged);
    csv.cited.values().forEach(draft::link);
  }

  private void standard() throws IOException {
    require(
        "standard",
        List.of(
            NUMBER,
            "Intitule",
            "Abrege_Libelle",
            "Abrege_Intitule",
            "Nomenclature_Europe_Niveau",
            "Nomenclature_Europe_Intitule",
            "Date_Decision",
            "Date_Fin_Enregistrement",
            "Date_Effet",
            "Type_Enregistrement",
            "Actif"),
        row -> {
          Fiche fiche = fiche(row);
          if (fiches.putIfAbsent(fiche.number.text(), fiche) != null) {
            refuseSecond(fiche);
          }
        });
  }

  private void refuseSecond(Fiche fiche) {
    try (Findings.Attempt _ = findings.attempt()) {
      findings.refused(
          fiche.number.place(),
          "duplicate-code",
          fiche.number.text() + " : numéro déjà lu ; garder une fiche, la première est lue");
    }
  }

  /** Whether a row that cannot be read says of which record it is. */
  private boolean isOfRecord(Row row) {
    String number = row.get(NUMBER);
    return Words.isNumber(number) && (damaged.add(number) || damaged.contains(number));
  }

  private static Fiche fiche(Row row) {
    Fiche fiche = named(row);
    fiche.title = new Cell(row.text("Intitule"), row.place("Intitule"));
    fiche.abrege = row.text("Abrege_Libelle");
    fiche.diplomaType = row.text("Abrege_Intitule");
    fiche.level = cell(row, "Nomenclature_Europe_Niveau");
    fiche.levelLabel = row.text("Nomenclature_Europe_Intitule");
    fiche.decision = cell(row, "Date_Decision");
    fiche.registrationEnd = cell(row, "Date_Fin_Enregistrement");
    fiche.effect = cell(row, "Date_Effet");
    fiche.registration = row.text("Type_Enregistrement");
    fiche.active = cell(row, "Actif");
    return fiche;
  }

  private static Cell cell(Row row, String column) {
    return new Cell(row.get(column), row.place(column));
  }

  private void parts() throws IOException {
    items("rome", "Codes_Rome_Code", "Codes_Rome_Libelle", (fiche, item) -> fiche.rome.add(item));
    items(
        "formacode",
        "Formacode_Code",
        "Formacode_Libelle",
        (fiche, item) -> fiche.formacode.add(item));
    items("nsf", "Nsf_Code", "Nsf_Intitule", (fiche, item) -> fiche.nsf.add(item));
    items(
        "blocs_de_comp",
        "Bloc_Competences_Code",
        "Bloc_Competences_Libelle",
        (fiche, item) -> fiche.blocks.add(item));
    // Names only: the SIRET of a certifying body may be that of a person.
    part(
        "certificateurs",
        List.of("Nom_Certificateur"),
        (fiche, row) -> addWords(fiche.certifiers, row, "Nom_Certificateur"));
    part("voixdacc", List.of("Si_Jury"), (fiche, row) -> addWords(fiche.ways, row, "Si_Jury"));
  }

  private void replacements() throws IOException {
    require(
        "ancienne_nouvelle",
        List.of(NUMBER, "Ancienne_Certification", "Nouvelle_Certification"),
        row -> {
          Fiche known = fiches.get(row.get(NUMBER));
          Fiche fiche =
              known == null ? cited.computeIfAbsent(row.get(NUMBER), key -> named(row)) : known;
          addNumber(fiche.older, cell(row, "Ancienne_Certification"));
          addNumber(fiche.newer, cell(row, "Nouvelle_Certification"));
        });
  }

  private static Fiche named(Row row) {
    Fiche fiche = new Fiche(row.place(NUMBER));
    fiche.number = cell(row, NUMBER);
    return fiche;
  }

  private void addWords(Set<String> all, Row row, String column) {
    if (!row.isEmpty(column)) {
      all.add(words.line(row.text(column), row.place(column)));
    }
  }

  private static void addNumber(List<Cell> all, Cell number) {
    if (!number.isEmpty()) {
      all.add(number);
    }
  }

  private void items(String stem, String code, String label, BiConsumer<Fiche, Item> items)
      throws IOException {
    part(
        stem,
        List.of(code, label),
        (fiche, row) ->
            items.accept(
                fiche,
                new Item(
                    row.get(code),
                    words.label(row.get(code), row.text(label), row.place(label)),
                    row.place(code))));
  }

  /** Rows that add to a record; one of an unknown number is refused. */
  private void part(String stem, List<String> columns, BiConsumer<Fiche, Row> rows)
      throws IOException {
    List<String> all = new ArrayList<>(columns);
    all.add(NUMBER);
    require(
        stem,
        all,
        row -> {
          Fiche fiche = fiches.get(row.get(NUMBER));
          if (fiche == null && !damaged.contains(row.get(NUMBER))) {
            findings.refused(
                row.place(NUMBER),
                "orphan-link",
                "« "
                    + row.get(NUMBER)
                    + " » n'a pas de fiche dans le fichier Standard ; reprendre le zip complet");
          } else if (fiche != null) {
            rows.accept(fiche, row);
          }
        });
  }

  private void require(String stem, List<String> columns, Consumer<Row> rows) throws IOException {
    List<String> names = zip.names().stream().filter(name -> hasStem(name, stem)).toList();
    if (names.size() != 1) {
      findings.refused(
          stem,
          names.isEmpty() ? "missing-file" : "entry-name",
          names.isEmpty()
              ? "fichier absent du zip ; sans lui les fiches ne sont pas entières, reprendre le zip"
              : "plusieurs fichiers de ce nom : " + names + " ; en garder un");
      return;
    }
    String name = names.getFirst();
    seen.add(name);
    try (Reader text = zip.text(name, findings)) {
      Table.of(composed(name), ';', columns, findings).damaged(this::isOfRecord).read(text, rows);
    }
  }

  /** Whether the zip holds the CSV files of France compétences. */
  static boolean recognises(SourceZip zip) {
    return zip.names().stream().anyMatch(name -> hasStem(name, "standard"));
  }

  private static boolean hasStem(String name, String stem) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .matches("export_fiches_csv_" + stem + ".*\\.csv");
  }

  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  private void remarkUnread() {
    zip.names().stream()
        .filter(name -> !seen.contains(name))
        .forEach(name -> findings.remark(composed(name) + " : fichier non repris"));
  }
}
