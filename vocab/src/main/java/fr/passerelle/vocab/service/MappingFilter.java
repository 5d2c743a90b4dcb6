package fr.passerelle.vocab.service;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.release.Mapping;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Which mappings are asked for; what is empty asks for nothing in particular.
 *
 * <p>With {@code from} or {@code to}, pairs are read in the direction asked, also those that their
 * correspondence states the other way round.
 *
 * @param from first end
 * @param to second end
 * @param scheme scheme of either end; empty for any
 * @param predicate as read in the direction asked
 * @param correspondence identifier of the only correspondence wanted; empty for any
 * @param confidence how sure their author has to be
 */
public record MappingFilter(
    Optional<End> from,
    Optional<End> to,
    String scheme,
    Optional<Predicate> predicate,
    String correspondence,
    Confidence confidence) {

  /**
   * A concept, or any concept of a scheme.
   *
   * @param scheme identifier of the scheme
   * @param code code in it; empty for any
   */
  public record End(String scheme, String code) {
    Optional<ConceptRef> ref() {
      return code.isEmpty() ? Optional.empty() : Optional.of(new ConceptRef(scheme, code));
    }

    boolean holds(ConceptRef ref) {
      return ref.scheme().equals(scheme) && (code.isEmpty() || ref.code().equals(code));
    }
  }

  /**
   * How sure the author of a pair has to be.
   *
   * @param atLeast least confidence, 0 to 1, of pairs that were assessed; empty for any
   * @param unassessed only pairs that nobody assessed
   */
  public record Confidence(OptionalDouble atLeast, boolean unassessed) {
    /** Any. */
    public static final Confidence ANY = new Confidence(OptionalDouble.empty(), false);

    boolean holds(Pair pair) {
      if (unassessed) {
        return pair.confidence().isEmpty();
      }
      return atLeast.isEmpty()
          || (pair.confidence().isPresent()
              && pair.confidence().getAsDouble() >= atLeast.getAsDouble());
    }
  }

  /** Everything that is said of a concept, read from it. */
  public static MappingFilter from(ConceptRef ref) {
    return new MappingFilter(
        Optional.of(new End(ref.scheme(), ref.code())),
        Optional.empty(),
        "",
        Optional.empty(),
        "",
        Confidence.ANY);
  }

  /** Whether a direction is asked for. */
  boolean directed() {
    return from.isPresent() || to.isPresent();
  }

  boolean holds(Mapping mapping) {
    Pair pair = mapping.pair();
    return from.filter(end -> !end.holds(pair.from())).isEmpty()
        && to.filter(end -> !end.holds(pair.to())).isEmpty()
        && (scheme.isEmpty()
            || pair.from().scheme().equals(scheme)
            || pair.to().scheme().equals(scheme))
        && predicate.filter(each -> each != pair.predicate()).isEmpty()
        && confidence.holds(pair);
  }
}
