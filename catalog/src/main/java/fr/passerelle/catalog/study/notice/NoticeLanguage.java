package fr.passerelle.catalog.study.notice;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Languages as records write them: {@code fre}, {@code Français}, {@code en-GB}. */
public final class NoticeLanguage {
  private static final Map<String, String> TAGS = new HashMap<>();

  static {
    for (String tag : Locale.getISOLanguages()) {
      Locale language = Locale.of(tag);
      TAGS.put(language.getISO3Language(), tag);
      TAGS.putIfAbsent(language.getDisplayLanguage(Locale.FRENCH).toLowerCase(Locale.ROOT), tag);
      TAGS.putIfAbsent(language.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), tag);
    }
    // The bibliographic codes of ISO 639-2, which UNIMARC uses.
    TAGS.putAll(
        Map.of(
            "fre", "fr", "ger", "de", "dut", "nl", "gre", "el", "chi", "zh", "cze", "cs", "rum",
            "ro", "slo", "sk", "per", "fa", "wel", "cy"));
  }

  private NoticeLanguage() {}

  /** The BCP 47 tag; a text that is none is left for the form to refuse. */
  public static String of(String text) {
    String word = text.strip();
    String lower = word.toLowerCase(Locale.ROOT);
    // Of EU authority IRIs, the code at the end.
    String last = lower.substring(lower.lastIndexOf('/') + 1);
    return TAGS.getOrDefault(last, lower.indexOf('/') < 0 ? word : last);
  }
}
