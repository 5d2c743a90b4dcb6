package fr.passerelle.api.rest;

import fr.passerelle.vocab.service.Counterpart;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A certification that reaches a ROME 4 sheet through its ROME 3 parents.
 *
 * @param concept the certification
 * @param inferred always true: no correspondence says it of the sheet itself
 * @param via the ROME 3 parents through which it is reached
 * @param statements what correspondences say of these parents and of the certification
 * @param explanation what to know of it, in French
 */
@Serdeable
@Schema(name = "InheritedCertification")
public record InheritedView(
    ConceptItem concept,
    boolean inferred,
    List<ConceptItem> via,
    List<MappingView> statements,
    String explanation) {

  /**
   * A page of them.
   *
   * @param items by code
   * @param total how many there are on all pages
   * @param next cursor of the next page; null on the last one
   * @param emptyReason why there are none, e.g. {@code no_v3_parent}; null where there are
   * @param emptyExplanation the reason in French
   * @param sources releases that state the items of this page
   * @param terms under what the whole may be used again
   */
  @Serdeable
  @Schema(name = "InheritedPage")
  record Listed(
      List<InheritedView> items,
      int total,
      @Nullable String next,
      @Nullable String emptyReason,
      @Nullable String emptyExplanation,
      List<SourceView> sources,
      TermsView terms) {}

  static InheritedView of(Views views, Counterpart each) {
    return new InheritedView(
        views.item(each.concept()),
        each.inferred(),
        views.items(each.via()),
        views.mappings(each.statements()),
        each.explanation());
  }
}
