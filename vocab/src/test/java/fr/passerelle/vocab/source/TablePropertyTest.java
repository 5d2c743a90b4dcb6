package fr.passerelle.vocab.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.vocab.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Any cells are read as written, and any text in the encoding it is in. */
class TablePropertyTest {
  private static final List<String> COLUMNS = List.of("a", "b", "c");

  @Property(tries = 300)
  void rows_are_read_as_they_were_written(@ForAll("rows") List<List<String>> rows)
      throws IOException {
    StringBuilder text = new StringBuilder("\"a\",\"b\",\"c\"\n");
    rows.forEach(row -> text.append(line(row)));
    List<List<String>> read = new ArrayList<>();
    Findings findings = new Findings();
    Table.of("t", ',', COLUMNS, findings)
        .read(
            new StringReader(text.toString()),
            row -> read.add(COLUMNS.stream().map(row::get).toList()));
    findings.refuseIfFaulty();
    // A reader of cells takes the blanks around them away, and nothing else.
    assertThat(read)
        .isEqualTo(rows.stream().map(row -> row.stream().map(String::strip).toList()).toList());
    assertThat(findings.read()).containsEntry("t", rows.size());
  }

  @Property(tries = 100)
  void a_fault_is_placed_on_the_line_where_its_record_starts(
      @ForAll("rows") List<List<String>> rows) throws IOException {
    StringBuilder text = new StringBuilder("\"a\",\"b\",\"c\"\n");
    rows.forEach(row -> text.append(line(row)));
    long line = text.chars().filter(c -> c == '\n').count() + 1;
    Findings findings = new Findings();
    Table.of("t", ',', COLUMNS, findings).read(new StringReader(text + "\"alone\"\n"), row -> {});
    assertThatThrownBy(findings::refuseIfFaulty)
        .isInstanceOf(RefusedException.class)
        .hasMessageStartingWith("t:" + line + ":1 [row-length]");
  }

  @Property(tries = 300)
  void utf_8_is_told(@ForAll("texts") String text) throws IOException {
    assertThat(Encoding.of(new ByteArrayInputStream(text.getBytes(UTF_8)), "t")).isEqualTo(UTF_8);
    assertThat(decoded(text.getBytes(UTF_8))).isEqualTo(text);
  }

  @Property(tries = 300)
  void latin_9_with_an_accent_is_told(@ForAll("texts") String text) throws IOException {
    byte[] bytes = (text + "é !").getBytes(Encoding.LATIN_9);
    Assume.that(!isUtf8(bytes));
    assertThat(Encoding.of(new ByteArrayInputStream(bytes), "t")).isEqualTo(Encoding.LATIN_9);
    assertThat(decoded(bytes)).isEqualTo(text + "é !");
  }

  /** A sequence of bytes may be cut anywhere by the buffer of 65 536. */
  @Property(tries = 20)
  void an_accent_across_two_buffers_is_told(@ForAll("texts") String text) throws IOException {
    for (int before = 65_533; before <= 65_537; before++) {
      byte[] bytes = ("a".repeat(before) + "œ€" + text).getBytes(UTF_8);
      assertThat(Encoding.of(new ByteArrayInputStream(bytes), "t")).isEqualTo(UTF_8);
    }
  }

  @Provide
  static Arbitrary<List<List<String>>> rows() {
    return cell().list().ofSize(3).list().ofMaxSize(6);
  }

  @Provide
  static Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("aeZ é€œÿ\n\t").ofMaxLength(40);
  }

  private static Arbitrary<String> cell() {
    return Arbitraries.strings().withChars("aé€œ’'\",;\n ").ofMaxLength(12);
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
        .collect(Collectors.joining(",", "", "\n"));
  }

  private static String decoded(byte[] bytes) throws IOException {
    var charset = Encoding.of(new ByteArrayInputStream(bytes), "t");
    return Encoding.reader(new ByteArrayInputStream(bytes), charset).readAllAsString();
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
