package fr.passerelle.api.rest;

import fr.passerelle.api.rest.CorrespondenceView.AuthorView;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.release.PublishedCollection;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * A published collection: a group that someone makes of concepts.
 *
 * @param uri persistent name
 * @param id identifier, {@code {author}/{word}}
 * @param label French name
 * @param description what it gathers, in French; empty where its author does not say
 * @param author who makes it
 * @param ordered whether the order of its members says something
 * @param vocabs vocabularies of its members
 * @param memberCount how many members it has
 * @param members address of its members
 * @param source release that makes it: producer, date, licence, citation
 */
@Serdeable
@Schema(name = "Collection")
public record CollectionView(
    String uri,
    String id,
    String label,
    String description,
    AuthorView author,
    boolean ordered,
    List<String> vocabs,
    int memberCount,
    String members,
    SourceView source) {

  /**
   * A page of collections.
   *
   * @param items the collections, by identifier
   * @param total how many there are on all pages
   * @param next cursor of the next page; null on the last one
   * @param emptyReason why there are none, e.g. {@code filtered}; null where there are
   * @param emptyExplanation the reason in French
   */
  @Serdeable
  @Schema(name = "CollectionPage")
  record Listed(
      List<CollectionView> items,
      int total,
      @Nullable String next,
      @Nullable String emptyReason,
      @Nullable String emptyExplanation) {}

  /**
   * A collection and a page of its members.
   *
   * @param collection the collection
   * @param items its members, in its order
   * @param total how many there are on all pages
   * @param next cursor of the next page; null on the last one
   * @param sources releases that state the members of this page
   * @param terms under what the whole, the collection included, may be used again
   */
  @Serdeable
  @Schema(name = "CollectionMembers")
  record Members(
      CollectionView collection,
      List<ConceptItem> items,
      int total,
      @Nullable String next,
      List<SourceView> sources,
      TermsView terms) {}

  /**
   * A collection that a concept is in.
   *
   * @param uri persistent name
   * @param id identifier, {@code {author}/{word}}
   * @param label French name
   * @param author name of who makes it
   */
  @Serdeable
  @Schema(name = "CollectionItem")
  public record Item(String uri, String id, String label, String author) {
    static Item of(Uris uris, PublishedCollection published) {
      Collection made = published.collection();
      return new Item(
          uris.collection(published.release().release().edition(), made),
          made.key(),
          made.label(),
          made.author().name());
    }
  }

  static CollectionView of(Uris uris, PublishedCollection published) {
    Collection made = published.collection();
    return new CollectionView(
        uris.collection(published.release().release().edition(), made),
        made.key(),
        made.label(),
        made.description(),
        new AuthorView(made.author().id(), made.author().name()),
        made.ordered(),
        made.members().stream().map(ConceptRef::scheme).distinct().sorted().toList(),
        made.members().size(),
        "/api/v1/collections/" + made.key(),
        SourceView.of(published.release()));
  }
}
