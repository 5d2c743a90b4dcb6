package fr.passerelle.catalog.citation;

import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.StudyKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * References as BibTeX. BibTeX counts braces even where a backslash comes before them, so that
 * braces of a text are written as commands; nothing else ends a value.
 */
final class Bibtex {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private final StringBuilder out = new StringBuilder();

  private Bibtex() {}

  static String write(List<Reference> references) {
    Bibtex bibtex = new Bibtex();
    references.forEach(bibtex::add);
    return bibtex.out.toString();
  }

  private void add(Reference reference) {
    out.append('@').append(type(reference)).append('{').append(reference.key());
    // Twice in braces, so that styles leave capitals (ROME, Insee) as they are.
    raw("title", "{" + escaped(reference.title()) + "}");
    raw(
        "author",
        reference.signedBy().stream()
            .map(name -> author(name, reference.authors().isEmpty()))
            .collect(Collectors.joining(" and ")));
    raw(
        type(reference).equals("techreport") ? "institution" : "publisher",
        escaped(reference.publisher()));
    reference.date().ifPresent(this::date);
    series(reference);
    raw("language", String.join(", ", reference.languages()));
    reference.pages().ifPresent(pages -> raw("pagetotal", String.valueOf(pages)));
    raw("abstract", escaped(reference.abstractText()));
    raw(
        "keywords",
        reference.keywords().stream().map(Bibtex::escaped).collect(Collectors.joining(", ")));
    raw("note", escaped(reference.remark()));
    raw("url", reference.uri());
    out.append("\n}\n\n");
  }

  private void raw(String field, String value) {
    if (!value.isEmpty() && !value.equals("{}")) {
      out.append(",\n  ").append(field).append(" = {").append(value).append('}');
    }
  }

  /** {@code Dupont, Jean} is a name and a first name; anything else is left whole. */
  private static String author(String name, boolean organisation) {
    boolean split =
        !organisation
            && name.indexOf(',') > 0
            && name.indexOf(',') == name.lastIndexOf(',')
            && !name.toLowerCase(Locale.ROOT).contains(" and ");
    return split ? escaped(name) : "{" + escaped(name) + "}";
  }

  private void date(PartialDate date) {
    raw("year", String.valueOf(date.year()));
    if (date.month() > 0) {
      out.append(",\n  month = ").append(MONTHS.get(date.month() - 1));
    }
    // For BibLaTeX, which reads EDTF.
    raw("date", date.toString());
  }

  private void series(Reference reference) {
    raw(reference.isIssue() ? "journal" : "series", escaped(reference.series().title()));
    raw("number", escaped(reference.series().number()));
  }

  private static String type(Reference reference) {
    StudyKind kind = reference.kind();
    return switch (kind) {
      case DATASET, DASHBOARD, SLIDE_DECK -> "misc";
      case JOURNAL_ISSUE -> reference.isIssue() ? "article" : "techreport";
      case REPORT, SURVEY, NOTE, GUIDE, PLAN, PORTRAIT -> "techreport";
    };
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(sign -> {
          switch (sign) {
            case '\\' -> escaped.append("\\textbackslash{}");
            case '{' -> escaped.append("\\textbraceleft{}");
            case '}' -> escaped.append("\\textbraceright{}");
            case '~' -> escaped.append("\\textasciitilde{}");
            case '^' -> escaped.append("\\textasciicircum{}");
            case '&', '%', '$', '#', '_' -> escaped.append('\\').appendCodePoint(sign);
            default -> escaped.appendCodePoint(sign);
          }
        });
    return escaped.toString();
  }
}
