package fr.passerelle.vocab.rome;

import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.SourceFile;
import fr.passerelle.vocab.source.SourceZip;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reader of {@code RefRomeCsv.zip}, the ROME 4.0 open-data file of France Travail.
 *
 * <p>Follow one code: {@link RomeConcepts} makes the sheet M1805 from {@code
 * referentiel_code_rome}, {@link RomeLinks} ties it to its skills from {@code
 * liens_rome_referentiels}, {@link RomeLists} to its themes and sectors; {@link Release#of} checks
 * the whole.
 */
public final class RomeFile {
  private static final Pattern VERSION = Pattern.compile("Num[eé]ro de version\\s*:\\s*(\\d+)");
  private static final Pattern DATE =
      Pattern.compile("Date de publication\\s*:\\s*(\\d{2}/\\d{2}/\\d{4})");

  /** Strict: a lenient reader makes 28 February of the 31st. */
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu").withResolverStyle(ResolverStyle.STRICT);

  private RomeFile() {}

  /**
   * Reads the zip as published.
   *
   * @param findings receives counts, repairs and remarks
   * @throws RefusedException with every fault found, as {@code file:line:column}, rule and reason
   */
  public static Release read(Path path, Findings findings) throws IOException {
    try (SourceZip zip = SourceZip.open(path)) {
      RomeZip files = new RomeZip(zip, findings);
      RomeDraft draft = new RomeDraft(findings);
      String version = files.version();
      new RomeConcepts(draft).read(files);
      new RomeLinks(draft).read(files);
      new RomeLists(draft).read(files);
      files.remarkUnread();
      String release = release(version, findings);
      LocalDate issued = issued(version, findings);
      findings.refuseIfFaulty();
      Release.Source source =
          new Release.Source(
              SourceFile.name(path), SourceFile.sha256(path), issued, /* sample= */ false);
      List<Scheme> schemes = draft.schemes();
      return Release.of(
          Edition.ROME_4, release, source, schemes, List.of(RomeParents.of(release, schemes)));
    }
  }

  /**
   * The release is named as its producer does; {@code v460} in file names is edition 4, release 60.
   */
  private static String release(String version, Findings findings) {
    Matcher matcher = VERSION.matcher(version);
    if (!matcher.find()) {
      findings.refused(
          "version.txt:1:1",
          "version",
          "ligne « Numero de version : N » absente ; sans elle la version ne peut être nommée");
      return "";
    }
    return matcher.group(1);
  }

  private static LocalDate issued(String version, Findings findings) {
    Matcher matcher = DATE.matcher(version);
    try {
      if (matcher.find()) {
        return LocalDate.parse(matcher.group(1), DAY);
      }
    } catch (DateTimeException e) {
      // Falls through: an impossible date is no date.
    }
    findings.refused(
        "version.txt:1:1",
        "version",
        "ligne « Date de publication : JJ/MM/AAAA » absente ou impossible ; la citation l'exige");
    return LocalDate.EPOCH;
  }
}
