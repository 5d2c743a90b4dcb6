package fr.passerelle.api.rest;

import fr.passerelle.api.http.Answers;
import fr.passerelle.api.http.FigureDesk;
import io.micronaut.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What questions about figures have in common, as it is asked. */
final class FigureParameters {
  private FigureParameters() {}

  static FigureDesk.Where where(
      @Nullable String territory,
      @Nullable String perimeter,
      @Nullable String each,
      @Nullable String within) {
    return new FigureDesk.Where(split(territory), split(perimeter), text(each), text(within));
  }

  private static List<String> split(@Nullable String codes) {
    return codes == null || codes.isEmpty() ? List.of() : List.of(codes.split(",", -1));
  }

  /** Perimeters are looked up each time: those that nobody asks for are forgotten. */
  static void lookUp(HttpRequest<?> request, @Nullable String perimeter) {
    if (perimeter != null) {
      Answers.askEachTime(request);
    }
  }

  static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
