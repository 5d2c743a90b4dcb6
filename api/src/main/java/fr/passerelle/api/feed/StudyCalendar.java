package fr.passerelle.api.feed;

import fr.passerelle.api.Instance;
import fr.passerelle.api.study.StudyLabels;
import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.catalog.study.StudyStatus;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Studies to come as a calendar (RFC 5545): each an event of whole days that lasts as long as its
 * date is open, a month or a year where no more is known. What is late says so, and stays at its
 * date. A study without date has no place in a calendar.
 *
 * @param instance this installation
 * @param labels what codes stand for, and the catalogue as the reader sees it
 * @param today the day, on which it depends what is late
 */
record StudyCalendar(Instance instance, StudyLabels labels, LocalDate today) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter INSTANT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  String write(List<Study> coming) {
    CalendarText text = new CalendarText();
    text.line("BEGIN", "VCALENDAR");
    text.line("VERSION", "2.0");
    text.line("PRODID", "-//Passerelle//Etudes a paraitre//FR");
    text.line("CALSCALE", "GREGORIAN");
    text.line("METHOD", "PUBLISH");
    // RFC 7986; the second is what calendars read before it.
    text.text("NAME", name());
    text.text("X-WR-CALNAME", name());
    text.text("DESCRIPTION", rights());
    text.text("X-WR-CALDESC", rights());
    text.line("REFRESH-INTERVAL;VALUE=DURATION", "PT12H");
    text.line("X-PUBLISHED-TTL", "PT12H");
    for (Study study : coming) {
      study.date().ifPresent(date -> event(text, study, date));
    }
    text.line("END", "VCALENDAR");
    return text.toString();
  }

  private String name() {
    return "Études à paraître, " + instance.profile().region().name();
  }

  private String rights() {
    return "%s, catalogue des études, %s"
        .formatted(instance.profile().publisher().name(), instance.profile().licence().label());
  }

  private void event(CalendarText text, Study study, PartialDate date) {
    String page = instance.address() + "/doc/study/" + study.id();
    boolean late = study.isLate(today);
    text.line("BEGIN", "VEVENT");
    text.line("UID", uid(study));
    text.line("DTSTAMP", INSTANT.format(study.modified()));
    text.line("CREATED", INSTANT.format(study.created()));
    text.line("LAST-MODIFIED", INSTANT.format(study.modified()));
    text.line("SEQUENCE", String.valueOf(versions(study)));
    text.line("DTSTART;VALUE=DATE", DAY.format(date.first()));
    text.line("DTEND;VALUE=DATE", DAY.format(date.last().plusDays(1)));
    text.text("SUMMARY", (late ? "En retard : " : "") + study.title() + precision(date));
    text.text("DESCRIPTION", description(study, date, late, page));
    text.texts("CATEGORIES", categories(study, late));
    text.line("STATUS", study.status() == StudyStatus.UNDER_WAY ? "CONFIRMED" : "TENTATIVE");
    text.line("TRANSP", "TRANSPARENT");
    text.line("URL", page);
    text.line("END", "VEVENT");
  }

  /** The same on every installation that names it under that base, whatever the study becomes. */
  private String uid(Study study) {
    String host = URI.create(new StudyNames(instance.uris()).study(study.id())).getHost();
    return study.id() + "@" + (host == null ? "passerelle" : host);
  }

  /** How many times it changed, which grows: what calendars compare. */
  private int versions(Study study) {
    return Math.max(0, labels.catalogue().history(study.id()).size() - 1);
  }

  private static String precision(PartialDate date) {
    String about = date.approximate() ? "vers " : "";
    return switch (date.precision()) {
      case YEAR -> " (%scourant %d)".formatted(about, date.year());
      case MONTH -> " (%scourant %02d/%d)".formatted(about, date.month(), date.year());
      case DAY -> date.approximate() ? " (date approchée)" : "";
    };
  }

  private String description(Study study, PartialDate date, boolean late, String page) {
    List<String> lines = new ArrayList<>();
    lines.add(
        study.content().producers().stream()
            .map(code -> labels.catalogue().producers().name(code, labels.lang()))
            .collect(Collectors.joining(", ")));
    if (late) {
      lines.add("Attendue pour " + date.exact() + ", pas encore parue.");
    }
    lines.add(page);
    return String.join("\n", lines);
  }

  private List<String> categories(Study study, boolean late) {
    List<String> words = new ArrayList<>(study.themes().stream().map(labels::of).toList());
    if (late) {
      words.add("En retard");
    }
    return words;
  }
}
