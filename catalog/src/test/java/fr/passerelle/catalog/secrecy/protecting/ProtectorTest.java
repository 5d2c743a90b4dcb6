package fr.passerelle.catalog.secrecy.protecting;

import static fr.passerelle.catalog.secrecy.protecting.Tables.COUNTS_HEADER;
import static fr.passerelle.catalog.secrecy.protecting.Tables.PAYROLL_HEADER;
import static fr.passerelle.catalog.secrecy.protecting.Tables.SAMPLE;
import static fr.passerelle.catalog.secrecy.protecting.Tables.bytes;
import static fr.passerelle.catalog.secrecy.protecting.Tables.counts;
import static fr.passerelle.catalog.secrecy.protecting.Tables.lines;
import static fr.passerelle.catalog.secrecy.protecting.Tables.payroll;
import static fr.passerelle.catalog.secrecy.protecting.Tables.protect;
import static fr.passerelle.catalog.secrecy.protecting.Tables.raw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.catalog.indicator.Period;
import fr.passerelle.catalog.secrecy.Partition;
import fr.passerelle.catalog.secrecy.ProtectedFile;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.territory.Communes;
import fr.passerelle.catalog.territory.Geography;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.catalog.territory.source.RealTerritories;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectorTest {
  private static final int VINTAGE = SAMPLE.vintage();

  @TempDir private Path folder = Path.of("");

  private static ProtectedTable told(String... lines) {
    return protect(raw(counts(VINTAGE, "D26"), SAMPLE, lines(COUNTS_HEADER, lines)), SAMPLE);
  }

  private static long value(ProtectedTable table, String commune, int cell) {
    return table.value(Period.year(2016), cell, table.groups().indexOf(List.of(commune)));
  }

  @Test
  void zerosAndLargeCountsStayAndSmallOnesBecomeZeroOrTheThreshold() {
    ProtectedTable table =
        told("26274;2016;F;3;1", "26001;2016;F;3;5", "26002;2016;M;4;1234", "26004;2016;M;3;0");
    int women3 = Tables.APPRENTICES.cell(List.of("3", "F"));
    assertThat(value(table, "26274", women3)).isIn(0L, 5L);
    assertThat(value(table, "26001", women3)).isEqualTo(5);
    assertThat(value(table, "26002", Tables.APPRENTICES.cell(List.of("4", "M")))).isEqualTo(1234);
    assertThat(value(table, "26004", Tables.APPRENTICES.cell(List.of("3", "M")))).isZero();
  }

  @Test
  void everyCommuneOfTheScopeIsToldOfAndNoOther() {
    ProtectedTable table = told("26274;2016;F;3;1");
    assertThat(table.groups().stream().flatMap(List::stream))
        .containsExactlyElementsOf(
            SAMPLE.codes(SAMPLE.communes(Territory.parse("D26").orElseThrow()).orElseThrow()));
  }

  @Test
  void theSameFiguresAreTheSameWhateverTheOrderAndTheFileOfTheirLines() {
    List<String> lines = new ArrayList<>();
    for (String commune : List.of("26001", "26002", "26274", "26362")) {
      for (String sex : List.of("F", "M")) {
        lines.add(commune + ";2016;" + sex + ";3;" + (commune.charAt(4) - '0'));
        lines.add(commune + ";2017;" + sex + ";3;" + (commune.charAt(4) - '0'));
      }
    }
    byte[] first = bytes(told(lines.toArray(String[]::new)));
    Collections.shuffle(lines, new Random(7));
    assertThat(bytes(told(lines.toArray(String[]::new)))).isEqualTo(first);
    ProtectedTable alone =
        told(lines.stream().filter(each -> each.contains(";2016;")).toArray(String[]::new));
    ProtectedTable both = told(lines.toArray(String[]::new));
    assertThat(alone.periods().get(Period.year(2016)))
        .isDeepEqualTo(both.periods().get(Period.year(2016)));
    assertThat(both.periods().get(Period.year(2017)))
        .isDeepEqualTo(both.periods().get(Period.year(2016)));
  }

  @Test
  void totalsOfTheDeliveryAreCheckedAndDropped() {
    String[] parts = {"26274;2016;F;3;1", "26274;2016;M;3;2", "26001;2016;F;4;30"};
    String[] withTotals = {
      parts[0],
      parts[1],
      parts[2],
      "26274;2016;T;3;3",
      "26274;2016;T;T;3",
      "D26;2016;T;T;33",
      "D26;2016;F;T;31"
    };
    assertThat(bytes(told(withTotals))).isEqualTo(bytes(told(parts)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "26274;2016;F;3;41 | 26274;2016;T;3;42 | total       | 3:5",
        "26274;2016;F;3;41 | D26;2016;T;T;40   | total       | 3:5",
        "26274;2016;F;3;41 | 26274;2016;F;3;41 | duplicate   | 3:1",
        "26274;2016;F;3;41 | 13055;2016;F;3;41 | scope       | 3:1",
        "26274;2016;F;3;41 | 99999;2016;F;3;41 | commune     | 3:1",
        "26274;2016;F;3;41 | D999;2016;F;3;41  | territory   | 3:1",
        "26274;2016;F;3;41 | 26001;2016;X;3;41 | category    | 3:3",
        "26274;2016;F;3;41 | 26001;16;F;3;41   | period      | 3:2",
        "26274;2016;F;3;41 | 26001;2016;F;3;s  | number      | 3:5",
        "26274;2016;F;3;41 | 26001;2016;F;3;*  | number      | 3:5",
        "26274;2016;F;3;41 | 26001;2016;F;3;-4 | number      | 3:5",
        "26274;2016;F;3;41 | 26001;2016;F;3;4,1| decimals    | 3:5",
        "26274;2016;F;3;41 | 26001;2016;F;3;4.0| number      | 3:5",
        "26274;2016;F;3;41 | 26001;2016;F;3    | row-length  | 3:4",
      })
  void whatIsWrongIsToldByItsPlaceAndNeverRepeated(
      String sound, String faulty, String rule, String place) {
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> told(sound, faulty));
    assertThat(refused.faults())
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.rule()).isEqualTo(rule);
          assertThat(fault.place()).isEqualTo("essai.csv:" + place);
          assertThat(fault.message()).doesNotContain("41").doesNotContain("40");
        });
  }

  @Test
  void aFileWithoutItsHeaderIsRefusedWithoutRepeatingItsFirstLine() {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () -> raw(counts(VINTAGE, "D26"), SAMPLE, "26274;2016;F;3;41\n26001;2016;F;3;7\n"));
    assertThat(refused.faults()).extracting(Fault::toString).noneMatch(each -> each.contains("41"));
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    ProtectedTable table = told("26274;2016;F;3;1", "26001;2016;F;3;50", "26002;2017;M;4;3");
    Path file = folder.resolve("t" + ProtectedFile.SUFFIX);
    Files.write(file, bytes(table));
    ProtectedTable read = ProtectedFile.read(file);
    assertThat(read.head()).isEqualTo(table.head());
    assertThat(read.groups()).isEqualTo(table.groups());
    assertThat(bytes(read)).isEqualTo(bytes(table));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version;1           | version;2        | table.csv",
        "family;apprentis    | family;../x      | table.csv",
        "threshold;5         | threshold;0      | table.csv",
        "vintage;2024        | an;2024          | table.csv",
        "2016;26001;3;F;50;  | 2016;26001;3;X;50; | cells.csv",
        "2016;26001;3;F;50;  | 2016;99999;3;F;50; | cells.csv",
        "2016;26001;3;F;50;  | 2016;26001;3;F;many; | cells.csv",
        "group;commune       | groupe;commune   | groups.csv",
      })
  void whatIsNoProtectedFileIsRefusedWhole(String text, String instead, String entry)
      throws IOException {
    Path file = folder.resolve("t" + ProtectedFile.SUFFIX);
    try (ZipInputStream in =
            new ZipInputStream(new ByteArrayInputStream(bytes(told("26001;2016;F;3;50"))));
        ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
      for (ZipEntry each = in.getNextEntry(); each != null; each = in.getNextEntry()) {
        String csv = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        out.putNextEntry(new ZipEntry(each.getName()));
        assertThat(each.getName().equals(entry) && !csv.contains(text)).isFalse();
        out.write(
            (each.getName().equals(entry) ? csv.replace(text, instead) : csv)
                .getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(catchThrowableOfType(RefusedException.class, () -> ProtectedFile.read(file)))
        .isNotNull();
  }

  @Test
  void aMergedCommuneIsProtectedAsOneWhateverTheVintageOfTheFile() {
    Geography real = RealTerritories.geography();
    int merged =
        real.communes(Territory.parse("D26").orElseThrow()).orElseThrow().stream()
            .filter(place -> real.predecessors(place).getOrDefault(2015, List.of()).size() > 1)
            .findFirst()
            .orElseThrow();
    List<String> old = real.predecessors(merged).getOrDefault(2015, List.of());
    String before =
        old.stream().map(code -> code + ";2016;F;3;3").collect(Collectors.joining("\n"));
    ProtectedTable fromOld =
        protect(raw(counts(2015, "D26"), real, lines(COUNTS_HEADER, before)), real);
    ProtectedTable fromNew =
        protect(
            raw(
                counts(real.vintage(), "D26"),
                real,
                lines(COUNTS_HEADER, real.code(merged) + ";2016;F;3;" + 3 * old.size())),
            real);
    assertThat(bytes(fromOld)).isEqualTo(bytes(fromNew));
  }

  @Test
  void partsOfACommuneThatWasSplitAreToldOfTogether() {
    Geography real = RealTerritories.geography();
    Partition units =
        Units.of(
            real, real.communes(Territory.parse("D85").orElseThrow()).orElseThrow(), List.of());
    Communes together = units.groups().get(units.group(real.place("85084")));
    // Essarts-en-Bocage gave L'Oie and Sainte-Florence back in 2024.
    assertThat(real.codes(together)).contains("85084", "85165", "85212");
  }

  @Test
  void groupsOfCommunesThatWereMergedSinceStayTogether() {
    Geography real = RealTerritories.geography();
    int merged =
        real.communes(Territory.parse("D26").orElseThrow()).orElseThrow().stream()
            .filter(place -> real.predecessors(place).getOrDefault(2015, List.of()).size() > 1)
            .findFirst()
            .orElseThrow();
    String gone =
        real.predecessors(merged).getOrDefault(2015, List.of()).stream()
            .filter(code -> real.place(code) < 0)
            .findFirst()
            .orElseThrow();
    Pins pins = new Pins("", 2015, List.of(List.of("26001", gone)), Map.of());
    assertThat(pins.kept(payroll(2015, "D26"), real))
        .containsExactly(Communes.of(real.place("26001"), merged));
    assertThat(
            catchThrowableOfType(
                    RefusedException.class, () -> pins.kept(payroll(2015, "D26"), SAMPLE))
                .faults())
        .extracting(Fault::rule)
        .containsExactly("groups");
  }

  private static Partition groups(String... lines) {
    return SafeGroups.of(
        raw(payroll(VINTAGE, "D26"), SAMPLE, lines(PAYROLL_HEADER, lines)), SAMPLE);
  }

  @Test
  void aMagnitudeOfTooFewIsToldOfWithItsNeighboursOnly() {
    Partition groups =
        groups(
            "26001;2016;1000;2;600;",
            "26002;2016;1000;2;600;",
            "26004;2016;900;9;100;",
            "26005;2016;0;0;0;");
    assertThat(groups.group(SAMPLE.place("26001"))).isEqualTo(groups.group(SAMPLE.place("26002")));
    assertThat(groups.group(SAMPLE.place("26004")))
        .isNotEqualTo(groups.group(SAMPLE.place("26001")));
    assertThat(groups.groups().get(groups.group(SAMPLE.place("26005"))).size()).isEqualTo(1);
  }

  @Test
  void oneWhoHasNearlyAllIsHiddenAmongOthersUnderWhateverCommunesItsParts() {
    Partition unnamed =
        groups("26001;2016;100,00;3;50;", "26002;2016;100,00;3;50;", "26004;2016;60,00;9;10;");
    assertThat(unnamed.groups()).allMatch(each -> each.size() == 1);
    Partition named =
        groups(
            "26001;2016;100,00;2;90;ACME", "26002;2016;100,00;2;90;ACME", "26004;2016;60,00;9;10;");
    // Three units in both communes, and ACME has 90 % of all: the third commune is needed.
    assertThat(named.groups().get(named.group(SAMPLE.place("26001"))).size()).isEqualTo(3);
  }

  @Test
  void aTableThatNoGroupingMakesSafeIsRefused() {
    assertThat(
            catchThrowableOfType(RefusedException.class, () -> groups("26001;2016;1000;2;600;"))
                .faults())
        .extracting(Fault::rule)
        .containsExactly("protection");
  }

  @Test
  void valuesThatCannotBeHeldSoAreRefused() {
    assertThat(
            catchThrowableOfType(RefusedException.class, () -> groups("26001;2016;1000;9;1001;"))
                .faults())
        .extracting(Fault::rule)
        .containsExactly("holders");
  }
}
