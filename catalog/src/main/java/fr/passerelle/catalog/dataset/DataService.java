package fr.passerelle.catalog.dataset;

import java.util.List;

/**
 * An address that programs ask (dcat:DataService).
 *
 * @param iri its name, which is its identifier too
 * @param title title
 * @param description what it answers
 * @param endpoint its address
 * @param endpointDescription its description for machines; empty if there is none
 * @param standard the specification that it follows
 * @param landingPage page for people
 * @param keywords words to find it by
 */
public record DataService(
    String iri,
    String title,
    String description,
    String endpoint,
    String endpointDescription,
    Standard standard,
    String landingPage,
    List<String> keywords) {
  public DataService {
    keywords = List.copyOf(keywords);
  }

  /** A specification, with the name that people give it. */
  public record Standard(String iri, String title) {}
}
