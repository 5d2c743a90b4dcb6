package fr.passerelle.api.rest;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a correspondence says of two concepts (a mapping in SSSOM 1.0).
 *
 * @param from first end, as read
 * @param to second end, as read
 * @param predicate SKOS predicate read from the first end, e.g. {@code relatedMatch}
 * @param direction {@code stated}, or {@code inverse} where the correspondence states it the other
 *     way round
 * @param cardinality as SSSOM writes it, e.g. {@code 1:n}
 * @param confidence 0 to 1; null where nobody assessed it
 * @param justification why it is stated, a term of SEMAPV
 * @param correspondence identifier of the correspondence that states it
 * @param author who states it
 * @param reviewer who reviewed it; empty if nobody
 * @param date ISO 8601 date on which it was stated; empty where the source is silent
 * @param edition edition whose release states it
 * @param release that release
 * @param comment words of the source; empty if none
 */
@Serdeable
@Schema(name = "Mapping")
public record MappingView(
    ConceptItem from,
    ConceptItem to,
    String predicate,
    String direction,
    String cardinality,
    @Nullable Double confidence,
    String justification,
    String correspondence,
    String author,
    String reviewer,
    String date,
    String edition,
    String release,
    String comment) {

  /**
   * A page of mappings.
   *
   * @param items by correspondence, then by code
   * @param total how many there are on all pages
   * @param next cursor of the next page; null on the last one
   * @param emptyReason why there are none, e.g. {@code no_pair}; null where there are
   * @param emptyExplanation the reason in French
   * @param sources releases that state the items of this page
   * @param terms under what the whole may be used again
   */
  @Serdeable
  @Schema(name = "MappingPage")
  record Listed(
      List<MappingView> items,
      int total,
      @Nullable String next,
      @Nullable String emptyReason,
      @Nullable String emptyExplanation,
      List<SourceView> sources,
      TermsView terms) {}
}
