package fr.passerelle.catalog.study.notice;

import fr.passerelle.catalog.study.PartialDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Dates as records write them: {@code 2021/06/30/}, {@code 30/06/2021}, {@code DL 2010}. */
public final class NoticeDate {
  private static final Pattern YEAR_FIRST =
      Pattern.compile(
          "(\\d{4})(?:[-/.](\\d{1,2})?(?:[-/.](\\d{1,2})?(?:[-/.].*|[T ]\\d.*)?)?)?\\.?");
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})");
  private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
  private static final Pattern WORDS =
      Pattern.compile("(?:(\\d{1,2})(?:er)? )?(\\p{L}{3,9})\\.? (\\d{4})");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(1[89]|20|21)\\d{2}(?!\\d)");

  /** First letters by which a month is known in French and in English, in the order of months. */
  private static final List<List<String>> STARTS =
      List.of(
          List.of("jan"),
          List.of("fév", "fev", "feb"),
          List.of("mar"),
          List.of("avr", "apr"),
          List.of("mai", "may"),
          List.of("juin", "jun"),
          List.of("juil", "jul"),
          List.of("aoû", "aou", "aug"),
          List.of("sep"),
          List.of("oct"),
          List.of("nov"),
          List.of("déc", "dec"));

  private static final Map<String, Integer> MONTHS =
      IntStream.range(0, STARTS.size())
          .boxed()
          .flatMap(month -> STARTS.get(month).stream().map(start -> Map.entry(start, month + 1)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

  private NoticeDate() {}

  /**
   * The date as a form writes it; where it is none that is understood, the text itself, which the
   * form then refuses.
   */
  public static String of(String text) {
    String date = text.strip();
    Matcher matcher = YEAR_FIRST.matcher(date);
    if (matcher.matches()) {
      return written(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    matcher = COMPACT.matcher(date);
    if (matcher.matches()) {
      return written(matcher.group(1), matcher.group(2), matcher.group(3));
    }
    matcher = DAY_FIRST.matcher(date);
    if (matcher.matches()) {
      return written(matcher.group(3), matcher.group(2), matcher.group(1));
    }
    matcher = MONTH_FIRST.matcher(date);
    if (matcher.matches()) {
      return written(matcher.group(2), matcher.group(1), null);
    }
    return inWords(date);
  }

  private static String inWords(String date) {
    Matcher matcher = WORDS.matcher(date.toLowerCase(Locale.ROOT));
    if (matcher.matches() && month(matcher.group(2)) > 0) {
      return written(matcher.group(3), Integer.toString(month(matcher.group(2))), matcher.group(1));
    }
    matcher = YEAR.matcher(date);
    if (!matcher.find()) {
      return date;
    }
    boolean about = date.matches("(?i).*(\\bca\\b|circa|vers|env|\\?).*");
    return about ? matcher.group() + "~" : matcher.group();
  }

  /** 1 to 12 for the name of a month, whole or cut, or its number; 0 for another word. */
  public static int month(String word) {
    String lower = word.strip().toLowerCase(Locale.ROOT);
    if (lower.matches("\\d{1,2}")) {
      return Integer.parseInt(lower);
    }
    return MONTHS.entrySet().stream()
        .filter(each -> lower.startsWith(each.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(0);
  }

  private static String written(String year, @Nullable String month, @Nullable String day) {
    StringBuilder date = new StringBuilder(year);
    if (isTold(month)) {
      date.append('-').append(two(month));
      if (isTold(day)) {
        date.append('-').append(two(day));
      }
    }
    return date.toString();
  }

  /** Months and days that are not known are left out, or written as zeros. */
  private static boolean isTold(@Nullable String part) {
    return part != null && !part.isEmpty() && !part.matches("0+");
  }

  private static String two(@Nullable String part) {
    return part == null ? "" : part.length() == 1 ? "0" + part : part;
  }

  /** Whether a form would take it. */
  public static boolean isDate(String text) {
    return PartialDate.parse(of(text)).isPresent();
  }
}
