package fr.passerelle.api.linkeddata.sparql;

import fr.passerelle.api.Instance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A ready question.
 *
 * @param id word of its file
 * @param fr what it asks, in French
 * @param en the same in English
 * @param query in the names of this installation
 */
public record Example(String id, String fr, String en, String query) {
  private static final String FRENCH = "# fr: ";
  private static final String ENGLISH = "# en: ";

  /** All of them, in the order in which they are shown. */
  static List<Example> list(Instance instance) {
    return text("liste.txt").lines().map(id -> of(id, instance)).toList();
  }

  private static Example of(String id, Instance instance) {
    List<String> lines = text(id + ".rq").lines().toList();
    String query =
        String.join("\n", lines.subList(2, lines.size()))
            .replace("@national@", instance.uris().nationalBase())
            .replace("@address@", instance.address());
    return new Example(
        id,
        lines.get(0).substring(FRENCH.length()),
        lines.get(1).substring(ENGLISH.length()),
        query);
  }

  private static String text(String file) {
    try (InputStream in = Objects.requireNonNull(Example.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it asks, in that language. */
  public String title(String lang) {
    return lang.equals("en") ? en : fr;
  }
}
