package fr.passerelle.client.model;

/**
 * A value of a list that may grow: the constants are those known when this client was made, and a
 * newer service may answer others.
 */
public interface OpenEnum {
  /** The word as it is sent. */
  String value();

  /** Whether this client knows the value. */
  boolean isKnown();
}
