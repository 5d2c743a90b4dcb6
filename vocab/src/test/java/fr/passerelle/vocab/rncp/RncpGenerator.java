package fr.passerelle.vocab.rncp;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Grows an XML of France compétences from the extract: as many records as asked, each with its own
 * number, title, blocks and predecessor, long texts cut so that the whole has the size asked.
 *
 * <p>It uses the JDK alone, so that {@code bench/rncp} runs it from its source: {@code java
 * RncpGenerator.java EXTRACT OUT RECORDS MEGABYTES}.
 */
public final class RncpGenerator {
  private static final int FIRST_NUMBER = 100_000;
  private static final Pattern RECORD = Pattern.compile("(?s)<FICHE>.*?</FICHE>");
  private static final Pattern NUMBER = Pattern.compile("<NUMERO_FICHE>(RNCP\\d+)</NUMERO_FICHE>");
  private static final Pattern PARTNERS = Pattern.compile("(?s)<PARTENAIRES>.*?</PARTENAIRES>\\s*");
  private static final Pattern LINKS =
      Pattern.compile("(?s)<(ANCIENNES|NOUVELLES)_CERTIFICATIONS>.*?</\\1_CERTIFICATIONS>\\s*");
  private static final Pattern TEXT = Pattern.compile(">([^<]{200,})<");

  private RncpGenerator() {}

  /** Arguments: the extract, the file to write, how many records, how many millions of bytes. */
  public static void main(String[] args) throws IOException {
    grow(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[3]));
  }

  /** Writes the XML. */
  static void grow(Path extract, Path out, int records, long megabytes) throws IOException {
    List<String> whole =
        RECORD
            .matcher(Files.readString(extract))
            .results()
            .map(MatchResult::group)
            .map(RncpGenerator::template)
            .toList();
    List<String> templates = cut(whole, megabytes * 1_000_000 / records);
    try (BufferedWriter writer = Files.newBufferedWriter(out)) {
      writer.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"no\"?>\n<FICHES>\n");
      writer.write("  <VERSION_FLUX>4.1</VERSION_FLUX>\n");
      for (int i = 0; i < records; i++) {
        write(writer, templates.get(i % templates.size()), i);
      }
      writer.write("</FICHES>\n");
    }
  }

  /** A record with its number and title to be filled in, without partners and links. */
  private static String template(String text) {
    String number = NUMBER.matcher(text).results().findFirst().orElseThrow().group(1);
    String bare = LINKS.matcher(PARTNERS.matcher(text).replaceAll("")).replaceAll("");
    return bare.replace(number, "@NUMBER@").replace("</INTITULE>", " @RANK@</INTITULE>");
  }

  private static void write(Writer writer, String template, int rank) throws IOException {
    String older =
        rank == 0
            ? ""
            : """
                <ANCIENNES_CERTIFICATIONS>
                  <ANCIENNE_CERTIFICATION>
                    <ID_FICHE_ANCIENNE_CERTIFICATION>RNCP%d</ID_FICHE_ANCIENNE_CERTIFICATION>
                  </ANCIENNE_CERTIFICATION>
                </ANCIENNES_CERTIFICATIONS>
            """
                .formatted(FIRST_NUMBER + rank - 1);
    writer.write("  ");
    writer.write(
        template
            .replace("</NUMERO_FICHE>", "</NUMERO_FICHE>\n" + older)
            .replace("@NUMBER@", "RNCP" + (FIRST_NUMBER + rank))
            .replace("@RANK@", String.valueOf(rank)));
    writer.write("\n");
  }

  /** The longest texts that keep the mean size of a record. */
  private static List<String> cut(List<String> templates, long bytes) {
    int longest = 1 << 20;
    List<String> cut = templates;
    while (longest > 200 && mean(cut) > bytes) {
      longest = longest * 9 / 10;
      int length = longest;
      cut = templates.stream().map(each -> cut(each, length)).toList();
    }
    return cut;
  }

  /** Cut at a blank, never in an entity. */
  private static String cut(String template, int longest) {
    return TEXT.matcher(template)
        .replaceAll(found -> {
          String text = found.group(1);
          int blank = text.length() > longest ? text.lastIndexOf(' ', longest) : -1;
          String kept = blank > 0 ? text.substring(0, blank) : text;
          return java.util.regex.Matcher.quoteReplacement(">" + kept + "<");
        });
  }

  private static long mean(List<String> templates) {
    long all = 0;
    for (String template : templates) {
      all += template.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
    return all / templates.size();
  }
}
