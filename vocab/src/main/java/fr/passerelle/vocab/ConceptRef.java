package fr.passerelle.vocab;

/**
 * The name of a concept: its scheme and its code in that scheme.
 *
 * @param scheme scheme identifier, e.g. {@code rome-4}
 * @param code notation in the scheme, e.g. {@code M1805}
 */
public record ConceptRef(String scheme, String code) implements Comparable<ConceptRef> {

  /** Whether a code can be part of a URI: letters, digits and {@code . _ / -}, 100 at most. */
  public static boolean isCode(String code) {
    return Integrity.isCode(code);
  }

  /** Text in the order of names: no scheme and no code has a blank. */
  public String key() {
    return scheme + " " + code;
  }

  /** Written out, as all that is published is found by these: the code first, which differs. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ConceptRef that && code.equals(that.code) && scheme.equals(that.scheme);
  }

  @Override
  public int hashCode() {
    return 31 * scheme.hashCode() + code.hashCode();
  }

  @Override
  public int compareTo(ConceptRef other) {
    int byScheme = scheme.compareTo(other.scheme);
    return byScheme != 0 ? byScheme : code.compareTo(other.code);
  }

  @Override
  public String toString() {
    return scheme + "/" + code;
  }
}
