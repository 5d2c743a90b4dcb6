package fr.passerelle.api.http;

import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request to read, as those see it who count what is read: the same whether its answer was at
 * hand or made.
 *
 * @param head whether only the headers are asked for
 * @param header value of a header by its name, if there is one
 */
public record Reading(boolean head, Function<String, @Nullable String> header) {
  private static final String ATTRIBUTE = "passerelle.readers";

  /** Of a request. */
  private static Reading of(HttpRequest<?> request) {
    return new Reading(request.getMethod() == HttpMethod.HEAD, request.getHeaders()::get);
  }

  /**
   * Does something at this request, and whenever its answer is given again from memory without
   * asking the controller.
   *
   * @param action quick: others wait
   */
  public static void each(HttpRequest<?> request, Consumer<Reading> action) {
    action.accept(of(request));
    List<Consumer<Reading>> all = new ArrayList<>(actions(request));
    all.add(action);
    request.setAttribute(ATTRIBUTE, all);
  }

  /** What was to be done at each reading. */
  @SuppressWarnings("unchecked") // set above only
  static List<Consumer<Reading>> actions(HttpRequest<?> request) {
    Optional<Object> actions = request.getAttribute(ATTRIBUTE);
    return actions.isPresent() ? (List<Consumer<Reading>>) actions.get() : List.of();
  }
}
