package fr.passerelle.vocab.release;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.vocab.rome.RomeFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start guesses what to read from what was served last; the database decides. */
@Timeout(30)
class ReadAheadTest {
  private final Lab lab = new Lab();
  private final Path releases = lab.folder().resolve("releases");
  private final Path indexes = lab.folder().resolve("index");
  private final Path note = indexes.resolve("last-served");

  @BeforeEach
  void something_was_served() {
    lab.publish(RomeFixture.whole());
  }

  @Test
  void what_was_served_last_is_read_before_the_database_is_asked() {
    try (ReadAhead ahead = ReadAhead.begin(releases, indexes)) {
      ReadAhead.Found found = ahead.take(file("60")).orElseThrow();
      assertThat(found.release().id()).isEqualTo("60");
      assertThat(found.index()).isPresent();
      found.close();
    }
  }

  @Test
  void the_next_start_serves_it() {
    assertThat(servedByTheNextStart()).containsExactly("60");
  }

  @Test
  void a_guess_that_another_process_made_stale_is_dropped() {
    ReadAhead stale = ReadAhead.begin(releases, indexes);
    lab.publish(RomeFixture.whole().version(61));
    Vocabularies next = start(stale);
    assertThat(Lab.served(next)).containsExactly("61");
    assertThat(next.snapshot().search()).isNotNull();
    assertThat(stale.take(file("60"))).isEmpty();
  }

  @Test
  void what_is_announced_and_never_published_is_dropped_after_a_while() {
    List<Runnable> later = new ArrayList<>();
    try (ReadAhead ahead = ReadAhead.none(releases, indexes)) {
      ahead.announce(file("60"), later::add);
      later.forEach(Runnable::run);
      assertThat(ahead.take(file("60"))).isEmpty();

      ahead.announce(file("60"), later::add);
      ahead.take(file("60")).orElseThrow().close();
      later.forEach(Runnable::run);
      assertThat(ahead.take(file("60"))).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\u0000\u0001 no note at all",
        "rome-4/99-000000000000.jsonl.gz",
        "../../etc/passwd.jsonl.gz",
        "/etc/passwd",
        "rome-4/../rome-4/60.jsonl.gz"
      })
  void a_broken_note_changes_nothing(String text) throws IOException {
    Files.writeString(note, text);
    assertThat(servedByTheNextStart()).containsExactly("60");
    assertThat(Files.readString(note)).isEqualTo(file("60") + "\n");
  }

  @Test
  void a_note_that_is_no_text_changes_nothing() throws IOException {
    Files.write(note, new byte[] {(byte) 0xff, (byte) 0xfe, (byte) 0xc3});
    assertThat(servedByTheNextStart()).containsExactly("60");
  }

  @Test
  void a_note_that_leads_above_the_folder_is_not_followed() throws IOException {
    Files.writeString(note, "../rome-4/60.jsonl.gz\n/rome-4/60.jsonl.gz\nrome-4/./60.jsonl.gz\n");
    assertThat(new LastServed(indexes).files()).isEmpty();
  }

  @Test
  void a_release_file_that_is_damaged_is_said_to_be_as_without_a_note() throws IOException {
    Files.write(lab.file("60"), new byte[] {1, 2, 3});
    Vocabularies next = start(ReadAhead.begin(releases, indexes));
    assertThat(Lab.served(next)).isEmpty();
    assertThat(next.unreadable()).containsExactly("rome-4");
  }

  @Test
  void a_release_without_licence_stays_unseen_even_if_it_was_read() {
    ReadAhead ahead = ReadAhead.begin(releases, indexes);
    Lab.sql("update release set licence = null");
    assertThat(Lab.served(start(ahead))).isEmpty();
  }

  @Test
  void an_index_that_is_lost_is_made_again() throws IOException {
    Path index = indexes.resolve(file("60").replace(".jsonl.gz", ""));
    try (var files = Files.list(index)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Vocabularies next = start(ReadAhead.begin(releases, indexes));
    assertThat(Lab.served(next)).containsExactly("60");
    try (var files = Files.list(index)) {
      assertThat(files).isNotEmpty();
    }
  }

  private List<String> servedByTheNextStart() {
    return Lab.served(start(ReadAhead.begin(releases, indexes)));
  }

  private Vocabularies start(ReadAhead ahead) {
    Vocabularies next =
        new Vocabularies(Lab.database().dataSource(), ahead, indexes, Set.of(), Clock.systemUTC());
    next.reload();
    return next;
  }

  private String file(String release) {
    return Optional.of(lab.file(release)).map(releases::relativize).orElseThrow().toString();
  }
}
