package fr.passerelle.api.http;

import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** An answer at hand: what the same request gets as long as nothing that is published changes. */
final class Hit {
  private static final String ATTRIBUTE = "passerelle.answer";
  private static final String REFUSED = "passerelle.asked-each-time";

  private final long state;
  private final Representation representation;
  private final List<Consumer<Reading>> readers;
  private volatile List<Ready> written = List.of();

  /**
   * An answer.
   *
   * @param state number of the state before the answer was looked for; the state itself, of which
   *     much hangs, is not held
   * @param readers who count readings of it
   */
  Hit(long state, Representation representation, List<Consumer<Reading>> readers) {
    this.state = state;
    this.representation = representation;
    this.readers = List.copyOf(readers);
  }

  /** Says that the answer to a request is never at hand. */
  static void refuse(HttpRequest<?> request) {
    request.setAttribute(REFUSED, true);
  }

  /** Says which representation a request was answered with. */
  static void offer(HttpRequest<?> request, Representation representation) {
    request.setAttribute(ATTRIBUTE, representation);
  }

  /** Which representation a request was answered with, if it may be at hand. */
  static Optional<Representation> offered(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, Representation.class)
        .filter(answer -> request.getAttribute(REFUSED).isEmpty());
  }

  /** Whether it is still right. */
  boolean isOf(DataState now) {
    return state == now.number();
  }

  /** The answer. */
  Representation representation() {
    return representation;
  }

  /** Tells who counts readings of one more. */
  void told(boolean head, io.netty.handler.codec.http.HttpHeaders headers) {
    if (!readers.isEmpty()) {
      Reading reading = new Reading(head, headers::get);
      readers.forEach(reader -> reader.accept(reading));
    }
  }

  /** One coding of it, written when it is first asked for. */
  @SuppressWarnings("ReferenceEquality") // bytes are made once: the same ones, not equal ones
  Ready ready(Encoded encoded, String server) {
    for (Ready each : written) {
      if (each.encoded().bytes() == encoded.bytes()) {
        return each;
      }
    }
    Ready ready = Ready.of(representation, encoded, server);
    List<Ready> more = new ArrayList<>(written);
    more.add(ready);
    // Two at once may lose one another's: it is written again then.
    if (more.size() <= Coding.values().length) {
      written = List.copyOf(more);
    }
    return ready;
  }

  /** In bytes. */
  int weight() {
    return representation.weight() + 100;
  }
}
