package fr.passerelle.api.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The graph in an editor that tries it.
 *
 * @param t words of the page
 */
record GraphiqlPage(Texts t) {
  /** Ready queries, each a tab; a test asks them all. */
  static final List<String> EXAMPLES =
      List.of("metier", "competence", "recherche", "etudes", "chiffres", "parcours").stream()
          .map(GraphiqlPage::read)
          .toList();

  private static String read(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            GraphiqlPage.class.getResourceAsStream("graphiql/" + name + ".graphql"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> examples() {
    return EXAMPLES;
  }

  /** Addresses of its style sheets, the later ones win. */
  List<String> styles() {
    return List.of(Asset.GRAPHIQL_STYLE.path(), Asset.GRAPHIQL_OWN_STYLE.path());
  }

  /** Addresses of its scripts, run in that order. */
  List<String> scripts() {
    return List.of(
        Asset.REACT.path(),
        Asset.REACT_DOM.path(),
        Asset.GRAPHIQL_SCRIPT.path(),
        Asset.GRAPHIQL_OWN_SCRIPT.path());
  }
}
