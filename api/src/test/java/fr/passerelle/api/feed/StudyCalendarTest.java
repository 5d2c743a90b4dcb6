package fr.passerelle.api.feed;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.api.StudiesService;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StudyCalendarTest {

  private static Calendar read(String text) {
    try {
      return new CalendarBuilder().build(new StringReader(text));
    } catch (IOException | ParserException e) {
      throw new AssertionError(text, e);
    }
  }

  private static Calendar calendar(String query) {
    HttpResponse<String> answer = StudiesService.get("/calendar.ics" + query);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValue("text/calendar; charset=utf-8");
    assertThat(answer.body().split("\r\n", -1))
        .allSatisfy(line ->
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    return read(answer.body());
  }

  private static String value(Component event, String name) {
    return event.getProperty(name).map(Property::getValue).orElse("");
  }

  private static CalendarComponent event(Calendar calendar, String id) {
    return calendar.getComponents().stream()
        .filter(each -> value(each, "UID").equals(id + "@localhost"))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "2097, 20970101, 20980101, (courant 2097)",
    "2097-02, 20970201, 20970301, (courant 02/2097)",
    "2097-02-28, 20970228, 20970301, ''",
    "2097-12~, 20971201, 20980101, (vers courant 12/2097)"
  })
  void a_date_lasts_as_long_as_it_is_open(String date, String start, String end, String said) {
    String title = "Annonce du " + date;
    String id =
        StudiesService.deposit(
            "\"title\": \"%s\", \"status\": \"planned\", \"expected\": \"%s\""
                .formatted(title, date));
    CalendarComponent event = event(calendar("?year=2097"), id);

    assertThat(value(event, "DTSTART")).isEqualTo(start);
    assertThat(value(event, "DTEND")).isEqualTo(end);
    assertThat(value(event, "SUMMARY")).isEqualTo((title + " " + said).strip());
    assertThat(value(event, "STATUS")).isEqualTo("TENTATIVE");
    assertThat(value(event, "URL")).isEqualTo(StudiesService.address() + "/doc/study/" + id);
    StudiesService.delete(id);
    assertThat(StudiesService.get("/calendar.ics?year=2097").body()).doesNotContain(id);
  }

  @Test
  void late_ones_of_the_sample_say_so() {
    List<CalendarComponent> events = calendar("?late=true&territory=R52").getComponents();

    assertThat(events)
        .hasSize(6)
        .allSatisfy(event -> {
          assertThat(value(event, "SUMMARY")).startsWith("En retard : ");
          assertThat(value(event, "CATEGORIES")).contains("En retard");
        });
  }

  @Test
  void a_change_counts_up_and_keeps_the_name() {
    String members =
        "\"identifier\": \"cal-1\", \"title\": \"Calendrier %s; avec, des\\\\signes\","
            + " \"status\": \"planned\", \"expected\": \"2096-0%d\"";
    String id = StudiesService.deposit(members.formatted("un", 3));
    CalendarComponent before = event(calendar("?year=2096"), id);
    assertThat(StudiesService.deposit(members.formatted("deux", 4))).isEqualTo(id);
    CalendarComponent after = event(calendar("?year=2096"), id);

    assertThat(Integer.parseInt(value(after, "SEQUENCE")))
        .isGreaterThan(Integer.parseInt(value(before, "SEQUENCE")));
    assertThat(value(after, "DTSTART")).isEqualTo("20960401");
    assertThat(value(after, "SUMMARY")).startsWith("Calendrier deux; avec, des\\signes");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x\r\nEND:VEVENT\r\nBEGIN:VEVENT",
        "x\u2028END:VCALENDAR",
        "\u0000\u0007",
        ";,:\\n\"",
        "é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈é📈"
      })
  void no_text_leaves_its_line(String attack) {
    CalendarText text = new CalendarText();
    text.line("BEGIN", "VCALENDAR");
    text.line("VERSION", "2.0");
    text.line("PRODID", "-//x//y//FR");
    text.line("BEGIN", "VEVENT");
    text.line("UID", "a@b\r\nX-A: b");
    text.line("DTSTAMP", "20260101T000000Z");
    text.text("SUMMARY", attack);
    text.texts("CATEGORIES", List.of(attack, "b"));
    text.line("END", "VEVENT");
    text.line("END", "VCALENDAR");

    assertThat(text.toString().split("\r\n", -1))
        .allSatisfy(line ->
            assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    Calendar calendar = read(text.toString());
    assertThat(calendar.getComponents()).hasSize(1);
    Component event = calendar.getComponents().getFirst();
    assertThat(event.getProperties()).hasSize(4);
    assertThat(value(event, "SUMMARY").replace("\r\n", "\n").strip())
        .isEqualTo(attack.replaceAll("[\\p{Cntrl}\u2028&&[^\n]]+", " ").strip());
  }
}
