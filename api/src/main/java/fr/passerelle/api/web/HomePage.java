package fr.passerelle.api.web;

import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import java.util.List;

/**
 * The first page.
 *
 * @param t words of the page
 * @param rows published vocabularies, lists that come with one after it
 * @param address where the service answers, for examples to copy
 */
record HomePage(Texts t, List<Row> rows, String address) {

  /**
   * A published vocabulary.
   *
   * @param id its identifier
   * @param title its name
   * @param concepts number of its concepts
   * @param source where it comes from
   */
  record Row(String id, String title, int concepts, Source source) {
    static Row of(PublishedScheme scheme) {
      return new Row(
          scheme.scheme().id(),
          scheme.scheme().title(),
          scheme.scheme().concepts().size(),
          Source.of(scheme.release()));
    }
  }

  static HomePage of(Snapshot snapshot, String address, Texts t) {
    return new HomePage(t, snapshot.schemes().stream().map(Row::of).toList(), address);
  }

  /** One source per release, for the foot of the page. */
  List<Source> sources() {
    return rows.stream().map(Row::source).distinct().toList();
  }
}
