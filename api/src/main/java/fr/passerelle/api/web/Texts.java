package fr.passerelle.api.web;

import fr.passerelle.catalog.study.PartialDate;
import fr.passerelle.catalog.study.Period;
import fr.passerelle.catalog.study.Series;
import fr.passerelle.vocab.ConceptType;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of the pages in one language; data keep the language of their producer. */
final class Texts {
  private static final Texts FRENCH = new Texts("fr");
  private static final Texts ENGLISH = new Texts("en");

  private final String lang;
  private final Locale locale;
  private final Properties words = new Properties();

  private Texts(String lang) {
    this.lang = lang;
    this.locale = lang.equals("en") ? Locale.UK : Locale.FRANCE;
    try (InputStream in =
        Objects.requireNonNull(Texts.class.getResourceAsStream("texts_" + lang + ".properties"))) {
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (lang.equals("fr")) {
      words.replaceAll((key, text) -> tied(String.valueOf(text)));
    }
  }

  /** French signs in two parts never begin or end a line alone. */
  private static String tied(String text) {
    return text.replaceAll(" ([;:!?»])", "\u00a0$1").replace("« ", "«\u00a0");
  }

  static Texts of(String lang) {
    return lang.equals("en") ? ENGLISH : FRENCH;
  }

  /** BCP 47 tag of the page. */
  String lang() {
    return lang;
  }

  /** The tag of words in that language, or null where the page is in it already. */
  @Nullable String other(String language) {
    return language.equals(lang) ? null : language;
  }

  /** The words of that key, {@code {0}}, {@code {1}}... replaced; the key itself if unknown. */
  String get(String key, Object... values) {
    String text = words.getProperty(key, key);
    for (int i = 0; i < values.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(values[i]));
    }
    return text;
  }

  boolean has(String key) {
    return words.containsKey(key);
  }

  Set<String> keys() {
    return words.stringPropertyNames();
  }

  /** A number and its noun: {@code key.one} or {@code key.other}; French counts 0 as one. */
  String count(String key, int number) {
    boolean one = number == 1 || (number == 0 && lang.equals("fr"));
    return get(key + (one ? ".one" : ".other"), number(number));
  }

  String number(int number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** A number of bytes, in thousands, rounded up, or in millions. */
  String size(long bytes) {
    NumberFormat tenths = NumberFormat.getNumberInstance(locale);
    tenths.setMaximumFractionDigits(1);
    return bytes < 1_000_000
        ? get("size.kilo", number((int) ((bytes + 999) / 1_000)))
        : get("size.mega", tenths.format(bytes / 1e6));
  }

  String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(date);
  }

  /** A date with the precision it has. */
  String date(PartialDate date) {
    String text =
        switch (date.precision()) {
          case YEAR -> String.valueOf(date.year());
          case MONTH -> month(YearMonth.from(date.first()));
          case DAY -> date(date.first());
        };
    return date.approximate() ? get("date.about", text) : text;
  }

  /** A month and its year. */
  String month(YearMonth month) {
    return DateTimeFormatter.ofPattern("MMMM uuuu", locale).format(month);
  }

  /** A period; empty where nothing is known of it. */
  Optional<String> period(Period period) {
    if (period.isEmpty()) {
      return Optional.empty();
    }
    String start = period.start().map(this::date).orElse("");
    String end = period.end().map(this::date).orElse("");
    if (start.equals(end)) {
      return Optional.of(start);
    }
    String form = end.isEmpty() ? "date.since" : start.isEmpty() ? "date.until" : "date.span";
    return Optional.of(get(form, start, end));
  }

  /** A series and the number in it: a number is said to be one, a name is not. */
  String issue(Series series) {
    String number = series.number();
    boolean counted = !number.isEmpty() && Character.isDigit(number.charAt(0));
    return (series.title() + " " + (counted ? get("study.number", number) : number)).strip();
  }

  /** Name of a language by its tag. */
  String language(String tag) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(locale);
  }

  /** Name of a type of concept, in the singular. */
  String type(ConceptType type) {
    return lang.equals("fr") ? capital(type.label()) : get("type." + type.id());
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1);
  }
}
