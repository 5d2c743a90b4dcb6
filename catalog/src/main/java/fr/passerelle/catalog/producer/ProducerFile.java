package fr.passerelle.catalog.producer;

import fr.passerelle.vocab.Label;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Row;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads producers from a CSV file, separated by semicolons: {@code code}, {@code fr} (name) and,
 * where there is something to say, {@code en}, {@code kind}, {@code homepage}, {@code validFrom},
 * {@code validUntil}, {@code successors} (codes apart by {@code |}), {@code trusted} (oui or non).
 */
public final class ProducerFile {
  private static final List<String> REQUIRED = List.of("code", "fr");
  private static final List<String> OPTIONAL =
      List.of("en", "kind", "homepage", "validFrom", "validUntil", "successors", "trusted");

  private final Findings findings;
  private final List<Producer> producers = new ArrayList<>();

  private ProducerFile(Findings findings) {
    this.findings = findings;
  }

  /**
   * The producers of a file; what is wrong with it goes to the findings.
   *
   * @param file its name, for messages
   * @param known producers that successors may be among, besides those of the file
   */
  public static List<Producer> read(String file, Reader text, Producers known, Findings findings)
      throws IOException {
    ProducerFile reader = new ProducerFile(findings);
    Table.of(file, ';', REQUIRED, findings).optional(OPTIONAL).read(text, reader::add);
    Producers all = new Producers(reader.producers);
    for (Producer each : reader.producers) {
      each.successors().stream()
          .filter(code -> all.find(code).isEmpty() && known.find(code).isEmpty())
          .forEach(code ->
              findings.refused(
                  file + " " + each.code(),
                  "unknown-producer",
                  "successeur inconnu « " + code + " » ; l'ajouter au fichier"));
    }
    return reader.producers;
  }

  private void add(Row row) {
    String code = row.get("code");
    if (!Producer.isCode(code)) {
      findings.refused(
          row.place("code"),
          "code",
          "« " + code + " » : lettres minuscules sans accent, chiffres et tirets");
      return;
    }
    if (row.isEmpty("fr")) {
      findings.refused(row.place("fr"), "required", "le nom français manque");
      return;
    }
    List<Label> names = new ArrayList<>(List.of(Label.fr(row.get("fr"))));
    if (!row.isEmpty("en")) {
      names.add(new Label(row.get("en"), "en"));
    }
    producers.add(
        new Producer(
            code,
            names,
            kind(row),
            row.get("homepage"),
            day(row, "validFrom"),
            day(row, "validUntil"),
            Arrays.stream(row.get("successors").split("\\|"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList(),
            trusted(row)));
  }

  private ProducerKind kind(Row row) {
    String kind = row.get("kind");
    Optional<ProducerKind> found = ProducerKind.find(kind);
    if (found.isEmpty() && !kind.isEmpty()) {
      findings.refused(
          row.place("kind"),
          "unknown-value",
          "« " + kind + " » ; valeurs connues : " + String.join(", ", ProducerKind.ids()));
    }
    return found.orElse(ProducerKind.OTHER);
  }

  private Optional<LocalDate> day(Row row, String column) {
    try {
      return row.isEmpty(column) ? Optional.empty() : Optional.of(LocalDate.parse(row.get(column)));
    } catch (DateTimeException e) {
      findings.refused(
          row.place(column), "date", "« " + row.get(column) + " » : un jour, écrit AAAA-MM-JJ");
      return Optional.empty();
    }
  }

  private boolean trusted(Row row) {
    String word = row.get("trusted");
    if (!List.of("", "oui", "non").contains(word)) {
      findings.refused(row.place("trusted"), "unknown-value", "« " + word + " » : oui ou non");
    }
    return word.equals("oui");
  }
}
