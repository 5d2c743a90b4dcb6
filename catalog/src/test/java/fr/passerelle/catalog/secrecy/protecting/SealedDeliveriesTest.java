package fr.passerelle.catalog.secrecy.protecting;

import static fr.passerelle.catalog.secrecy.protecting.Tables.SAMPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.passerelle.catalog.secrecy.ProtectedFile;
import fr.passerelle.catalog.secrecy.ProtectedTable;
import fr.passerelle.catalog.secrecy.Protection;
import fr.passerelle.catalog.secrecy.sealing.Seal;
import fr.passerelle.catalog.secrecy.sealing.SealedInbox;
import fr.passerelle.catalog.secrecy.sealing.TableOrder;
import fr.passerelle.catalog.secrecy.sealing.TableOrderFile;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a process that serves, and whoever has its folder, may do to sealed deliveries and keys. */
class SealedDeliveriesTest {
  /** Bytes of a chunk of the age format, with its tag. */
  private static final int CHUNK = (1 << 16) + 16;

  /** Nowhere but in the raw file. */
  private static final String TELLTALE = "4242";

  @TempDir private Path folder = Path.of("");

  private Path keys = Path.of("");
  private Path data = Path.of("");
  private SealedInbox inbox = new SealedInbox(Path.of(""));
  private Seal seal = Seal.of("age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p");

  @BeforeEach
  void make() throws IOException {
    keys = folder.resolve("keys");
    data = Files.createDirectories(folder.resolve("data"));
    inbox = new SealedInbox(data.resolve("sealed"));
    seal = Seal.of(KeyFolder.make(keys, data));
  }

  private static TableOrder order() {
    return Tables.counts(SAMPLE.vintage(), "D26");
  }

  /** Three chunks and a bit. */
  private static byte[] csv() {
    StringBuilder csv = new StringBuilder(Tables.COUNTS_HEADER);
    for (int year = 1900; csv.length() < 200_000; year++) {
      for (int place = 0; place < 60; place++) {
        String code = SAMPLE.code(Tables.scope(order(), SAMPLE).at(place));
        csv.append(code).append(';').append(year).append(";F;3;").append(TELLTALE).append('\n');
      }
    }
    return csv.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Path deposit(String name, TableOrder order, byte[] csv) throws IOException {
    return inbox.deposit(seal, name, order, new ByteArrayInputStream(csv), csv.length);
  }

  private List<ProtectRun.Outcome> run() throws IOException {
    return new ProtectRun(KeyFolder.open(keys, data), inbox, data.resolve("protected"), SAMPLE)
        .run();
  }

  private Fault refused() throws IOException {
    List<ProtectRun.Outcome> outcomes = run();
    assertThat(outcomes).hasSize(1);
    assertThat(outcomes.getFirst().file()).isEmpty();
    return outcomes.getFirst().faults().getFirst();
  }

  @Test
  void whatIsSealedIsProtectedOnce() throws IOException {
    deposit("un", order(), csv());
    assertThat(run()).singleElement().satisfies(each -> assertThat(each.file()).isPresent());
    assertThat(run()).isEmpty();
  }

  @Test
  void nothingOfTheRawFileIsInTheDataFolderNorInTheKeyFolder() throws IOException {
    deposit(
        "un",
        order(),
        "commune;annee;sexe;niveau;effectif\n26001;2016;F;3;3\n".getBytes(StandardCharsets.UTF_8));
    run();
    List<Path> files = files(folder);
    assertThat(files).hasSizeGreaterThan(4);
    for (Path file : files) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .as(file.toString())
          .doesNotContain("2016;F;3;3");
      assertThat(file.toString()).doesNotEndWith(".part");
    }
  }

  private static List<Path> files(Path root) throws IOException {
    List<Path> all = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            all.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return all;
  }

