package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import java.util.List;

/** The links that point at a concept, as the snapshot of published releases knows them. */
@FunctionalInterface
public interface Inverse {

  /**
   * Links that point at that concept; the {@code target} of each is the <em>source</em> concept,
   * which holds the link.
   */
  List<Link> inverse(ConceptRef target);
}
