package fr.passerelle.vocab.rome;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A small but whole {@code RefRomeCsv.zip}: the 28 files of release 60 and {@code version.txt},
 * four sheets, made-up words. It can be altered before it is written.
 */
public final class RomeFixture {
  /** The files of the published zip, by stem. */
  public static final List<String> STEMS =
      """
      arborescence_centre_interet arborescence_secteur_activite arborescence_secteur_naf
      arborescence_thematique centre_interet coherence_item composition_bloc cr_gd_dp
      cr_gd_dp_appellations descriptif_rubrique domaine_professionnel grand_domaine item
      liens_rome_referentiels referentiel_appellation referentiel_code_rome
      referentiel_code_rome_riasec referentiel_competence referentiel_contexte_travail
      referentiel_macro_competence_riasec referentiel_savoir rubrique_mobilite secteur_activite
      secteur_naf sous_secteur_activite texte themes type_referentiel
      """
          .lines()
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .toList();

  private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");
  private static final String VERSION = "version.txt";

  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  private RomeFixture() {}

  /** All files, as published: UTF-8, but for one that is Latin-9 in spite of its name. */
  public static RomeFixture whole() {
    RomeFixture fixture = new RomeFixture();
    STEMS.forEach(stem -> fixture.text(stem, resource(stem + ".csv")));
    return fixture.versionText(resource(VERSION));
  }

  private static String resource(String name) {
    try (InputStream in = RomeFixture.class.getResourceAsStream("fixture/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Charset charset(String stem) {
    return stem.equals("arborescence_secteur_naf") ? LATIN_9 : UTF_8;
  }

  /** Name of a file in the zip. */
  public static String entryName(String stem) {
    return "unix_" + stem + "_v460_utf8.csv";
  }

  /** Sets an entry by its whole name. */
  public RomeFixture entry(String name, byte[] bytes) {
    entries.put(name, bytes);
    return this;
  }

  /** Removes a file. */
  public RomeFixture without(String stem) {
    entries.remove(entryName(stem));
    return this;
  }

  /** Replaces the bytes of a file. */
  public RomeFixture bytes(String stem, byte[] bytes) {
    return entry(entryName(stem), bytes);
  }

  /** Replaces the text of a file. */
  public RomeFixture text(String stem, String text) {
    return bytes(stem, text.getBytes(charset(stem)));
  }

  /** Text of a file. */
  public String text(String stem) {
    return new String(Objects.requireNonNull(entries.get(entryName(stem)), stem), charset(stem));
  }

  /** Replaces words that the file holds. */
  public RomeFixture replace(String stem, String old, String now) {
    String text = text(stem);
    if (!text.contains(old)) {
      throw new IllegalArgumentException(stem + " does not hold " + old);
    }
    return text(stem, text.replace(old, now));
  }

  /** Adds a row to a file, each cell being quoted. */
  public RomeFixture row(String stem, String... cells) {
    return text(stem, text(stem) + "\"" + String.join("\",\"", cells) + "\"\n");
  }

  /** Removes the lines that hold those words from a file. */
  public RomeFixture withoutLines(String stem, String words) {
    List<String> kept = new ArrayList<>(text(stem).lines().toList());
    kept.removeIf(line -> line.contains(words));
    return text(stem, String.join("\n", kept) + "\n");
  }

  /** Removes a sheet and all that names it. */
  public RomeFixture withoutSheet(String code) {
    STEMS.forEach(stem -> withoutLines(stem, "\"" + code + "\""));
    return this;
  }

  /** Names another release. */
  public RomeFixture version(int number) {
    return versionText(versionText().replace("version : 60", "version : " + number));
  }

  /** Text of {@code version.txt}. */
  public String versionText() {
    return new String(Objects.requireNonNull(entries.get(VERSION)), UTF_8);
  }

  /** Replaces {@code version.txt}. */
  public RomeFixture versionText(String text) {
    return entry(VERSION, text.getBytes(UTF_8));
  }

  /** Writes the zip. */
  public Path write(Path zip) {
    try (OutputStream out = Files.newOutputStream(zip);
        ZipOutputStream zipped = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zipped.putNextEntry(new ZipEntry(entry.getKey()));
        zipped.write(entry.getValue());
        zipped.closeEntry();
      }
      return zip;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the zip and reads it as an import does. */
  public Release read(Path zip, Findings findings) {
    try {
      return RomeFile.read(write(zip), findings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