  @Test
  void keysAreReadableByTheirOwnerAlone() throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys)))
        .isEqualTo("rwx------");
    for (Path file : files(keys)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  /** What an attacker does to the bytes of a sealed file. */
  private static byte[] attacked(byte[] sealed, String attack) {
    int payload = payload(sealed);
    int last = payload + (sealed.length - payload) / CHUNK * CHUNK;
    return switch (attack) {
      case "last byte missing" -> Arrays.copyOf(sealed, sealed.length - 1);
      case "last chunk missing" -> Arrays.copyOf(sealed, last);
      case "all chunks missing" -> Arrays.copyOf(sealed, payload);
      case "half" -> Arrays.copyOf(sealed, sealed.length / 2);
      case "a bit changed in the middle" -> flipped(sealed, sealed.length / 2);
      case "a bit changed at the end" -> flipped(sealed, sealed.length - 1);
      case "a bit changed in the header" -> flipped(sealed, 30);
      case "two chunks exchanged" -> exchanged(sealed, payload);
      case "a byte more" -> Arrays.copyOf(sealed, sealed.length + 1);
      case "nothing" -> new byte[0];
      case "not sealed" -> csv();
      default -> throw new AssertionError(attack);
    };
  }

  /** Where chunks begin: after the header, whose last line begins with dashes, and the nonce. */
  private static int payload(byte[] sealed) {
    String text = new String(sealed, StandardCharsets.ISO_8859_1);
    return text.indexOf('\n', text.indexOf("\n--- ") + 1) + 1 + 16;
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] other = bytes.clone();
    other[at] ^= 1;
    return other;
  }

  private static byte[] exchanged(byte[] bytes, int at) {
    byte[] other = bytes.clone();
    System.arraycopy(bytes, at, other, at + CHUNK, CHUNK);
    System.arraycopy(bytes, at + CHUNK, other, at, CHUNK);
    return other;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "last byte missing",
        "last chunk missing",
        "all chunks missing",
        "half",
        "a bit changed in the middle",
        "a bit changed at the end",
        "a bit changed in the header",
        "two chunks exchanged",
        "a byte more",
        "nothing",
        "not sealed"
      })
  void whatIsNotAsItWasSealedIsRefusedWhole(String attack) throws IOException {
    Path sealed = deposit("un", order(), csv());
    Files.write(sealed, attacked(Files.readAllBytes(sealed), attack));
    Fault fault = refused();
    assertThat(fault.rule()).isEqualTo("sealed");
    assertThat(fault.toString()).doesNotContain(TELLTALE);
    assertThat(files(data.resolve("protected")))
        .containsExactly(data.resolve("protected/un.refused.csv"));
    assertThat(data.resolve("protected/un.refused.csv")).content().doesNotContain(TELLTALE);
  }

  @Test
  void whatIsSealedWithAnotherKeyIsRefused() throws IOException {
    Seal other = Seal.of(KeyFolder.make(folder.resolve("others"), data));
    inbox.deposit(other, "un", order(), new ByteArrayInputStream(csv()), csv().length);
    assertThat(refused().rule()).isEqualTo("sealed");
  }

  @Test
  void aDeliveryThatBreaksOffLeavesNothing() throws IOException {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(csv()),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("connection reset");
              }

              @Override
              public int read(byte[] into, int from, int length) throws IOException {
                return read();
              }
            });
    assertThatIOException()
        .isThrownBy(() -> inbox.deposit(seal, "un", order(), broken, Long.MAX_VALUE));
    assertThat(files(data)).isEmpty();
    assertThat(run()).isEmpty();
  }

  @Test
  void aDeliveryThatIsTooLongLeavesNothing() throws IOException {
    assertThat(
            catchThrowableOfType(
                    RefusedException.class,
                    () -> inbox.deposit(seal, "un", order(), new ByteArrayInputStream(csv()), 1000))
                .faults())
        .extracting(Fault::rule)
        .containsExactly("size");
    assertThat(files(data)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../un", "un/deux", "", "UN", "un.sealed", "-un"})
  void aNameThatIsNoNameIsRefused(String name) {
    assertThat(
            catchThrowableOfType(RefusedException.class, () -> deposit(name, order(), new byte[0])))
        .isNotNull();
  }

  @ParameterizedTest
  @CsvSource({
    "keys,             rwxr-x---",
    "keys,             rwx---r--",
    "keys/private.key, rw-r-----",
    "keys/secret,      rw----r--",
    "keys/families,    rwx--x---",
  })
  void keysThatOthersMayReadAreNotUsed(String file, String mode) throws IOException {
    Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString(mode));
    assertThat(catchThrowableOfType(RefusedException.class, this::run).faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).contains("chmod"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"data", "data/keys", "data/a/b", "data/../data/keys", ".", "link"})
  void keysAreMadeOutsideTheDataFolderOnly(String place) throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), data);
    assertThat(
            catchThrowableOfType(
                RefusedException.class, () -> KeyFolder.make(folder.resolve(place), data)))
        .isNotNull();
    assertThat(files(data)).isEmpty();
  }

  @Test
  void aFolderThatIsALinkOrLiesBehindOneIntoTheDataFolderIsNoPlaceForKeys() throws IOException {
    Files.createSymbolicLink(folder.resolve("elsewhere"), data);
    assertThat(
            catchThrowableOfType(
                RefusedException.class,
                () -> KeyFolder.make(folder.resolve("elsewhere/keys"), data)))
        .isNotNull();
    Files.createSymbolicLink(folder.resolve("alias"), keys);
    assertThat(
            catchThrowableOfType(
                RefusedException.class, () -> KeyFolder.open(folder.resolve("alias"), data)))
        .isNotNull();
  }

  @Test
  void aKeyThatIsALinkIsNotUsed() throws IOException {
    Path elsewhere = Files.move(keys.resolve("secret"), folder.resolve("secret"));
    Files.createSymbolicLink(keys.resolve("secret"), elsewhere);
    assertThat(catchThrowableOfType(RefusedException.class, this::run)).isNotNull();
  }

  @Test
  void keysAreNeverReplaced() throws IOException {
    byte[] before = Files.readAllBytes(keys.resolve("private.key"));
    assertThat(catchThrowableOfType(RefusedException.class, () -> KeyFolder.make(keys, data)))
        .isNotNull();
    assertThat(Files.readAllBytes(keys.resolve("private.key"))).isEqualTo(before);
  }

  @Test
  void noMessageRepeatsAKeyOrASecret() throws IOException {
    String secret = Files.readString(keys.resolve("secret")).strip();
    String identity = Files.readAllLines(keys.resolve("private.key")).getLast();
    deposit("un", order(), csv());
    Files.writeString(keys.resolve("secret"), secret + "zz");
    Throwable abyme = catchThrowableOfType(RefusedException.class, () -> Seal.of(identity));
    assertThat(abyme.toString()).doesNotContain(identity);
    assertThat(refused().toString()).doesNotContain(secret);
    Files.delete(data.resolve("protected/un.refused.csv"));
    Files.writeString(keys.resolve("private.key"), identity + "q");
    assertThat(refused().toString()).doesNotContain(identity);
    assertThat(KeyFolder.open(keys, data)).asString().doesNotContain(identity, secret);
  }

  @Test
  void aFamilyIsProtectedInOneWayForGood() throws IOException {
    deposit("un", order(), csv());
    assertThat(run().getFirst().faults()).isEmpty();
    TableOrder weaker =
        new TableOrder(
            new ProtectedTable.Head(
                order().head().family(),
                Protection.ours(2, 1, "essai"),
                order().head().vintage(),
                order().head().status()),
            order().scope(),
            order().absent(),
            order().period(),
            order().zonings(),
            order().layout());
    deposit("deux", weaker, csv());
    assertThat(refused().rule()).isEqualTo("rule");
  }

  @Test
  void whatIsSealedCannotBeAskedForOtherwiseLater() throws IOException {
    Path sealed = deposit("un", order(), csv());
    // All that a service may do once the raw file has passed: copy bytes, and write files beside.
    Files.copy(sealed, inbox.sealed("deux"));
    Files.writeString(
        sealed.resolveSibling("deux.order.yaml"),
        TableOrderFile.write(order()).replace("threshold: '5'", "threshold: '2'"));
    List<ProtectRun.Outcome> outcomes = run();
    assertThat(outcomes).hasSize(2).allSatisfy(each -> assertThat(each.faults()).isEmpty());
    assertThat(Files.readAllBytes(outcomes.getFirst().file().orElseThrow()))
        .isEqualTo(Files.readAllBytes(outcomes.getLast().file().orElseThrow()));
  }

  @Test
  void groupsOfMagnitudesOnlyEverGrow() throws IOException {
    TableOrder order = Tables.payroll(SAMPLE.vintage(), "D26");
    deposit(
        "un",
        order,
        (Tables.PAYROLL_HEADER
                + "26001;2016;1000;2;600;\n26002;2016;1000;2;600;\n26004;2016;1000;9;200;\n")
            .getBytes(StandardCharsets.UTF_8));
    // Each may be told of by itself this year: the two stay together all the same.
    deposit(
        "zwei",
        order,
        (Tables.PAYROLL_HEADER
                + "26001;2017;1000;9;200;\n26002;2017;1000;9;200;\n26004;2017;1000;2;600;\n")
            .getBytes(StandardCharsets.UTF_8));
    List<ProtectRun.Outcome> outcomes = run();
    assertThat(outcomes).allSatisfy(each -> assertThat(each.faults()).isEmpty());
    ProtectedTable first = ProtectedFile.read(outcomes.getFirst().file().orElseThrow());
    ProtectedTable second = ProtectedFile.read(outcomes.getLast().file().orElseThrow());
    assertThat(first.groups()).contains(List.of("26001", "26002"));
    assertThat(second.groups())
        .anySatisfy(group -> assertThat(group).contains("26001", "26002", "26004"));
  }

  @Test
  void anOrderIsReadAsItWasWritten() {
    for (TableOrder order :
        List.of(order(), Tables.payroll(SAMPLE.vintage(), "D26", "EPCI-200040459"))) {
      assertThat(TableOrderFile.read(TableOrderFile.write(order))).isEqualTo(order);
    }
  }
}
