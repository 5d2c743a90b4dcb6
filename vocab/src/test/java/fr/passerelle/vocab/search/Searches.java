package fr.passerelle.vocab.search;

import fr.passerelle.vocab.Release;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Searches over releases that a test makes. */
final class Searches {
  private Searches() {}

  /** Over those releases, indexed below that folder. */
  static ConceptSearch over(Path folder, Release... releases) {
    List<ReleaseIndex> indexes = new ArrayList<>();
    for (Release release : releases) {
      Path path = folder.resolve(release.edition().id());
      ReleaseIndex.write(release, path);
      indexes.add(ReleaseIndex.open(path).orElseThrow());
    }
    ConceptSearch search = ConceptSearch.over(indexes);
    indexes.forEach(ReleaseIndex::close);
    return search;
  }

  /** All pages of that search, one after the other. */
  static List<Page> pages(ConceptSearch search, SearchQuery query) {
    List<Page> pages = new ArrayList<>();
    Page page = search.search(query);
    pages.add(page);
    while (!page.next().isEmpty()) {
      page = search.search(query.after(page.next()));
      pages.add(page);
    }
    return pages;
  }
}
