package fr.passerelle.api.rest;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.service.BrokenHop;
import fr.passerelle.vocab.service.Hop;
import fr.passerelle.vocab.service.Walk;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * The ways from a concept to a station of the chain: skill, occupation, certification, training
 * domain. Computed for this answer; no pair follows from it.
 *
 * @param from where it begins
 * @param to where it was asked to end
 * @param total how many ways there are
 * @param truncated whether {@code paths} or {@code broken} leaves some out, or the search was cut
 * @param reachedCount concepts at the end of a way, each counted once
 * @param reached the first of them, in the order in which they were met
 * @param paths the first ways, each a chain of hops
 * @param brokenCount concepts that lead nowhere
 * @param broken the first of them, and why
 * @param sources releases that state the hops shown, and the concepts that they join
 * @param terms under what the whole may be used again
 */
@Serdeable
@Schema(name = "Walk")
public record WalkView(
    ConceptItem from,
    String to,
    long total,
    boolean truncated,
    int reachedCount,
    List<ConceptItem> reached,
    List<PathView> paths,
    int brokenCount,
    List<BrokenView> broken,
    List<SourceView> sources,
    TermsView terms) {

  /**
   * A way.
   *
   * @param hops its hops, each beginning where the one before ends
   */
  @Serdeable
  @Schema(name = "Path")
  record PathView(List<HopView> hops) {}

  /**
   * A hop.
   *
   * @param from where it leaves
   * @param to where it arrives
   * @param predicate SKOS predicate of a pair, or name of a link: {@code competence}, {@code
   *     parent_v3}
   * @param direction {@code stated}, or {@code inverse} where it is stated the other way round
   * @param mark weight of a link: {@code principale}, {@code emergente} or empty
   * @param correspondence identifier of the correspondence; null for a link within a release
   * @param justification why the pair is stated, a term of SEMAPV; null for a link
   * @param confidence 0 to 1; null where nobody assessed it
   * @param author who states it
   * @param edition edition whose release states it
   * @param release that release
   * @param explanation what to know of a hop from one edition to another; empty for the others
   */
  @Serdeable
  @Schema(name = "Hop")
  record HopView(
      ConceptItem from,
      ConceptItem to,
      String predicate,
      String direction,
      String mark,
      @Nullable String correspondence,
      @Nullable String justification,
      @Nullable Double confidence,
      String author,
      String edition,
      String release,
      String explanation) {}

  /**
   * A concept that leads nowhere.
   *
   * @param concept the concept
   * @param reason e.g. {@code no_certification}
   * @param explanation the reason in French
   * @param comment words of the correspondence that says that there is nothing; empty if none
   */
  @Serdeable
  @Schema(name = "BrokenHop")
  record BrokenView(ConceptItem concept, String reason, String explanation, String comment) {}

  static WalkView of(Views views, Walk walk, int limit) {
    String station = walk.goal().station().name().toLowerCase(Locale.ROOT);
    List<SourceView> sources = views.sources(walk);
    boolean cut = walk.broken().size() > limit || walk.reached().size() > limit;
    return new WalkView(
        views.item(walk.start()),
        walk.goal().scheme().isEmpty() ? station : station + " " + walk.goal().scheme(),
        walk.total(),
        walk.truncated() || cut,
        walk.reached().size(),
        walk.reached().stream().limit(limit).map(views::item).toList(),
        walk.paths().stream()
            .map(path -> new PathView(path.stream().map(hop -> hop(views, hop)).toList()))
            .toList(),
        walk.broken().size(),
        walk.broken().stream().limit(limit).map(each -> broken(views, each)).toList(),
        sources,
        TermsView.of(sources));
  }

  private static BrokenView broken(Views views, BrokenHop broken) {
    Concept concept = broken.concept();
    return new BrokenView(
        views.item(concept),
        broken.reason().name().toLowerCase(Locale.ROOT),
        broken.reason().explanation(),
        broken.comment());
  }

  private static HopView hop(Views views, Hop hop) {
    @Nullable MappingView mapping = hop.mapping().map(views::mapping).orElse(null);
    OptionalDouble confidence =
        hop.mapping()
            .map(Mapping::pair)
            .map(pair -> pair.confidence())
            .orElse(OptionalDouble.empty());
    return new HopView(
        views.item(hop.from()),
        views.item(hop.to()),
        hop.predicate(),
        hop.inverse() ? "inverse" : "stated",
        hop.mark() == Link.Mark.NONE ? "" : hop.mark().name().toLowerCase(Locale.ROOT),
        mapping == null ? null : mapping.correspondence(),
        mapping == null ? null : mapping.justification(),
        confidence.isPresent() ? confidence.getAsDouble() : null,
        mapping == null ? hop.release().release().edition().producer() : mapping.author(),
        hop.release().release().edition().id(),
        hop.release().release().id(),
        hop.explanation());
  }
}
