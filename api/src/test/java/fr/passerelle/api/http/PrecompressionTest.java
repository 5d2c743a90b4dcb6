package fr.passerelle.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrecompressionTest {
  private static final Conditions NONE = Conditions.of(name -> List.of());
  private static final Codings ALL = Codings.of("gzip, deflate, br, zstd");
  private static final String TEXT = "Informaticien d'étude, développeur\n".repeat(500);

  private final Precompression precompression = new Precompression();
  private final CountDownLatch grown = new CountDownLatch(1);
  private final Representation representation =
      Representation.of(
          "text/plain", TEXT.getBytes(StandardCharsets.UTF_8), Map.of(), grown::countDown);

  @AfterEach
  void close() {
    precompression.close();
  }

  private Encoded select(String accepted) {
    return representation.select(Codings.of(accepted), NONE).orElseThrow();
  }

  private void useOften() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      precompression.used(representation);
    }
    assertThat(grown.await(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void what_is_asked_for_once_is_gzipped_only() {
    precompression.used(representation);

    assertThat(representation.select(ALL, NONE).orElseThrow().coding()).isEqualTo(Coding.GZIP);
    assertThat(representation.isComplete()).isFalse();
  }

  @Test
  void what_is_asked_for_often_is_there_in_all_codings_each_with_its_etag() throws Exception {
    int before = representation.weight();
    useOften();
    Brotli4jLoader.ensureAvailability();

    assertThat(text(new BrotliInputStream(in("br")))).isEqualTo(TEXT);
    assertThat(text(new GZIPInputStream(in("gzip")))).isEqualTo(TEXT);
    assertThat(
            new String(
                Zstd.decompress(select("zstd").bytes(), TEXT.length() * 2), StandardCharsets.UTF_8))
        .isEqualTo(TEXT);
    assertThat(List.of("br", "zstd", "gzip", "identity").stream().map(each -> select(each).etag()))
        .doesNotHaveDuplicates()
        .allMatch(etag -> etag.startsWith("\""));
    assertThat(select("br").bytes().length).isLessThan(select("gzip").bytes().length);
    assertThat(representation.weight()).isGreaterThan(before);
  }

  private ByteArrayInputStream in(String coding) {
    assertThat(select(coding).coding().token()).isEqualTo(coding);
    return new ByteArrayInputStream(select(coding).bytes());
  }

  private static String text(java.io.InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void who_has_another_coding_is_told_that_it_is_still_right() throws Exception {
    String gzip = select("gzip").etag();
    useOften();
    Conditions has =
        Conditions.of(name -> name.equals("If-None-Match") ? List.of(gzip) : List.of());

    Encoded selected = representation.select(ALL, has).orElseThrow();

    assertThat(selected.etag()).isEqualTo(gzip);
    assertThat(has.of(selected.etag(), 0)).isEqualTo(Conditions.Verdict.UNCHANGED);
  }

  @Test
  void what_gains_nothing_is_sent_plain_unless_that_is_refused() {
    Representation small = Representation.of("text/plain", new byte[] {'a'}, Map.of(), () -> {});

    assertThat(small.select(ALL, NONE).orElseThrow().coding()).isEqualTo(Coding.IDENTITY);
    assertThat(small.select(Codings.of("gzip, identity;q=0"), NONE).orElseThrow().coding())
        .isEqualTo(Coding.GZIP);
    assertThat(small.select(Codings.of("identity;q=0"), NONE)).isEmpty();
    assertThat(small.select(Codings.of("*;q=0"), NONE)).isEmpty();
  }
}
