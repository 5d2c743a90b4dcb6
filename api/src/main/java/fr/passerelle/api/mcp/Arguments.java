package fr.passerelle.api.mcp;

import fr.passerelle.api.http.ProblemException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tool is asked with: types and bounds were held against its schema before.
 *
 * @param given values by name
 */
record Arguments(Map<String, Object> given) {

  /** A text, without blanks around it; empty where it is not given. */
  String text(String name) {
    @Nullable Object value = given.get(name);
    return value == null ? "" : value.toString().strip();
  }

  /** A text, where one is given. */
  Optional<String> optional(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  /**
   * A text that is needed.
   *
   * @throws ProblemException BAD_PARAMETER where it is blank
   */
  String required(String name) {
    return optional(name).orElseThrow(() -> ProblemException.parameter(name, "", "à donner"));
  }

  /** A whole number. */
  int number(String name, int usual) {
    return given.get(name) instanceof Number number ? number.intValue() : usual;
  }

  /** Language of labels: French, unless English is asked for. */
  String lang() {
    return text("lang").equals("en") ? "en" : "fr";
  }
}
