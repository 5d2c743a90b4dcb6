package fr.passerelle.api.study;

import fr.passerelle.api.http.ProblemException;
import java.util.regex.Pattern;

/** Years that parameters name. */
public final class Years {
  private static final Pattern FORM = Pattern.compile("(19|20|21)\\d\\d");

  private Years() {}

  /**
   * The year of a text.
   *
   * @throws ProblemException BAD_PARAMETER where it is none
   */
  public static int of(String parameter, String text) {
    if (!FORM.matcher(text).matches()) {
      throw ProblemException.parameter(parameter, text, "une année de 1900 à 2199");
    }
    return Integer.parseInt(text);
  }
}
