package fr.passerelle.catalog.study.form;

import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A form that somebody sent.
 *
 * @param form the form
 * @param place says where a pointer of it is for its sender: the pointer itself, or a cell of a
 *     file
 */
public record Submission(Map<String, Object> form, UnaryOperator<String> place) {
  public Submission {
    form = Map.copyOf(form);
  }

  /** A form whose sender knows its pointers. */
  public static Submission of(Map<String, Object> form) {
    return new Submission(form, UnaryOperator.identity());
  }
}
