package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Link;
import java.util.Optional;

/**
 * How a property of Passerelle's own vocabulary is named for people.
 *
 * @param id local name, also the one used in REST
 * @param fr French name
 * @param en English name
 * @param comment what it means, in French
 */
public record TermName(String id, String fr, String en, String comment) {

  /** The property of that local name. */
  public static Optional<TermName> find(String id) {
    return Optional.ofNullable(OwnTerm.ALL.get(id))
        .map(term -> new TermName(id, term.fr(), term.en(), term.comment()));
  }

  /** The property that says links of that kind; those that SKOS or DCMI name have none. */
  public static Optional<TermName> of(Link.Kind kind) {
    return kind == Link.Kind.NIVEAU ? Optional.empty() : find(Terms.camel(kind));
  }
}
