package fr.passerelle.vocab;

import java.util.List;

/**
 * What becomes of some concepts of one scheme in another (xkos:ConceptAssociation): n become m, an
 * empty side meaning a creation or a disappearance.
 *
 * @param sources concepts of the source scheme, in code order
 * @param targets concepts of the target scheme, in code order
 * @param comment words of the source; empty where it has none
 */
public record Association(List<ConceptRef> sources, List<ConceptRef> targets, String comment) {

  public Association {
    sources = sources.stream().sorted().distinct().toList();
    targets = targets.stream().sorted().distinct().toList();
    if (sources.isEmpty() && targets.isEmpty()) {
      throw new IllegalArgumentException("an association of nothing with nothing");
    }
  }

  /** A concept that the other scheme has nothing for. */
  public static Association gone(ConceptRef source, String comment) {
    return new Association(List.of(source), List.of(), comment);
  }

  /** A concept that comes from nothing in the other scheme. */
  public static Association created(ConceptRef target, String comment) {
    return new Association(List.of(), List.of(target), comment);
  }

  /**
   * Name in the correspondence, stable from one release to the next: its first source code, or its
   * first target code after a sign that no code begins with.
   */
  public String key() {
    return sources.isEmpty() ? "-" + targets.getFirst().code() : sources.getFirst().code();
  }
}
