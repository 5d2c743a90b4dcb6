package fr.passerelle.catalog.intake;

import fr.passerelle.catalog.study.bibtex.BibtexFile;
import fr.passerelle.catalog.study.csv.StudyCsv;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.catalog.study.notice.Taking;
import fr.passerelle.catalog.study.ris.RisFile;
import fr.passerelle.catalog.study.unimarc.Iso2709File;
import fr.passerelle.catalog.study.unimarc.UnimarcXmlFile;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.SourceFile;
import fr.passerelle.vocab.source.SourceText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats in which studies can be imported. */
public enum StudyFormat {
  /** A table with a header. */
  CSV("csv", "csv tsv", Pattern.compile("(?!)")),
  /** The format of reference managers. */
  RIS("ris", "ris", Pattern.compile("\\s*TY {0,2}- ?[\\s\\S]*")),
  /** BibTeX. */
  BIBTEX(
      "bibtex", "bib bibtex", Pattern.compile("(?:[\\s\\S]*\\n)?\\s*@[a-zA-Z]+\\s*[{(][\\s\\S]*")),
  /** UNIMARC in XML, as PMB or MARCXML writes it. */
  UNIMARC_XML("unimarc-xml", "xml", Pattern.compile("\\s*<[\\s\\S]*")),
  /** UNIMARC in ISO 2709. */
  ISO_2709(
      "iso2709",
      "iso iso2709 mrc uni unimarc pan",
      Pattern.compile("\\s*\\d{5}[a-z ][a-z ]{2}[\\s\\S]{2}.{11}[\\s\\S]*"));

  private static final int START = 1 << 13;

  private final String id;

  /** Separated by spaces. */
  private final String endings;

  private final Pattern start;

  StudyFormat(String id, String endings, Pattern start) {
    this.id = id;
    this.endings = endings;
    this.start = start;
  }

  /** Word by which it is named at the command line. */
  public String id() {
    return id;
  }

  /** All words, for messages. */
  public static List<String> ids() {
    return Arrays.stream(values()).map(StudyFormat::id).toList();
  }

  /** The format of that {@link #id()}. */
  public static Optional<StudyFormat> find(String word) {
    return Arrays.stream(values())
        .filter(each -> each.id.equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /**
   * The format of a file: what its first characters are, else what its name ends with, else CSV.
   *
   * @throws RefusedException if there is no such file
   */
  public static StudyFormat of(Path path) throws IOException {
    String name = SourceFile.name(path);
    if (!Files.isRegularFile(path)) {
      throw RefusedException.of(name, "file", "fichier introuvable : " + path);
    }
    String text;
    try (InputStream in = Files.newInputStream(path)) {
      text = new String(in.readNBytes(START), StandardCharsets.ISO_8859_1).replaceFirst("^ï»¿", "");
    }
    String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        // A table may hold anything: only what begins a file is looked at where it is called one.
        .filter(each -> !CSV.endsSo(ending) && each.start.matcher(text).matches())
        .findFirst()
        .or(() -> Arrays.stream(values()).filter(it -> it.endsSo(ending)).findFirst())
        .orElse(CSV);
  }

  private boolean endsSo(String ending) {
    return List.of(endings.split(" ", -1)).contains(ending);
  }

  /** Passes on the records of a file, each as it is read. */
  void read(Path path, Taking taking) throws IOException {
    String name = SourceFile.name(path);
    if (this == ISO_2709) {
      try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
        Iso2709File.read(name, in, taking);
      }
      return;
    }
    if (this == UNIMARC_XML) {
      UnimarcXmlFile.read(name, () -> SourceText.open(path, taking.findings()), taking);
      return;
    }
    try (Reader text = SourceText.open(path, taking.findings())) {
      switch (this) {
        case CSV ->
            StudyCsv.read(
                name, text, taking.findings(), row -> taking.each().accept(signed(row, taking)));
        case RIS -> RisFile.read(name, text, taking);
        case BIBTEX -> BibtexFile.read(name, text, taking);
        case UNIMARC_XML, ISO_2709 -> throw new IllegalStateException("read above");
      }
    }
  }

  /** A row that names no producer is of the one that is given. */
  private static Submission signed(Submission row, Taking taking) {
    Optional<String> producer = taking.from().producer();
    if (producer.isEmpty() || row.form().containsKey("producers")) {
      return row;
    }
    Map<String, Object> form = new LinkedHashMap<>(row.form());
    form.put("producers", List.of(producer.get()));
    return new Submission(form, row.place(), row.origin());
  }
}
