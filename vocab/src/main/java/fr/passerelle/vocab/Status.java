package fr.passerelle.vocab;

/** Whether a concept can be used today. */
public enum Status {
  /** Part of the published release. */
  CURRENT,
  /** Was part of an earlier release; its URI still answers (owl:deprecated). */
  RETIRED,
  /** Cited by a source, but its own record has not arrived: a stub. */
  REFERENCED
}
