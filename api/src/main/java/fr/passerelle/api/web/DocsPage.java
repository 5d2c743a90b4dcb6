package fr.passerelle.api.web;

import java.util.List;

/**
 * The contract of the REST API in a viewer that tries it.
 *
 * @param t words of the page
 */
record DocsPage(Texts t) {

  /** Addresses of its style sheets, the later ones win. */
  List<String> styles() {
    return List.of(Asset.VIEWER_STYLE.path(), Asset.DOCS_STYLE.path());
  }

  /** Addresses of its scripts, run in that order. */
  List<String> scripts() {
    return List.of(Asset.VIEWER_SCRIPT.path(), Asset.DOCS_SCRIPT.path());
  }
}
