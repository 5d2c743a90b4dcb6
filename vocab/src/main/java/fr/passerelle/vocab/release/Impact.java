package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Release;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who is touched by a release: what it retired or changed, every published use of that, and what
 * could take its place.
 *
 * @param edition edition compared
 * @param from release before
 * @param to release after
 * @param touched what is not as before, whether anything uses it or not
 * @param uses one for each place, the gravest first, then by code
 */
public record Impact(
    String edition, String from, String to, List<Touched> touched, List<Use> uses) {
  private static final Comparator<Use> ORDER =
      Comparator.comparing((Use use) -> use.touched().kind())
          .thenComparing(use -> use.touched().ref())
          .thenComparing(Use::by)
          .thenComparing(Use::other);

  public Impact {
    touched = List.copyOf(touched);
    uses = List.copyOf(uses);
  }

  /**
   * Compares two releases of an edition.
   *
   * @param others published releases of the other editions, each looked at once and let go
   */
  static Impact between(Release from, Release to, Stream<Release> others) {
    TouchedThings touched = new TouchedThings(from, to);
    Uses uses = uses(touched, from, others);
    uses.findSuccessions(to);
    Replacements replacements = new Replacements(from, to, uses.successions());
    return new Impact(
        to.edition().id(),
        from.id(),
        to.id(),
        touched.all(),
        uses.all().stream().map(use -> use.proposing(replacements.of(use))).sorted(ORDER).toList());
  }

  /** How many uses there are, without looking for what could take their place. */
  static int count(Release from, Release to, Stream<Release> others) {
    return uses(new TouchedThings(from, to), from, others).all().size();
  }

  private static Uses uses(TouchedThings touched, Release from, Stream<Release> others) {
    Uses uses = new Uses(touched);
    uses.ofRemovedPairs(from);
    if (!touched.all().isEmpty()) {
      others.forEach(uses::collect);
    }
    return uses;
  }
}
