package fr.passerelle.api.http;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.util.Native;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a coding that takes too long to be made while a client waits.
 *
 * @param coding what it makes
 * @param by how
 */
record Compressor(Coding coding, By by) {
  private static final Logger LOG = LoggerFactory.getLogger(Compressor.class);

  /** The best qualities take seconds of a megabyte: long bodies get the next ones. */
  private static final int LONG = 256 << 10;

  /** Compresses bytes. */
  @FunctionalInterface
  interface By {
    byte[] compress(byte[] plain) throws IOException;
  }

  /** Those that run here: both need a native library, which not every platform has. */
  static List<Compressor> available() {
    return Stream.of(brotli(), zstd()).flatMap(Optional::stream).toList();
  }

  private static Optional<Compressor> brotli() {
    if (!Brotli4jLoader.isAvailable()) {
      return missing(Coding.BROTLI, Brotli4jLoader.getUnavailabilityCause());
    }
    Encoder.Parameters best = Encoder.Parameters.create(11);
    Encoder.Parameters fast = Encoder.Parameters.create(8);
    return Optional.of(
        new Compressor(
            Coding.BROTLI, plain -> Encoder.compress(plain, plain.length > LONG ? fast : best)));
  }

  private static Optional<Compressor> zstd() {
    try {
      Native.load();
    } catch (LinkageError e) {
      return missing(Coding.ZSTD, e);
    }
    return Optional.of(
        new Compressor(Coding.ZSTD, plain -> Zstd.compress(plain, plain.length > LONG ? 12 : 19)));
  }

  private static Optional<Compressor> missing(Coding coding, Throwable cause) {
    LOG.info("{} ne sera pas servi : {}", coding.token(), cause.getMessage());
    return Optional.empty();
  }
}
