package fr.passerelle.vocab;

/**
 * Something in a source that breaks a rule, said so that a person can act on it.
 *
 * @param place where: {@code file:line:column}, or the code of the concept
 * @param rule short name of the rule broken, e.g. {@code orphan-link}
 * @param message what is wrong and what to do, in French
 */
public record Fault(String place, String rule, String message) {

  @Override
  public String toString() {
    return place + " [" + rule + "] " + message;
  }
}
