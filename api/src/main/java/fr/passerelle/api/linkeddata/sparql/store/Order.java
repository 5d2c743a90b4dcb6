package fr.passerelle.api.linkeddata.sparql.store;

/**
 * An order of triples. A triple is one number in it, so that the triples in order are a sorted
 * array: 24 bits for a subject or an object, 15 for a predicate.
 */
enum Order {
  /** By subject, predicate, object. */
  SPO(39, 24, 0),
  /** By predicate, object, subject. */
  POS(0, 48, 24),
  /** By object, subject, predicate. */
  OSP(15, 0, 39);

  /** Sixteen millions: some twenty times what all official files make. */
  static final int MOST_NODES = (1 << 24) - 1;

  /** Far more than any vocabulary of terms has. */
  static final int MOST_PREDICATES = (1 << 15) - 1;

  private final int subject;
  private final int predicate;
  private final int object;

  /** Places of their lowest bits. */
  Order(int subject, int predicate, int object) {
    this.subject = subject;
    this.predicate = predicate;
    this.object = object;
  }

  long key(int s, int p, int o) {
    return ((long) s << subject) | ((long) p << predicate) | ((long) o << object);
  }

  int subject(long key) {
    return (int) (key >>> subject) & MOST_NODES;
  }

  int predicate(long key) {
    return (int) (key >>> predicate) & MOST_PREDICATES;
  }

  int object(long key) {
    return (int) (key >>> object) & MOST_NODES;
  }

  /** How many bits follow what is known, where that is what the order begins with. */
  int free(boolean hasSubject, boolean hasPredicate, boolean hasObject) {
    int free = Long.SIZE - 1;
    free = hasSubject ? Math.min(free, subject) : free;
    free = hasPredicate ? Math.min(free, predicate) : free;
    return hasObject ? Math.min(free, object) : free;
  }
}
