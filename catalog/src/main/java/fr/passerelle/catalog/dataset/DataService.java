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
 * @param landingPage page for people
 * @param keywords words to find it by
 */
public record DataService(
    String iri,
    String title,
    String description,
    String endpoint,
    String endpointDescription,
    String landingPage,
    List<String> keywords) {
  public DataService {
    keywords = List.copyOf(keywords);
  }
}
