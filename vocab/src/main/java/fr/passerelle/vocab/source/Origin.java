package fr.passerelle.vocab.source;

import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file given to be imported, and what the person who gives it says of it.
 *
 * @param path the file
 * @param release name of the release, where the file does not tell it
 * @param issued date given by the producer, where the file does not tell it
 * @param author who publishes it, where the file does not tell it
 */
public record Origin(
    Path path, Optional<String> release, Optional<LocalDate> issued, Optional<String> author) {
  private static final Pattern DAY = Pattern.compile("(20\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)");

  /** A file that tells its author, or is known to be of one. */
  public Origin(Path path, Optional<String> release, Optional<LocalDate> issued) {
    this(path, release, issued, Optional.empty());
  }

  /** A file of which nothing more is said. */
  public static Origin of(Path path) {
    return new Origin(path, Optional.empty(), Optional.empty());
  }

  /** Name without its folder. */
  public String file() {
    return SourceFile.name(path);
  }

  /**
   * The date: the one given, else the one found in the file, else the one in its name.
   *
   * @param found date read inside the file
   * @throws RefusedException if nothing tells it: the citation needs a date
   */
  public LocalDate issued(Optional<LocalDate> found) {
    return issued
        .or(() -> found)
        .or(this::named)
        .orElseThrow(() ->
            RefusedException.of(
                file(),
                "date",
                "ce fichier ne porte pas de date de publication ; la donner :"
                    + " --date AAAA-MM-JJ"));
  }

  private Optional<LocalDate> named() {
    Matcher matcher = DAY.matcher(file());
    try {
      return matcher.find()
          ? Optional.of(
              LocalDate.of(
                  Integer.parseInt(matcher.group(1)),
                  Integer.parseInt(matcher.group(2)),
                  Integer.parseInt(matcher.group(3))))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Where a release was read, its file hashed. */
  public Release.Source source(LocalDate date) throws IOException {
    return new Release.Source(file(), SourceFile.sha256(path), date, /* sample= */ false);
  }
}
