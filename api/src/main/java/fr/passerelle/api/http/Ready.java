package fr.passerelle.api.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.util.Map;

/**
 * One coding of an answer at hand, all its headers written but the date.
 *
 * @param encoded the coding
 * @param whole headers of the answer that is sent whole
 * @param unchanged headers of the answer that nothing has changed
 */
record Ready(Encoded encoded, HttpHeaders whole, HttpHeaders unchanged) {
  private static final HttpVersion VERSION = HttpVersion.HTTP_1_1;

  /**
   * A coding of a representation.
   *
   * @param server what the service calls itself
   */
  static Ready of(Representation representation, Encoded encoded, String server) {
    Heads heads = new Heads(representation, encoded, representation.made(), /* shared= */ true);
    return new Ready(encoded, written(heads.whole(), server), written(heads.unchanged(), server));
  }

  private static HttpHeaders written(Heads.Head head, String server) {
    // Made by us: nothing in it is to be checked.
    HttpHeaders headers =
        DefaultHttpHeadersFactory.headersFactory().withValidation(false).newHeaders();
    write(head.fields(), headers);
    write(OpenHeaders.ALL, headers);
    write(
        Map.of(
            HttpHeaderNames.SERVER.toString(), server, CacheStatus.HEADER, CacheStatus.HIT.field()),
        headers);
    return headers;
  }

  private static void write(Map<String, String> fields, HttpHeaders headers) {
    fields.forEach((name, value) -> headers.set(new AsciiString(name), new AsciiString(value)));
  }

  /** The answer with its body, or for HEAD without. */
  FullHttpResponse send(boolean head) {
    return response(
        HttpResponseStatus.OK,
        whole,
        head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(encoded.bytes()));
  }

  /** The answer that nothing has changed. */
  FullHttpResponse sendUnchanged() {
    return response(HttpResponseStatus.NOT_MODIFIED, unchanged, Unpooled.EMPTY_BUFFER);
  }

  private static FullHttpResponse response(
      HttpResponseStatus status, HttpHeaders written, ByteBuf body) {
    HttpHeaders headers = written.copy();
    headers.set(HttpHeaderNames.DATE, HttpDate.now());
    return new DefaultFullHttpResponse(VERSION, status, body, headers, EmptyHttpHeaders.INSTANCE);
  }
}
