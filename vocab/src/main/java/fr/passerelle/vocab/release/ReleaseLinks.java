package fr.passerelle.vocab.release;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Release;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The links of one release seen from their targets, gathered when first asked for. */
public final class ReleaseLinks {
  private final Release release;
  private @Nullable Inverse inverse;

  private ReleaseLinks(Release release) {
    this.release = release;
  }

  /** The links of that release. */
  public static ReleaseLinks of(Release release) {
    return new ReleaseLinks(release);
  }

  /** Links to that concept; the target of each is the concept that holds it. */
  public synchronized List<Link> inverse(ConceptRef target) {
    Inverse gathered = inverse;
    if (gathered == null) {
      gathered = new Inverse(release);
      inverse = gathered;
    }
    return gathered.of(target);
  }
}
