package fr.passerelle.catalog.studies;

import java.util.List;

/**
 * A series that a reader finds in the catalogue.
 *
 * @param key its word in addresses
 * @param title its title
 * @param producers codes of those whose studies are in it
 * @param studies how many
 */
public record PublishedSeries(String key, String title, List<String> producers, int studies) {
  public PublishedSeries {
    producers = List.copyOf(producers);
  }
}
