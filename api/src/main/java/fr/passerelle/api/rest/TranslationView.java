package fr.passerelle.api.rest;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.service.Translation;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/**
 * What codes of one vocabulary are in another.
 *
 * @param from vocabulary of the codes
 * @param to vocabulary wanted
 * @param correspondences identifiers of the correspondences that were read
 * @param items one for each code given, in the order given
 * @param unmapped codes without target, and why
 * @param ambiguous codes with several targets, as given
 * @param sources releases that state the correspondences
 */
@Serdeable
@Schema(name = "Translation")
public record TranslationView(
    String from,
    String to,
    List<String> correspondences,
    List<Item> items,
    List<Unmapped> unmapped,
    List<String> ambiguous,
    List<SourceView> sources) {

  /**
   * What one code is in the other vocabulary.
   *
   * @param input the code as given
   * @param concept the concept of that code; null if there is none
   * @param outcome {@code mapped}, {@code ambiguous} or {@code unmapped}
   * @param targets what correspondences say of it
   * @param inheritedFromV3 what they say of its ROME 3 parents, a list apart: a parent may have
   *     been split, so that a target may belong to a sibling only
   * @param replacedBy what takes its place where it is retired
   */
  @Serdeable
  @Schema(name = "TranslatedCode")
  record Item(
      String input,
      @Nullable ConceptItem concept,
      String outcome,
      List<MappingView> targets,
      List<Inherited> inheritedFromV3,
      List<ConceptItem> replacedBy) {}

  /**
   * What a ROME 3 parent of a ROME 4 sheet has.
   *
   * @param parent the ROME 3 sheet that France Travail names as parent
   * @param targets what correspondences say of it
   */
  @Serdeable
  @Schema(name = "InheritedFromV3")
  record Inherited(ConceptItem parent, List<MappingView> targets) {}

  /**
   * A code without target.
   *
   * @param input the code as given
   * @param reason {@code unknown_code}, {@code no_pair}, {@code said_none} or {@code
   *     inherited_only}
   * @param explanation the reason in French
   * @param comment words of the correspondence that says that there is nothing; empty if none
   * @param nearest codes that look like an unknown one; looked for only for the first twenty
   */
  @Serdeable
  @Schema(name = "UnmappedCode")
  record Unmapped(
      String input, String reason, String explanation, String comment, List<String> nearest) {}

  static TranslationView of(Views views, Translation said) {
    return new TranslationView(
        said.from(),
        said.to(),
        said.correspondences().stream().map(each -> each.correspondence().id()).toList(),
        said.items().stream().map(item -> item(views, item)).toList(),
        said.items(Translation.Outcome.UNMAPPED).stream().map(TranslationView::unmapped).toList(),
        said.items(Translation.Outcome.AMBIGUOUS).stream().map(Translation.Item::input).toList(),
        said.correspondences().stream()
            .map(each -> each.release())
            .distinct()
            .map(SourceView::of)
            .toList());
  }

  private static Item item(Views views, Translation.Item item) {
    return new Item(
        item.input(),
        item.concept().map(views::item).orElse(null),
        item.outcome().name().toLowerCase(Locale.ROOT),
        views.mappings(item.targets()),
        item.inherited().stream()
            .map(each -> new Inherited(views.item(each.parent()), views.mappings(each.targets())))
            .toList(),
        views.items(item.replacedBy()));
  }

  private static Unmapped unmapped(Translation.Item item) {
    return new Unmapped(
        item.input(),
        item.reason().name().toLowerCase(Locale.ROOT),
        item.reason().explanation(),
        item.comment(),
        item.nearest().stream().map(ConceptRef::code).toList());
  }
}
