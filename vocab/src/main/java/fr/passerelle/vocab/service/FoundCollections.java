package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.search.Page;
import fr.passerelle.vocab.search.SearchQuery;
import fr.passerelle.vocab.search.Wanted;
import java.util.List;

/** Collections that answer a search, beside the concepts that do. */
public final class FoundCollections {
  private FoundCollections() {}

  /**
   * Collections whose name and description hold the words as typed, or as search read them; those
   * with a member in the vocabularies asked for. There are few, so that all are looked through.
   */
  public static List<PublishedCollection> of(Snapshot snapshot, SearchQuery query, Page found) {
    Wanted typed = Wanted.of(query.text());
    Wanted read = Wanted.of(found.reading().text());
    return snapshot.collections().stream()
        .filter(each -> isIn(query, each.collection()))
        .filter(each -> typed.isIn(said(each.collection())) || read.isIn(said(each.collection())))
        .toList();
  }

  private static String said(Collection each) {
    return each.label() + " " + each.description();
  }

  private static boolean isIn(SearchQuery query, Collection each) {
    return query.vocabs().isEmpty()
        || each.members().stream().anyMatch(ref -> query.vocabs().contains(ref.scheme()));
  }
}
