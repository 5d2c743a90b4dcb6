package fr.passerelle.catalog.study;

/**
 * Who reads the catalogue, which decides what there is to read.
 *
 * @param role as what
 * @param producer code of the producer whose key it is; empty for others
 */
public record Reader(Role role, String producer) {
  /** Someone without a key. */
  public static final Reader ANYONE = new Reader(Role.ANYONE, "");

  /** The operator of the installation. */
  public static final Reader OPERATOR = new Reader(Role.OPERATOR, "");

  /** As what someone reads. */
  public enum Role {
    /** Without a key. */
    ANYONE,
    /** With the key of a producer of the network. */
    PRODUCER,
    /** As the operator. */
    OPERATOR
  }

  /** Someone with the key of that producer. */
  public static Reader of(String producer) {
    return new Reader(Role.PRODUCER, producer);
  }

  /** Whether there is such a study, for this reader. */
  public boolean sees(Study study) {
    return sees(study.sight());
  }

  /** Whether what is seen so is there for this reader. */
  public boolean sees(Sight sight) {
    return switch (sight.audience()) {
      case PUBLIC -> true;
      case NETWORK -> role != Role.ANYONE;
      case PRODUCER ->
          role == Role.OPERATOR || (role == Role.PRODUCER && sight.producers().contains(producer));
    };
  }

  /** Whether it is a study of the producer who reads. */
  public boolean owns(Study study) {
    return role == Role.PRODUCER && study.content().producers().contains(producer);
  }

  /** What an answer may be cached under: readers of one key see the same. */
  public String cacheKey() {
    return role == Role.PRODUCER ? "producer/" + producer : role.name();
  }
}
