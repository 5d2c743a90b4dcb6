package fr.passerelle.vocab.release;

import fr.passerelle.vocab.ConceptRef;
import java.util.List;

/**
 * One place where something published uses what a release touched.
 *
 * @param touched what is used
 * @param by identifier of the correspondence, or of the edition whose record has a link
 * @param release release of the edition that states it
 * @param other the other end of the pair, or the record that has the link
 * @param otherLabel its label there
 * @param relation predicate of the pair as the correspondence states it, or kind of the link
 * @param replacements what is proposed instead; may be empty
 */
public record Use(
    Touched touched,
    String by,
    String release,
    ConceptRef other,
    String otherLabel,
    String relation,
    List<Replacement> replacements) {

  public Use {
    replacements = List.copyOf(replacements);
  }

  /** The same with what is proposed instead. */
  Use proposing(List<Replacement> proposed) {
    return new Use(touched, by, release, other, otherLabel, relation, proposed);
  }
}
