package fr.passerelle.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.indicator.ObservationStatus;
import fr.passerelle.catalog.secrecy.Family;
import fr.passerelle.catalog.secrecy.ProtectedFile;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.catalog.secrecy.sealing.Seal;
import fr.passerelle.catalog.secrecy.sealing.SealedInbox;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does for statistical secrecy: keys, then protection. */
class ProtectCommandTest {
  @TempDir private Path folder = Path.of("");

  /** What a command said and its exit code. */
  private record Said(int code, String out, String err) {}

  private static Said run(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    ByteArrayOutputStream wrong = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(wrong, true, StandardCharsets.UTF_8));
      int code = Passerelle.run(arguments);
      return new Said(
          code, said.toString(StandardCharsets.UTF_8), wrong.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private Said keys(String place) {
    return run("protect", "keys", "--folder", folder.resolve(place).toString(), "--data", data());
  }

  private Said protect() {
    return run("protect", "run", "--folder", folder.resolve("keys").toString(), "--data", data());
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  private void deposit(String publicKey, String name, String csv) throws IOException {
    TableOrder order =
        new TableOrder(
            new ProtectedTable.Head(
                new Family("apprentis", Family.Kind.COUNTS, new TreeMap<>(), 0),
                Protection.ours(5, 1, "essai"),
                2024,
                ObservationStatus.NORMAL),
            List.of("D26"),
            TableOrder.Absent.ZERO,
            Optional.empty(),
            List.of(),
            TableOrder.Layout.of(
                new TableOrder.Columns(
                    "commune", "annee", "effectif", "", "", "", new TreeMap<>(), new TreeMap<>())));
    byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
    new SealedInbox(folder.resolve("data/sealed"))
        .deposit(Seal.of(publicKey), name, order, new ByteArrayInputStream(bytes), bytes.length);
  }

  @Test
  void keysAreMadeOnceAndDeliveriesProtectedWithoutAService() throws IOException {
    Said made = keys("keys");
    assertThat(made.code()).as(made.err()).isZero();
    String publicKey =
        made.out().lines().filter(line -> line.startsWith("age1")).findFirst().orElseThrow();
    assertThat(made.out()).doesNotContain("AGE-SECRET-KEY");
    assertThat(keys("keys").code()).isEqualTo(Passerelle.REFUSED);
    assertThat(keys("data/keys").code()).isEqualTo(Passerelle.REFUSED);
    assertThat(protect().out()).contains("Aucune livraison n'attend.");

    deposit(publicKey, "apprentis-2016", "commune;annee;effectif\n26274;2016;1\n26362;2016;812\n");
    deposit(publicKey, "apprentis-2017", "commune;annee;effectif\n26274;2017;un\n");
    Said run = protect();
    assertThat(run.code()).isEqualTo(Passerelle.REFUSED);
    assertThat(run.out())
        .contains("apprentis-2016 : protégée")
        .contains("apprentis-2017 : refusée", "apprentis-2017:2:3 [number]")
        .doesNotContain("« un »");
    ProtectedTable table =
        ProtectedFile.read(folder.resolve("data/protected/apprentis-2016" + ProtectedFile.SUFFIX));
    assertThat(table.head().family().name()).isEqualTo("apprentis");
    assertThat(Files.exists(folder.resolve("data/postgres"))).isFalse();
    assertThat(protect().code()).isZero();
  }

  @Test
  void figuresAreNotDrawnAgainOverTerritoriesThatNobodyImported() throws IOException {
    keys("keys");
    assertThat(protect().code()).isZero();
    Files.writeString(folder.resolve("keys/territories"), "d'autres\n");
    Said refused = protect();
    assertThat(refused.code()).isEqualTo(Passerelle.REFUSED);
    assertThat(refused.err() + refused.out()).contains("--changed-territories");
    Said told =
        run(
            "protect",
            "run",
            "--folder",
            folder.resolve("keys").toString(),
            "--data",
            data(),
            "--changed-territories");
    assertThat(told.code()).isZero();
    assertThat(protect().code()).isZero();
  }
}
