package fr.passerelle.api.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a plain request to read asks for: all of it that an answer may depend on. HEAD asks for the
 * same as GET; the coding and the conditions are looked at for each request.
 *
 * @param uri as it was sent
 * @param accept the header; empty where it is not there
 * @param lang the language that it prefers among ours
 */
record Asked(String uri, String accept, String lang) {
  /** Longer ones are no browser's: they are not worth a place. */
  private static final int LONGEST_ACCEPT = 300;

  /** Who sends one of these asks for more than a plain reading. */
  private static final List<AsciiString> MORE =
      List.of(
          HttpHeaderNames.AUTHORIZATION,
          HttpHeaderNames.CONTENT_LENGTH,
          HttpHeaderNames.TRANSFER_ENCODING,
          HttpHeaderNames.EXPECT,
          HttpHeaderNames.UPGRADE,
          HttpHeaderNames.IF_MATCH,
          HttpHeaderNames.IF_UNMODIFIED_SINCE,
          AsciiString.cached("accept-datetime"));

  /** What a plain request asks for; null of any other. */
  static @Nullable Asked of(HttpRequest request) {
    HttpHeaders headers = request.headers();
    if (!isReading(request) || asksForMore(headers)) {
      return null;
    }
    @Nullable String accept = single(headers, HttpHeaderNames.ACCEPT);
    @Nullable String language = single(headers, HttpHeaderNames.ACCEPT_LANGUAGE);
    return accept == null
            || language == null
            || single(headers, HttpHeaderNames.ACCEPT_ENCODING) == null
            || accept.length() > LONGEST_ACCEPT
        ? null
        : new Asked(request.uri(), accept, Language.of(language));
  }

  private static boolean isReading(HttpRequest request) {
    return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
        && request.protocolVersion().equals(HttpVersion.HTTP_1_1)
        && request.decoderResult().isSuccess()
        && request.uri().startsWith("/")
        && HttpUtil.isKeepAlive(request);
  }

  private static boolean asksForMore(HttpHeaders headers) {
    for (AsciiString each : MORE) {
      if (headers.contains(each)) {
        return true;
      }
    }
    return false;
  }

  /** The value of a header; empty where it is not there, null where it is there twice. */
  static @Nullable String single(HttpHeaders headers, CharSequence name) {
    Iterator<? extends CharSequence> values = headers.valueCharSequenceIterator(name);
    if (!values.hasNext()) {
      return "";
    }
    String value = values.next().toString();
    return values.hasNext() ? null : value;
  }
}
