package fr.passerelle.api.mcp;

import java.util.List;
import java.util.Map;

/**
 * What a tool answers.
 *
 * @param content for programs
 * @param text the same in words, with the citation
 * @param links where more of it is
 */
record Told(Map<String, Object> content, String text, List<Link> links) {
  Told {
    links = List.copyOf(links);
  }

  /**
   * Where something is.
   *
   * @param name what it is
   * @param uri its address
   * @param mediaType what comes from there
   */
  record Link(String name, String uri, String mediaType) {
    /** A page for people. */
    static Link page(String name, String uri) {
      return new Link(name, uri, "text/html");
    }

    /** An answer of the REST API. */
    static Link json(String name, String uri) {
      return new Link(name, uri, "application/json");
    }
  }
}
