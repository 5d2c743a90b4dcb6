package fr.passerelle.api.rest;

import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Coverage;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;

/**
 * A published correspondence between two schemes, and how much of them it covers.
 *
 * @param uri persistent name
 * @param id identifier, {@code {author}/{source}--{target}}
 * @param title French title
 * @param author who states it
 * @param method how it was made, in French
 * @param from its source side
 * @param to its target side
 * @param pairs number of pairs
 * @param predicates pairs by predicate
 * @param mappings address of its pairs
 * @param edition edition whose releases state it
 * @param releases address of these releases, beside which are {@code changes} and {@code diff}
 * @param feed address of the Atom feed of its changes
 * @param source release that states it: producer, date, licence, citation
 */
@Serdeable
@Schema(name = "Correspondence")
public record CorrespondenceView(
    String uri,
    String id,
    String title,
    AuthorView author,
    String method,
    SideView from,
    SideView to,
    int pairs,
    List<PredicateCount> predicates,
    String mappings,
    String edition,
    String releases,
    String feed,
    SourceView source) {

  /**
   * An author of correspondences.
   *
   * @param id word used in URIs
   * @param name name
   */
  @Serdeable
  @Schema(name = "Author")
  public record AuthorView(String id, String name) {}

  /**
   * A side of a correspondence.
   *
   * @param uri persistent name of the scheme
   * @param vocab identifier of the scheme
   * @param title its French name
   * @param matchedRelease release that the author worked on; empty where the author does not say
   * @param publishedRelease release that is published here; empty where there are only stubs
   * @param mapped concepts that have a pair
   * @param concepts concepts that could have one: not retired, of a type that it joins
   * @param unmatched concepts said to have nothing on the other side
   */
  @Serdeable
  @Schema(name = "CorrespondenceSide")
  public record SideView(
      String uri,
      String vocab,
      String title,
      String matchedRelease,
      String publishedRelease,
      int mapped,
      int concepts,
      int unmatched) {}

  /**
   * How many pairs there are of a predicate.
   *
   * @param predicate e.g. {@code relatedMatch}
   * @param count number of pairs
   */
  @Serdeable
  @Schema(name = "PredicateCount")
  public record PredicateCount(String predicate, int count) {}

  /**
   * All published correspondences.
   *
   * @param items the correspondences, by identifier
   * @param total how many there are on all pages
   * @param next cursor of the next page; null on the last one
   * @param emptyReason {@code none_published}; null where there are
   * @param emptyExplanation the reason in French
   */
  @Serdeable
  @Schema(name = "CorrespondencePage")
  record Listed(
      List<CorrespondenceView> items,
      int total,
      @Nullable String next,
      @Nullable String emptyReason,
      @Nullable String emptyExplanation) {}

  static CorrespondenceView of(Snapshot snapshot, Uris uris, PublishedCorrespondence by) {
    Correspondence said = by.correspondence();
    Edition edition = by.release().release().edition();
    Coverage coverage = Coverage.of(snapshot, by);
    return new CorrespondenceView(
        uris.correspondence(edition, said),
        said.id(),
        said.title(),
        new AuthorView(said.author().id(), said.author().name()),
        said.method(),
        side(snapshot, uris, said.source(), said.versions().source(), coverage.source()),
        side(snapshot, uris, said.target(), said.versions().target(), coverage.target()),
        coverage.pairs(),
        predicates(coverage),
        "/api/v1/mappings?correspondence=" + said.id(),
        edition.id(),
        "/api/v1/correspondences/" + said.id() + "/releases",
        "/feeds/correspondence/" + said.id() + ".atom",
        SourceView.of(by.release()));
  }

  private static List<PredicateCount> predicates(Coverage coverage) {
    return Arrays.stream(Predicate.values())
        .filter(coverage.predicates()::containsKey)
        .map(each -> new PredicateCount(each.id(), coverage.predicates().getOrDefault(each, 0)))
        .toList();
  }

  /** Ends of pairs are in schemes that are published, be it as stubs. */
  private static SideView side(
      Snapshot snapshot, Uris uris, String id, String matched, Coverage.Side side) {
    PublishedScheme scheme = snapshot.findScheme(id).orElseThrow();
    return new SideView(
        uris.scheme(scheme.release().release().edition(), id),
        id,
        scheme.scheme().title(),
        matched,
        scheme.companion() ? "" : scheme.release().release().id(),
        side.mapped(),
        side.concepts(),
        side.unmatched());
  }
}
