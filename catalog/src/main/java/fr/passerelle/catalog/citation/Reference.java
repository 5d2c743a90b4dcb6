package fr.passerelle.catalog.citation;

import fr.passerelle.catalog.producer.Producers;
import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.Document;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Series;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyKind;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.catalog.study.StudyStatus;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * What a reference manager is told of a study, every text on one line: whatever a format makes of
 * line ends, no text of a producer begins a field of its own.
 *
 * @param key word by which documents cite it, unique: producer, year and identifier
 * @param uri persistent name, which is the address to cite
 * @param kind what kind of thing it is
 * @param title title
 * @param authors names of its authors, as their producer writes them
 * @param producers names of its producers
 * @param series series and number
 * @param date date of publication, or the expected one
 * @param status where it stands in its life
 * @param languages BCP 47 tags
 * @param pages number of pages, where known
 * @param documents addresses of its files
 * @param abstractText what it is about; empty if not told
 * @param keywords what it is about, in words
 */
public record Reference(
    String key,
    String uri,
    StudyKind kind,
    String title,
    List<String> authors,
    List<String> producers,
    Series series,
    Optional<PartialDate> date,
    StudyStatus status,
    List<String> languages,
    OptionalInt pages,
    List<String> documents,
    String abstractText,
    List<String> keywords) {
  /** Line ends, controls, and the signs of Unicode that change the reading of what follows. */
  private static final Pattern CONTROLS =
      Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\u200b\\u202a-\\u202e\\u2066-\\u2069\\ufeff]+");

  private static final Pattern BLANKS = Pattern.compile(" {2,}");

  public Reference {
    title = line(title);
    authors = lines(authors);
    producers = lines(producers);
    series = new Series(line(series.title()), line(series.number()));
    languages = lines(languages);
    documents = documents.stream().map(Reference::address).toList();
    uri = address(uri);
    abstractText = line(abstractText);
    keywords = lines(keywords);
  }

  /**
   * The reference of a study.
   *
   * @param keywords labels of its themes and subjects
   * @param lang language of names of producers
   */
  public static Reference of(
      Study study, Producers producers, StudyNames names, List<String> keywords, String lang) {
    Content said = study.content();
    return new Reference(
        key(study),
        names.study(study.id()),
        said.kind(),
        said.title(),
        said.authors(),
        said.producers().stream().map(code -> producers.name(code, lang)).toList(),
        said.series(),
        study.date(),
        study.status(),
        said.reading().languages(),
        said.reading().pages(),
        said.reading().documents().stream().map(Document::url).toList(),
        said.abstractText(),
        keywords);
  }

  private static String key(Study study) {
    String producer = study.content().producers().getFirst().replaceAll("[^A-Za-z0-9]", "");
    String year = study.date().map(date -> String.valueOf(date.year())).orElse("");
    return producer + year + "-" + study.id();
  }

  /** A text on one line, without controls. */
  static String line(String text) {
    return BLANKS.matcher(CONTROLS.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
  }

  private static List<String> lines(List<String> texts) {
    return texts.stream().map(Reference::line).filter(text -> !text.isEmpty()).toList();
  }

  /** An address without any sign that a format could take for its own. */
  private static String address(String url) {
    StringBuilder plain = new StringBuilder(url.length());
    url.codePoints()
        .filter(sign -> !Character.isISOControl(sign))
        .forEach(sign -> {
          if (" \"<>\\^`{|}".indexOf(sign) >= 0) {
            plain.append("%%%02X".formatted(sign));
          } else {
            plain.appendCodePoint(sign);
          }
        });
    return plain.toString();
  }

  /** Who is to be named first: its authors, or its producers where no author is told. */
  public List<String> signedBy() {
    return authors.isEmpty() ? producers : authors;
  }

  /** Its producers as one publisher. */
  String publisher() {
    return String.join(", ", producers);
  }

  /** Whether it is an issue of a journal that has a title. */
  boolean isIssue() {
    return kind == StudyKind.JOURNAL_ISSUE && !series.title().isEmpty();
  }

  /** What a reader has to know besides: that it is to come, or taken back. Empty mostly. */
  String remark() {
    return status.isComing() ? "à paraître" : status == StudyStatus.WITHDRAWN ? "retirée" : "";
  }
}
