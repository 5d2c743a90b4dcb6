package fr.passerelle.catalog.citation;

import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.StudyKind;
import java.util.List;

/** References as RIS: lines of a tag and a value, each reference from TY to ER. */
final class Ris {
  private final StringBuilder out = new StringBuilder();

  private Ris() {}

  static String write(List<Reference> references) {
    Ris ris = new Ris();
    references.forEach(ris::add);
    return ris.out.toString();
  }

  private void add(Reference reference) {
    line("TY", type(reference));
    line("ID", reference.key());
    line("TI", reference.title());
    reference.signedBy().forEach(name -> line("AU", name));
    reference.date().ifPresent(this::date);
    series(reference);
    line("PB", reference.publisher());
    reference.languages().forEach(tag -> line("LA", tag));
    reference.pages().ifPresent(pages -> line("EP", String.valueOf(pages)));
    line("AB", reference.abstractText());
    reference.keywords().forEach(word -> line("KW", word));
    line("N1", reference.remark());
    line("UR", reference.uri());
    reference.documents().forEach(url -> line("L1", url));
    out.append("ER  - \r\n\r\n");
  }

  private void line(String tag, String value) {
    if (!value.isEmpty()) {
      out.append(tag).append("  - ").append(value).append("\r\n");
    }
  }

  /** {@code YYYY/MM/DD/other information}, what is unknown left empty. */
  private void date(PartialDate date) {
    line("PY", String.valueOf(date.year()));
    line(
        "DA",
        "%d/%s/%s/%s"
            .formatted(
                date.year(),
                two(date.month()),
                two(date.day()),
                date.approximate() ? "environ" : ""));
  }

  private static String two(int part) {
    return part == 0 ? "" : "%02d".formatted(part);
  }

  private void series(Reference reference) {
    if (reference.isIssue()) {
      line("JO", reference.series().title());
      line("IS", reference.series().number());
    } else {
      line("T3", reference.series().title());
      line("SN", reference.series().number());
    }
  }

  private static String type(Reference reference) {
    StudyKind kind = reference.kind();
    return switch (kind) {
      case DATASET -> "DATA";
      case DASHBOARD -> "ELEC";
      case SLIDE_DECK -> "SLIDE";
      case JOURNAL_ISSUE -> reference.isIssue() ? "JOUR" : "RPRT";
      case REPORT, SURVEY, NOTE, GUIDE, PLAN, PORTRAIT -> "RPRT";
    };
  }
}
