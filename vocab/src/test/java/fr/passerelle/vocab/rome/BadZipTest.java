package fr.passerelle.vocab.rome;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Zips that are broken or meant to harm. */
@Timeout(30)
class BadZipTest {
  private static final String THEMES = RomeFixture.entryName("themes");
  private static final String TEXTS = RomeFixture.entryName("texte");

  @TempDir Path folder;

  /** Makes a bad file of a sound one. */
  interface Damage {
    void to(Path zip) throws IOException;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"containers", "entries"})
  void a_bad_zip_is_refused_where_it_is(
      String what, String place, String rule, String reason, Damage damage) throws IOException {
    Path zip = RomeFixture.whole().write(folder.resolve("rome.zip"));
    damage.to(zip);
    assertThatThrownBy(() -> RomeFile.read(zip, new Findings()))
        .as(what)
        .isInstanceOfSatisfying(
            RefusedException.class,
            e -> {
              Fault fault = e.faults().getFirst();
              assertThat(fault.place()).isEqualTo(place);
              assertThat(fault.rule()).isEqualTo(rule);
              assertThat(fault.message()).contains(reason);
            });
  }

  static Stream<Arguments> containers() {
    return Stream.of(
        bad("no file", "rome.zip", "file", "introuvable", Files::delete),
        bad(
            "a folder",
            "rome.zip",
            "file",
            "dossier",
            zip -> {
              Files.delete(zip);
              Files.createDirectory(zip);
            }),
        bad("an empty file", "rome.zip", "zip", "pas un zip", zip -> Files.write(zip, new byte[0])),
        bad(
            "a page of HTML",
            "rome.zip",
            "zip",
            "pas un zip",
            zip -> Files.writeString(zip, "<html>404</html>".repeat(100))),
        bad("half a zip", "rome.zip", "zip", "tronqué", zip -> RawZip.truncate(zip, 0.5)),
        bad(
            "a zip without its last bytes",
            "rome.zip",
            "zip",
            "tronqué",
            zip -> RawZip.truncate(zip, 0.99)),
        bad(
            "thousands of entries",
            "rome.zip",
            "zip-bomb",
            "5000 entrées",
            zip -> {
              RomeFixture fixture = RomeFixture.whole();
              for (int i = 0; i < 5_000 - 29; i++) {
                fixture.entry("e" + i, new byte[0]);
              }
              fixture.write(zip);
            }));
  }

  static Stream<Arguments> entries() {
    String twin = THEMES.replace("themes", "thEmes");
    return Stream.of(
        bad(
            "a path upwards",
            "rome.zip!../../x",
            "entry-name",
            "hors du zip",
            zip -> RomeFixture.whole().entry("../../x", new byte[1]).write(zip)),
        bad(
            "a path upwards inside",
            "rome.zip!a/../../x",
            "entry-name",
            "hors du zip",
            zip -> RomeFixture.whole().entry("a/../../x", new byte[1]).write(zip)),
        bad(
            "a path from the root",
            "rome.zip!/etc/x",
            "entry-name",
            "hors du zip",
            zip -> RomeFixture.whole().entry("/etc/x", new byte[1]).write(zip)),
        bad(
            "a Windows path",
            "rome.zip!..\\x",
            "entry-name",
            "hors du zip",
            zip -> RomeFixture.whole().entry("..\\x", new byte[1]).write(zip)),
        bad(
            "one name in two folders",
            "rome.zip!a/" + THEMES,
            "entry-name",
            "deux entrées",
            zip -> RomeFixture.whole().entry("a/" + THEMES, new byte[1]).write(zip)),
        bad(
            "one name twice",
            "rome.zip!" + THEMES,
            "entry-name",
            "deux entrées",
            zip -> {
              RomeFixture.whole().entry(twin, new byte[1]).write(zip);
              RawZip.rename(zip, twin, THEMES);
            }),
        bad(
            "a false checksum",
            TEXTS,
            "checksum",
            "somme de contrôle",
            zip -> RawZip.lieAboutChecksum(zip, TEXTS)),
        bad(
            "more than it says",
            TEXTS,
            "size",
            "au lieu des 10",
            zip -> RawZip.lieAboutSize(zip, TEXTS, 10)),
        bad(
            "less than it says",
            TEXTS,
            "size",
            "au lieu des 100000",
            zip -> RawZip.lieAboutSize(zip, TEXTS, 100_000)),
        bad(
            "a bomb",
            THEMES,
            "zip-bomb",
            "sans mesure",
            zip -> RawZip.ofZeros(zip, THEMES, 3_000)));
  }

  private static Arguments bad(
      String what, String place, String rule, String reason, Damage damage) {
    return arguments(what, place, rule, reason, damage);
  }

  /** Deflate may notice a false bit, or give other bytes whose checksum is false. */
  @Test
  void damaged_data_are_refused() throws IOException {
    Path zip = RomeFixture.whole().write(folder.resolve("rome.zip"));
    RawZip.damage(zip, TEXTS);
    assertThatThrownBy(() -> RomeFile.read(zip, new Findings()))
        .isInstanceOfSatisfying(
            RefusedException.class,
            e ->
                assertThat(e.faults().getFirst().toString())
                    .contains(TEXTS)
                    .containsPattern("\\[(zip|size|checksum)]"));
  }

  @Test
  void a_folder_inside_the_zip_is_no_fault() throws IOException {
    Path plain = RomeFixture.whole().write(folder.resolve("plain.zip"));
    Path nested = folder.resolve("nested.zip");
    try (var from = new ZipFile(plain.toFile());
        ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(nested), UTF_8)) {
      to.putNextEntry(new ZipEntry("RefRomeCsv/"));
      for (ZipEntry entry : from.stream().map(ZipEntry.class::cast).toList()) {
        to.putNextEntry(new ZipEntry("RefRomeCsv/" + entry.getName()));
        from.getInputStream(entry).transferTo(to);
      }
    }
    Release release = RomeFile.read(nested, new Findings());
    assertThat(release.size()).isEqualTo(RomeFile.read(plain, new Findings()).size());
  }
}
