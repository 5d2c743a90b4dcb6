package fr.passerelle.catalog.study.unimarc;

import fr.passerelle.catalog.study.notice.Notice;
import fr.passerelle.catalog.study.notice.NoticeDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a UNIMARC notice says of a study (UNIMARC Bibliographic, IFLA; what PMB makes of it). */
final class UnimarcNotice {
  /** Bibliographic levels of PMB that are a kind of study; others are reports. */
  private static final Map<String, String> LEVELS =
      Map.of("a", "journal-issue", "s", "journal-issue", "b", "journal-issue");

  private final MarcFields fields;
  private final String place;

  /**
   * @param place {@code file:notice 12}
   */
  UnimarcNotice(MarcFields fields, String place) {
    this.fields = fields;
    this.place = place;
  }

  /**
   * The notice.
   *
   * @param level bibliographic level: m, s, a, b
   */
  Notice notice(String level) {
    Notice notice = new Notice(place);
    notice.text("identifier", fields.control("001"), at("001"));
    notice.text("kind", LEVELS.getOrDefault(level, "report"), place);
    title(notice);
    people(notice);
    published(notice);
    fields
        .all("101")
        .forEach(each -> each.subs('a').forEach(it -> notice.language(it, at("101$a"))));
    fields.all("215").forEach(each -> notice.pages(each.sub('a'), at("215$a")));
    series(notice);
    fields
        .all("330")
        .forEach(
            each -> each.subs('a').forEach(it -> notice.paragraph("abstract", it, at("330$a"))));
    fields.all("300", "327").forEach(each -> each.subs('a').forEach(notice::remark));
    fields.all("606", "607", "610").forEach(each -> each.subs('a').forEach(notice::keyword));
    // 856 by UNIMARC, 897 for what PMB keeps beside the notice.
    fields
        .all("856", "897")
        .forEach(each -> each.subs('u').forEach(it -> notice.url(it, at(each.tag() + "$u"))));
    fields
        .all("897")
        .forEach(each ->
            each.subs('a').stream()
                .filter(it -> it.startsWith("http"))
                .forEach(it -> notice.url(it, at("897$a"))));
    return notice;
  }

  private String at(String field) {
    return place + ":" + field;
  }

  /** PMB and some others set what is not filed under in brackets: {@code [Les ]métiers}. */
  private static String plain(String text) {
    return text.replaceAll("[\\x88\\x89\\x98\\x9c]", "")
        .replaceFirst("^\\[([^\\]]{1,8}[ '’])\\]", "$1");
  }

  private void title(Notice notice) {
    fields
        .all("200")
        .findFirst()
        .ifPresent(title -> {
          String main = plain(title.sub('a'));
          notice.text("title", main, at("200$a"));
          title.subs('e').forEach(notice::subtitle);
        });
  }

  private void people(Notice notice) {
    fields
        .all("700", "701", "702")
        .map(each ->
            Stream.of(each.sub('a'), each.sub('b'))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", ")))
        .forEach(name -> notice.element("authors", name, at("70X$a")));
    // Those who answer for it as a body are its producers before those who print it.
    fields
        .all("710", "711", "712")
        .forEach(each -> notice.publisher(each.sub('a'), at(each.tag() + "$a")));
  }

  private void published(Notice notice) {
    fields
        .all("210", "214")
        .forEach(each -> each.subs('c').forEach(it -> notice.publisher(it, at(each.tag() + "$c"))));
    List<String> dates =
        Stream.concat(
                fields.all("210", "214").flatMap(each -> each.subs('d').stream()),
                fields.all("219").flatMap(each -> each.subs('d').stream()))
            .toList();
    dates.stream()
        .filter(NoticeDate::isDate)
        .findFirst()
        .or(() -> dates.stream().findFirst())
        .ifPresent(date -> notice.date("issued", date, at("210$d")));
  }

  private void series(Notice notice) {
    fields
        .all("225", "461", "463")
        .findFirst()
        .ifPresent(each -> {
          String title = each.sub('a').isEmpty() ? each.sub('t') : each.sub('a');
          notice.series(plain(title), each.sub('v'), at(each.tag()));
        });
  }
}
