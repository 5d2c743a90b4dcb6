package fr.passerelle.vocab.service;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.release.Mapping;
import java.util.Locale;
import java.util.Optional;

/**
 * One step of a walk: a link that a release states, or a pair that a correspondence states.
 *
 * @param from where it leaves
 * @param to where it arrives
 * @param link what the link says; empty for a pair
 * @param mark weight of the link
 * @param mapping the pair; empty for a link
 * @param inverse whether it is stated the other way round
 * @param release the release that states it
 */
public record Hop(
    ConceptRef from,
    ConceptRef to,
    Optional<Link.Kind> link,
    Link.Mark mark,
    Optional<Mapping> mapping,
    boolean inverse,
    PublishedRelease release) {

  static Hop of(ConceptRef from, Link link, boolean inverse, PublishedRelease release) {
    return new Hop(
        from,
        link.target(),
        Optional.of(link.kind()),
        link.mark(),
        Optional.empty(),
        inverse,
        release);
  }

  static Hop of(Mapping mapping) {
    return new Hop(
        mapping.pair().from(),
        mapping.pair().to(),
        Optional.empty(),
        Link.Mark.NONE,
        Optional.of(mapping),
        mapping.inverse(),
        mapping.by().release());
  }

  /** A SKOS predicate for a pair, e.g. {@code relatedMatch}; the name of a link, in lower case. */
  public String predicate() {
    return mapping
        .map(each -> each.pair().predicate().id())
        .orElseGet(() -> link.map(kind -> kind.name().toLowerCase(Locale.ROOT)).orElse(""));
  }

  /** French phrase where a hop is not what it seems; empty for the others. */
  public String explanation() {
    return link.filter(Link.Kind.PARENT_V3::equals).isPresent()
        ? inverse
            ? "de la fiche ROME 3 aux fiches ROME 4 dont elle est le parent : les registres"
                + " indexent sur ROME 3, et toutes ces fiches ne sont pas forcément concernées"
            : "de la fiche ROME 4 à son parent ROME 3, sur lequel les registres indexent : le"
                + " parent peut avoir été divisé, la suite vaut pour lui"
        : "";
  }
}
