package fr.passerelle.api.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.service.Cardinality;
import fr.passerelle.vocab.service.Translation;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * What codes of one vocabulary are in another.
 *
 * @param from vocabulary of the codes
 * @param to vocabulary wanted
 * @param correspondences those that were read; targets name the one that states them
 * @param items one for each code given, in the order given
 * @param unmapped codes without target, and why
 * @param ambiguous codes with several targets, as given
 * @param sources releases that state the correspondences, and the concepts that they join
 * @param terms under what the whole may be used again
 */
@Serdeable
@Schema(name = "Translation")
public record TranslationView(
    String from,
    String to,
    List<Read> correspondences,
    List<Item> items,
    List<Unmapped> unmapped,
    List<String> ambiguous,
    List<SourceView> sources,
    TermsView terms) {

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
      List<Target> targets,
      List<Inherited> inheritedFromV3,
      List<ConceptItem> replacedBy) {}

  /**
   * A correspondence that was read.
   *
   * @param id its identifier
   * @param author who states it
   * @param edition edition whose release states it
   * @param release that release
   */
  @Serdeable
  @Schema(name = "CorrespondenceRead")
  record Read(String id, String author, String edition, String release) {
    static Read of(PublishedCorrespondence by) {
      Release release = by.release().release();
      return new Read(
          by.correspondence().id(),
          by.correspondence().author().name(),
          release.edition().id(),
          release.id());
    }
  }

  /**
   * What a correspondence says of a code: a {@link MappingView} read from it, without what is said
   * once for the code or for the correspondence, and without what the source does not say. A
   * thousand codes have thousands of them.
   *
   * @param to the concept at the other end
   * @param predicate SKOS predicate read from the code, e.g. {@code relatedMatch}
   * @param direction {@code stated}, or {@code inverse} where the correspondence states it the
   *     other way round
   * @param cardinality as SSSOM writes it, e.g. {@code 1:n}
   * @param confidence 0 to 1; left out where nobody assessed it
   * @param justification why it is stated, a term of SEMAPV
   * @param correspondence identifier of the correspondence that states it
   * @param author who states this one, where that is not the author of the correspondence; else
   *     left out
   * @param reviewer who reviewed it; left out if nobody
   * @param date ISO 8601 date on which it was stated; left out where the source is silent
   * @param comment words of the source; left out if none
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "TranslatedTarget")
  record Target(
      ConceptItem to,
      String predicate,
      String direction,
      String cardinality,
      @Nullable Double confidence,
      String justification,
      String correspondence,
      @Nullable String author,
      @Nullable String reviewer,
      @Nullable String date,
      @Nullable String comment) {}

  /**
   * What a ROME 3 parent of a ROME 4 sheet has.
   *
   * @param parent the ROME 3 sheet that France Travail names as parent
   * @param targets what correspondences say of it
   */
  @Serdeable
  @Schema(name = "InheritedFromV3")
  record Inherited(ConceptItem parent, List<Target> targets) {}

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
    List<SourceView> sources =
        views.sources(
            said.correspondences().stream().map(PublishedCorrespondence::release),
            said.items().stream()
                .flatMap(item ->
                    Stream.concat(
                        item.concept().stream().map(Concept::ref),
                        item.targets().stream().map(each -> each.pair().to()))));
    return new TranslationView(
        said.from(),
        said.to(),
        said.correspondences().stream().map(Read::of).toList(),
        said.items().stream().map(item -> item(views, item)).toList(),
        said.items(Translation.Outcome.UNMAPPED).stream().map(TranslationView::unmapped).toList(),
        said.items(Translation.Outcome.AMBIGUOUS).stream().map(Translation.Item::input).toList(),
        sources,
        TermsView.of(sources));
  }

  private static Item item(Views views, Translation.Item item) {
    return new Item(
        item.input(),
        item.concept().map(views::item).orElse(null),
        item.outcome().name().toLowerCase(Locale.ROOT),
        targets(views, item.targets()),
        item.inherited().stream()
            .map(each -> new Inherited(views.item(each.parent()), targets(views, each.targets())))
            .toList(),
        views.items(item.replacedBy()));
  }

  private static List<Target> targets(Views views, List<Mapping> mappings) {
    return mappings.stream().map(mapping -> target(views, mapping)).toList();
  }

  private static Target target(Views views, Mapping mapping) {
    Pair pair = mapping.pair();
    OptionalDouble confidence = pair.confidence();
    return new Target(
        views.item(pair.to()),
        pair.predicate().id(),
        mapping.direction(),
        Cardinality.of(mapping).sign(),
        confidence.isPresent() ? confidence.getAsDouble() : null,
        pair.justification().curie(),
        mapping.by().correspondence().id(),
        said(pair.note().author()),
        said(pair.note().reviewer()),
        said(pair.note().date()),
        said(pair.note().comment()));
  }

  private static @Nullable String said(String words) {
    return words.isEmpty() ? null : words;
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
