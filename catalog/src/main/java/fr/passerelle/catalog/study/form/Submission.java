package fr.passerelle.catalog.study.form;

import fr.passerelle.catalog.study.RecordOrigin;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A form that somebody sent, or that was made of a record from elsewhere.
 *
 * @param form the form
 * @param place says where a pointer of it is for its sender: the pointer itself, or a cell of a
 *     file
 * @param origin where its record comes from
 */
public record Submission(
    Map<String, Object> form, UnaryOperator<String> place, RecordOrigin origin) {
  public Submission {
    form = Map.copyOf(form);
  }

  /** A form that originates here. */
  public Submission(Map<String, Object> form, UnaryOperator<String> place) {
    this(form, place, RecordOrigin.HERE);
  }

  /** A form whose sender knows its pointers. */
  public static Submission of(Map<String, Object> form) {
    return new Submission(form, UnaryOperator.identity());
  }
}
