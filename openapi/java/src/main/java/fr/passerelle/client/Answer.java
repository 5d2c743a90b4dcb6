package fr.passerelle.client;

import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * An answer with what came beside its value: status, headers, bytes.
 *
 * @param <T> what its body says
 */
public final class Answer<T> {
  private final Reply reply;
  private final Codec codec;
  private final Class<T> type;

  Answer(Reply reply, Codec codec, Class<T> type) {
    this.reply = reply;
    this.codec = codec;
    this.type = type;
  }

  /**
   * What the body says.
   *
   * @throws UnexpectedAnswerException when there is no body, or not one of that kind
   */
  public T value() {
    return as(type);
  }

  /** What the body says, read as something else: a status of its own may have a body of its own. */
  public <O> O as(Class<O> other) {
    return codec.read(reply, other);
  }

  /** Status, e.g. 200 or 201. */
  public int status() {
    return reply.status();
  }

  /** Headers, of which names are not sensitive to case. */
  public HttpHeaders headers() {
    return reply.headers();
  }

  /** Tag of these bytes. */
  public Optional<String> etag() {
    return reply.header("ETag");
  }

  /** Whether the service said 304: the value is the one that came before. */
  public boolean isUnchanged() {
    return reply.unchanged();
  }

  /** The body. */
  public byte[] bytes() {
    return reply.body().clone();
  }

  /** The body as text. */
  public String text() {
    return reply.text();
  }
}
