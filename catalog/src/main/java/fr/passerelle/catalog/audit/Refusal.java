package fr.passerelle.catalog.audit;

/** An exception by which a channel says no, and not that something of ours is broken. */
public interface Refusal {
  /** Word of the rule that refuses. */
  String refusedBy();
}
