package fr.passerelle.vocab.skos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

final class UnlockedWriterTest {
  /** Long texts, and characters of two halves cut anywhere, pass through as they are. */
  @Property(tries = 200)
  void whatIsWrittenPiecemealIsWhatTheStreamHas(
      @ForAll @Size(max = 30) List<@StringLength(max = 900) String> texts) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    StringBuilder all = new StringBuilder();
    try (UnlockedWriter writer = new UnlockedWriter(out)) {
      for (String text : texts) {
        writer.write(text.repeat(12));
        for (int i = 0; i < text.length(); i++) {
          writer.write(text.charAt(i));
        }
        writer.write("\uD83C\uDF93".charAt(0));
        writer.write(("\uDF93" + text).toCharArray());
        all.append(text.repeat(12)).append(text).append("\uD83C\uDF93").append(text);
      }
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            new String(all.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
  }
}
