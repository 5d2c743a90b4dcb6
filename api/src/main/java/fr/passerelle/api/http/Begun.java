package fr.passerelle.api.http;

import io.micronaut.http.HttpRequest;

/**
 * When a request began: before anything was read for it.
 *
 * @param state what was published then
 * @param second the time, in seconds
 */
record Begun(DataState state, long second) {
  private static final String ATTRIBUTE = "passerelle.begun";

  /** Notes that a request begins. */
  static void note(HttpRequest<?> request, DataStates states) {
    // The time first: a state that comes in between begins later than what is made for it.
    long second = DataStates.second();
    request.setAttribute(ATTRIBUTE, new Begun(states.now(), second));
  }

  static Begun of(HttpRequest<?> request, DataStates states) {
    return request
        .getAttribute(ATTRIBUTE, Begun.class)
        .orElseGet(() -> new Begun(states.now(), DataStates.second()));
  }

  /**
   * The second that what was found for the request is said to be of: no two of one address share it
   * (RFC 9110, section 8.8.2), as each state begins later than what was found in the one before.
   *
   * @return {@link Representation#UNDATED} where the state changed meanwhile
   */
  long made(DataStates states) {
    return states.now().number() == state.number()
        ? Math.max(second, state.since())
        : Representation.UNDATED;
  }
}
