package fr.passerelle.api.linkeddata.sparql.guard;

import org.apache.jena.query.QueryCancelledException;

/** A question that had too much of something: the engine ends as it does for any cancellation. */
final class ExcessException extends QueryCancelledException {
  private static final long serialVersionUID = 1L;
  private final Excess excess;

  ExcessException(Excess excess) {
    this.excess = excess;
  }

  Excess excess() {
    return excess;
  }
}
