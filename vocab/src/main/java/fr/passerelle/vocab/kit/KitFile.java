package fr.passerelle.vocab.kit;

import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.SourceWorkbook;
import fr.passerelle.vocab.source.Table;
import java.io.IOException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reader of the kit apprentissage, CSV or XLSX: which RNCP records a diploma (CFD) leads to.
 *
 * <p>A month's file is a release without scheme of its own: a correspondence, and stubs of both
 * ends. {@link KitPairs} makes it from the rows.
 */
public final class KitFile {
  private static final String SHEET = "Kit Apprentissage";

  /** {@code v2.9} or {@code 20241129} in the name of the file. */
  private static final Pattern VERSION =
      Pattern.compile("(?i)(?<![a-z])v\\d+\\.\\d+|(?<!\\d)20\\d{6}(?!\\d)");

  private KitFile() {}

  /** Reads a file as published where nothing is published yet. */
  public static List<Release> read(Origin origin, Findings findings) throws IOException {
    return read(origin, findings, edition -> Optional.empty());
  }

  /**
   * Reads the file as published. The release is named by the person, else by the name of the file.
   *
   * @param published what is published of the kit, asked for where rows are refused: their pairs
   *     stay as they are there
   * @throws RefusedException with every fault found, or if nothing tells the release or its day
   */
  public static List<Release> read(
      Origin origin, Findings findings, Function<String, Optional<Release>> published)
      throws IOException {
    String id = release(origin);
    LocalDate issued = origin.issued(Optional.empty());
    KitPairs pairs = new KitPairs(findings);
    Table table =
        Table.of(origin.file(), ';', KitPairs.COLUMNS, findings)
            .optional(KitPairs.OPTIONAL)
            .named(KitFile::column)
            .damaged(pairs::refused);
    if (origin.file().toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      try (SourceWorkbook workbook = SourceWorkbook.open(origin.path())) {
        table.read(workbook, SHEET, pairs::row);
      }
    } else {
      table.read(SourceText.open(origin.path(), findings), pairs::row);
    }
    findings.refuseIfFaulty();
    List<String> kept = pairs.keep(published);
    if (!kept.isEmpty()) {
      findings.remark(
          "lignes refusées, dont les rapprochements restent comme ils sont publiés : "
              + String.join(", ", kept));
    }
    return List.of(
        Release.of(
            Edition.KIT_APPRENTISSAGE,
            id,
            origin.source(issued),
            pairs.stubs(),
            List.of(pairs.correspondence())));
  }

  private static String release(Origin origin) {
    return origin
        .release()
        .or(() -> {
          Matcher matcher = VERSION.matcher(origin.file());
          return matcher.find()
              ? Optional.of(matcher.group().toLowerCase(Locale.ROOT))
              : Optional.empty();
        })
        .orElseThrow(() ->
            RefusedException.of(
                origin.file(),
                "release",
                "le nom du fichier ne dit pas sa version (v2.9, 20241129) ; la donner :"
                    + " --release"));
  }

  /** One name for each column, however the month's file writes it; other columns keep theirs. */
  private static String column(String header) {
    String plain =
        Normalizer.normalize(header, Normalizer.Form.NFD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]", "");
    return switch (plain) {
      case "codediplome", "codecfd", "cfd" -> KitPairs.CFD;
      case "intitulediplome", "intitulediplomedepp" -> KitPairs.DIPLOMA;
      case "coderncp", "ficherncp", "rncp" -> KitPairs.RNCP;
      case "intitulecertificationrncp" -> KitPairs.CERTIFICATION;
      case "dernieremaj" -> KitPairs.UPDATE;
      default -> header.strip().replaceAll("\\s+", " ");
    };
  }
}
