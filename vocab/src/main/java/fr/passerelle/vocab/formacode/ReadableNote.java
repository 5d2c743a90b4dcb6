package fr.passerelle.vocab.formacode;

import fr.passerelle.vocab.source.Findings;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The notes of Formacode as a person reads them, without what the producer's tool left in them. */
final class ReadableNote {
  private static final Pattern HTML =
      Pattern.compile("</?[a-z][^<>]*>|&(?:[a-z]+|#\\d+);", Pattern.CASE_INSENSITIVE);

  /** {@code [[TERM]] 12345}; one note of the source opens it with braces. */
  private static final Pattern REFERENCE =
      Pattern.compile("(?:\\[\\[|\\{\\{)\\s*([^\\[\\]{}]+?)\\s*(?:]]|}})(\\s*)(?=(\\d?))");

  /** A line broken to fit a page, in the middle of a sentence. */
  private static final Pattern BROKEN_LINE =
      Pattern.compile("(?<![.:;\\n\\s])[ \\t]*\\n[ \\t]*(?=\\S)");

  private ReadableNote() {}

  /** The text, paragraphs separated by a line feed; empty if nothing but tags was there. */
  static String of(String raw, String place, Findings findings) {
    String text = raw.replace("\r\n", "\n");
    if (BROKEN_LINE.matcher(text).find()) {
      findings.repaired("ligne d'une note coupée au milieu d'une phrase, recousue", place);
      text = BROKEN_LINE.matcher(text).replaceAll(" ");
    }
    if (HTML.matcher(text).find()) {
      findings.repaired("HTML d'une note ôté, son texte gardé", place);
      text = withoutHtml(text);
    }
    if (REFERENCE.matcher(text).find()) {
      findings.repaired("renvoi [[TERME]] 12345 d'une note, mis en clair", place);
      text = withoutBrackets(text);
    }
    return Arrays.stream(text.split("\n", -1))
        .map(line -> line.replaceAll("[ \\t\\u00a0]+", " ").strip())
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String withoutHtml(String text) {
    Element body = Jsoup.parseBodyFragment(text).body();
    for (Element end : body.select("br, p, li, div")) {
      end.after(new TextNode("\n"));
    }
    return body.wholeText();
  }

  /** The code stays beside its label, with a blank between them. */
  private static String withoutBrackets(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(found -> {
          boolean glued = found.group(2).isEmpty() && !found.group(3).isEmpty();
          return Matcher.quoteReplacement(found.group(1) + (glued ? " " : found.group(2)));
        });
  }
}
