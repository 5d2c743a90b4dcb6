package fr.passerelle.api.graphql;

import fr.passerelle.api.http.Language;
import fr.passerelle.api.http.ProblemException;
import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A field that is being asked for: its arguments, and what the request sees.
 *
 * @param environment what the engine says of it
 * @param view what the request sees
 */
record Call(DataFetchingEnvironment environment, View view) {
  static final int DEFAULT_FIRST = 20;
  static final int MOST_FIRST = 100;

  static Call of(DataFetchingEnvironment environment) {
    View view = Objects.requireNonNull(environment.getGraphQlContext().get(View.class));
    return new Call(environment, view);
  }

  /** Name of the field in the schema. */
  String field() {
    return environment.getFieldDefinition().getName();
  }

  /** An argument that is a string; empty if it is not given. */
  String text(String name) {
    @Nullable String value = environment.getArgument(name);
    return value == null ? "" : value;
  }

  /** An argument that is an enum of ours; null if it is not given. */
  <E extends Enum<E>> @Nullable E choice(Class<E> type, String name) {
    @Nullable Object value = environment.getArgument(name);
    return type.cast(value);
  }

  /** An argument that is a list; empty if it is not given. */
  <T> List<T> list(String name) {
    @Nullable List<T> value = environment.getArgument(name);
    return value == null ? List.of() : value;
  }

  /**
   * Number of elements asked for.
   *
   * @throws ProblemException out of bounds
   */
  int first() {
    @Nullable Integer first = environment.getArgument("first");
    int value = first == null ? DEFAULT_FIRST : first;
    if (value < 1 || value > MOST_FIRST) {
      throw ProblemException.parameter(
          "first", Integer.toString(value), "un nombre de 1 à " + MOST_FIRST);
    }
    return value;
  }

  /**
   * Language asked for by the argument {@code lang}, else that of the request.
   *
   * @throws ProblemException if it is not ours
   */
  String lang() {
    String asked = text("lang");
    return asked.isEmpty() ? view.lang() : Language.known(asked);
  }
}
