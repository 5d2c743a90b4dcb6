package fr.passerelle.api.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bytes of a file that a request asks for (RFC 9110, section 14), so that a download that broke
 * off goes on where it was. One range is served; who asks for several gets the whole, as the RFC
 * lets a server do.
 *
 * @param first the first byte
 * @param end the one after the last
 * @param length of the whole
 */
public record ByteRange(long first, long end, long length) {
  private static final String UNIT = "bytes";
  private static final Pattern ONE = Pattern.compile("(?i:bytes)=\\s*(\\d{0,18})-(\\d{0,18})\\s*");

  /**
   * The bytes that a request asks for.
   *
   * @param etag strong ETag of the file
   * @throws ProblemException RANGE_NOT_SATISFIABLE where the file has none of them
   */
  public static ByteRange of(HttpRequest<?> request, String etag, long length) {
    ByteRange whole = new ByteRange(0, length, length);
    List<String> ranges = request.getHeaders().getAll("Range");
    List<String> conditions = request.getHeaders().getAll("If-Range");
    // Of what the client has a part of, something else may have come: then all of it is sent.
    boolean same = conditions.isEmpty() || conditions.equals(List.of(etag));
    if (request.getMethod() != HttpMethod.GET || ranges.size() != 1 || !same) {
      return whole;
    }
    Matcher one = ONE.matcher(ranges.getFirst());
    return one.matches() ? whole.part(number(one.group(1)), number(one.group(2))) : whole;
  }

  private static Optional<Long> number(String digits) {
    return digits.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(digits));
  }

  private ByteRange part(Optional<Long> from, Optional<Long> to) {
    if (from.isEmpty()) {
      // The last bytes; a range of none is no range.
      return to.isEmpty() ? this : checked(Math.max(0, length - to.get()), length);
    }
    if (to.isPresent() && to.get() < from.get()) {
      return this;
    }
    return checked(from.get(), to.map(last -> Math.min(last + 1, length)).orElse(length));
  }

  private ByteRange checked(long from, long to) {
    if (from >= length) {
      throw new ProblemException(
          ProblemType.RANGE_NOT_SATISFIABLE,
          "Le fichier a %d octets ; Range demande ce qui vient après.".formatted(length),
          List.of(),
          Map.of("Content-Range", UNIT + " */" + length));
    }
    return new ByteRange(from, to, length);
  }

  private boolean isWhole() {
    return end - first == length;
  }

  /**
   * The response that these bytes are sent with. Its length is told to HEAD; the server sends
   * streams in chunks.
   */
  public MutableHttpResponse<Object> response() {
    MutableHttpResponse<Object> response =
        isWhole() ? HttpResponse.ok() : HttpResponse.status(HttpStatus.PARTIAL_CONTENT);
    if (!isWhole()) {
      response.header("Content-Range", "%s %d-%d/%d".formatted(UNIT, first, end - 1, length));
    }
    return response.header("Accept-Ranges", UNIT).contentLength(end - first);
  }

  /** These bytes of a file that was opened. */
  public InputStream of(InputStream file) throws IOException {
    file.skipNBytes(first);
    return isWhole() ? file : new Limited(file, end - first);
  }

  /** The beginning of a stream. */
  private static final class Limited extends FilterInputStream {
    private long left;

    Limited(InputStream in, long length) {
      super(in);
      left = length;
    }

    @Override
    public int read() throws IOException {
      int read = left > 0 ? in.read() : -1;
      left -= read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = left > 0 ? in.read(bytes, offset, (int) Math.min(length, left)) : -1;
      left -= Math.max(0, read);
      return read;
    }

    @Override
    public long skip(long count) throws IOException {
      long skipped = in.skip(Math.min(count, left));
      left -= skipped;
      return skipped;
    }

    @Override
    public int available() throws IOException {
      return (int) Math.min(in.available(), left);
    }

    @Override
    public boolean markSupported() {
      return false;
    }
  }
}
