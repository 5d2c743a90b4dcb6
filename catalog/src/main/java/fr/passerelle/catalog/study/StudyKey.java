package fr.passerelle.catalog.study;

/**
 * How a producer names a study: a second deposit under the same key updates the first.
 *
 * @param producer code of the producer
 * @param identifier its own identifier
 */
public record StudyKey(String producer, String identifier) {
  @Override
  public String toString() {
    return producer + "/" + identifier;
  }
}
