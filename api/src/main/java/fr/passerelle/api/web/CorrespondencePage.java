package fr.passerelle.api.web;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.linkeddata.Document;
import fr.passerelle.api.linkeddata.Downloads;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.release.PublishedCorrespondence;
import fr.passerelle.vocab.release.PublishedScheme;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Coverage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The page of a correspondence.
 *
 * @param t words of the page
 * @param document its names and documents
 * @param said what it states
 * @param source where it comes from
 * @param from its source side
 * @param to its target side
 * @param predicates pairs by predicate, those that occur
 * @param downloads files in which it can be taken home
 * @param number of the page of pairs, from 1
 * @param pages how many there are
 * @param rows pairs of this page
 */
record CorrespondencePage(
    Texts t,
    Document document,
    Correspondence said,
    Source source,
    Side from,
    Side to,
    List<Count> predicates,
    List<Downloads.Download> downloads,
    int number,
    int pages,
    List<Row> rows) {
  private static final int PAGE = 50;

  /**
   * A side: one scheme, and how much of it is covered.
   *
   * @param id identifier of the scheme
   * @param title its French name
   * @param matched release that the author worked on; empty where it does not say
   * @param published release that is published here; empty where there are only stubs
   * @param coverage how many of its concepts have a pair
   */
  record Side(String id, String title, String matched, String published, Coverage.Side coverage) {}

  /** Pairs of a predicate. */
  record Count(Predicate predicate, int pairs) {}

  /** A pair as it is shown. */
  record Row(Anchor from, Pair pair, Anchor to) {}

  static CorrespondencePage of(
      Snapshot snapshot,
      PublishedCorrespondence published,
      Document document,
      List<Downloads.Download> downloads,
      String asked,
      Texts t) {
    Correspondence said = published.correspondence();
    Coverage coverage = Coverage.of(snapshot, published);
    int pages = Math.max(1, (said.pairs().size() + PAGE - 1) / PAGE);
    int number = number(asked, pages);
    return new CorrespondencePage(
        t,
        document,
        said,
        Source.of(published.release()),
        side(snapshot, said.source(), said.versions().source(), coverage.source()),
        side(snapshot, said.target(), said.versions().target(), coverage.target()),
        Arrays.stream(Predicate.values())
            .filter(coverage.predicates()::containsKey)
            .map(each -> new Count(each, coverage.predicates().getOrDefault(each, 0)))
            .toList(),
        downloads,
        number,
        pages,
        said.pairs().stream()
            .skip((number - 1L) * PAGE)
            .limit(PAGE)
            .map(pair ->
                new Row(anchor(snapshot, pair.from(), t), pair, anchor(snapshot, pair.to(), t)))
            .toList());
  }

  private static int number(String asked, int pages) {
    if (asked.matches("[1-9]\\d{0,5}") && Integer.parseInt(asked) <= pages) {
      return Integer.parseInt(asked);
    }
    throw ProblemException.parameter("page", asked, "un nombre de 1 à " + pages);
  }

  /** Ends of pairs are in schemes that are published, be it as stubs. */
  private static Side side(Snapshot snapshot, String id, String matched, Coverage.Side coverage) {
    Optional<PublishedScheme> scheme = snapshot.findScheme(id);
    return new Side(
        id,
        scheme.map(each -> each.scheme().title()).orElse(id),
        matched,
        scheme
            .filter(each -> !each.companion())
            .map(each -> each.release().release().id())
            .orElse(""),
        coverage);
  }

  private static Anchor anchor(Snapshot snapshot, ConceptRef ref, Texts t) {
    Optional<Concept> concept = snapshot.find(ref);
    return concept.isPresent()
        ? Anchor.of(concept.get(), t)
        : new Anchor("", ref.code(), ref.code(), null, Link.Mark.NONE, concept);
  }

  List<Side> sides() {
    return List.of(from, to);
  }

  String rest() {
    return "/api/v1/correspondences/" + said.id();
  }

  /** Address of a page of pairs. */
  String path(int page) {
    String own = document.page();
    return page == 1 ? own : own + "?page=" + page;
  }

  /** Part of a side that has a pair, in percent. */
  static int percent(Side side) {
    return side.coverage().concepts() == 0
        ? 0
        : Math.round(100f * side.coverage().mapped() / side.coverage().concepts());
  }

  /** What is said of a pair: comment, author, day. */
  static String note(Pair pair) {
    Pair.Remark note = pair.note();
    return String.join(
        " · ",
        List.of(note.comment(), note.author(), note.date()).stream()
            .filter(text -> !text.isEmpty())
            .toList());
  }

  /** Confidence in percent; empty where nobody assessed it. */
  static String confidence(Pair pair) {
    return pair.confidence().isEmpty()
        ? ""
        : Math.round(100 * pair.confidence().getAsDouble()) + "\u00a0%";
  }
}
