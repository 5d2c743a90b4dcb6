package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.study.Reader;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.journal.Signature;

/**
 * Who changes something.
 *
 * @param by signature of what is written
 * @param as what of the catalogue is there for this person
 */
public record Actor(Signature by, Reader as) {
  /** The operator, at the command line. */
  public static final Actor COMMAND = new Actor(Signature.COMMAND, Reader.OPERATOR);

  /** What is bundled with the service. */
  public static final Actor BUNDLED = new Actor(Signature.BUNDLED, Reader.OPERATOR);

  /**
   * The holder of the key of a producer.
   *
   * @param key identifier of the key
   */
  public static Actor producer(String producer, String key) {
    return new Actor(new Signature(producer, "key " + key), Reader.of(producer));
  }

  /**
   * The operator with a key or a token.
   *
   * @param by signature of it
   */
  public static Actor operator(Signature by) {
    return new Actor(by, Reader.OPERATOR);
  }

  /** Whether the whole catalogue is this person's to change. */
  public boolean isOperator() {
    return as.role() == Reader.Role.OPERATOR;
  }

  /** Whether that study is this person's to change. */
  boolean owns(Study study) {
    return isOperator() || study.key().producer().equals(as.producer());
  }
}
