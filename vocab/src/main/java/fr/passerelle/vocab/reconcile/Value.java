package fr.passerelle.vocab.reconcile;

import fr.passerelle.vocab.Concept;
import java.time.LocalDate;

/** One of the values that a property of a concept has. */
public sealed interface Value {
  /** Words or a code. */
  record Text(String text) implements Value {}

  /** A day. */
  record Day(LocalDate day) implements Value {}

  /** Another concept. */
  record Entity(Concept concept) implements Value {}
}
