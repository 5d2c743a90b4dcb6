package fr.passerelle.vocab.rncp;

import fr.passerelle.vocab.FormacodeEditions;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.SourceText;
import fr.passerelle.vocab.source.SourceZip;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reader of the open data of France compétences: the zip of CSV files {@code
 * export-fiches-csv-YYYY-MM-DD.zip}, and the XML V4 as such or in a zip, told apart by content.
 *
 * <p>Follow one record: {@link RncpXml} or {@link RncpCsv} gathers a {@link Fiche}, {@link
 * RncpDraft} makes it a certification of its {@link Repertoire}, {@link Citations} pairs it with
 * ROME 3, NSF and Formacode; {@link Release#of} checks the whole.
 */
public final class RncpFile {
  private static final Pattern DAY = Pattern.compile("(20\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)");

  /** First bytes of a zip, "PK". */
  private static final byte[] ZIP = {0x50, 0x4b};

  private final Origin origin;
  private final Findings findings;
  private final RncpDraft draft;

  /** Day that the name of an entry tells; the files of a zip may be dated the day before it. */
  private Optional<LocalDate> entryDay = Optional.empty();

  private RncpFile(Origin origin, Findings findings, Supplier<FormacodeEditions> editions) {
    this.origin = origin;
    this.findings = findings;
    this.draft = new RncpDraft(findings, editions);
  }

  /** Reads a file as published where nothing is published yet. */
  public static List<Release> read(Origin origin, Findings findings) throws IOException {
    return read(origin, findings, FormacodeEditions::none, edition -> Optional.empty());
  }

  /**
   * Reads a file as published.
   *
   * @param findings receives counts, repairs and remarks
   * @param editions what the Formacode terms of records are compared with, asked for once the file
   *     is known to be sound
   * @param published what is published of RNCP and RS, asked for where records are refused: they
   *     are kept as they are there
   * @return a release of RNCP, of RS, or of both: of what the file holds records of
   * @throws RefusedException with every fault found, as {@code file:line:column}, rule and reason
   */
  public static List<Release> read(
      Origin origin,
      Findings findings,
      Supplier<FormacodeEditions> editions,
      Function<String, Optional<Release>> published)
      throws IOException {
    return new RncpFile(origin, findings, editions).read(published);
  }

  private List<Release> read(Function<String, Optional<Release>> published) throws IOException {
    LocalDate issued = records();
    findings.refuseIfFaulty();
    if (draft.isEmpty()) {
      throw RefusedException.of(origin.file(), "empty", "aucune fiche dans ce fichier");
    }
    remarkKept(draft.keep(published));
    draft.settle();
    findings.remark(
        "textes longs (activités, capacités, jurys...) non conservés : les lire sur la fiche du"
            + " producteur, https://www.francecompetences.fr/recherche/rncp/NUMÉRO ou"
            + " .../rs/NUMÉRO");
    return draft.releases(origin.release().orElse(issued.toString()), origin.source(issued));
  }

  private void remarkKept(List<String> numbers) {
    if (!numbers.isEmpty()) {
      findings.remark(
          "fiches refusées qui restent comme elles sont publiées : " + String.join(", ", numbers));
    }
  }

  /** Reads all records; tells of which day they are. */
  private LocalDate records() throws IOException {
    if (isZip()) {
      try (SourceZip zip = SourceZip.open(origin.path())) {
        zip(zip);
      }
    } else {
      try (Reader text = SourceText.open(origin.path(), findings)) {
        plain(text);
      }
    }
    LocalDate issued = origin.issued(day(origin.file()).or(() -> entryDay));
    entryDay
        .filter(day -> !day.equals(issued))
        .ifPresent(
            day -> findings.remark("fichiers du zip datés du " + day + ", version du " + issued));
    return issued;
  }

  private boolean isZip() throws IOException {
    if (!Files.isRegularFile(origin.path())) {
      return false;
    }
    try (InputStream in = Files.newInputStream(origin.path())) {
      return Arrays.equals(in.readNBytes(ZIP.length), ZIP);
    }
  }

  private void zip(SourceZip zip) throws IOException {
    List<String> xml =
        zip.names().stream()
            .filter(name -> name.toLowerCase(Locale.ROOT).endsWith(".xml"))
            .toList();
    boolean csv = RncpCsv.recognises(zip);
    entryDay = zip.names().stream().flatMap(name -> day(name).stream()).findFirst();
    if (csv == !xml.isEmpty()) {
      throw RefusedException.of(
          origin.file(),
          "content",
          (csv
                  ? "CSV et XML dans un même zip"
                  : "ni les CSV « export_fiches_CSV_Standard... » ni un fichier .xml dans ce zip")
              + " ; donner un export de France compétences tel qu'il est publié");
    }
    if (csv) {
      RncpCsv.read(zip, findings, draft);
    }
    for (String name : xml) {
      try (Reader text = zip.text(name, findings)) {
        RncpXml.read(name, text, findings, draft::add);
      }
    }
  }

  private void plain(Reader text) throws IOException {
    text.mark(1);
    int first = text.read();
    text.reset();
    if (first != '<') {
      throw RefusedException.of(
          origin.file() + ":1:1",
          "content",
          "ni un zip ni un XML ; donner le zip des CSV ou le XML V4 de France compétences");
    }
    RncpXml.read(origin.file(), text, findings, draft::add);
  }

  private static Optional<LocalDate> day(String name) {
    Matcher matcher = DAY.matcher(name);
    try {
      return matcher.find()
          ? Optional.of(
              LocalDate.parse(
                  "%s-%s-%s".formatted(matcher.group(1), matcher.group(2), matcher.group(3))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
