package fr.passerelle.api.graphql;

import fr.passerelle.vocab.Link;
import java.util.List;
import java.util.stream.Stream;

/**
 * A page of links in the order of {@link Link#ORDER} (Relay cursor connections, forward only). A
 * plain list of concepts is one of links without mark or rank.
 *
 * @param edges links of the page
 * @param total number of links on all pages
 * @param info where the page stands
 */
record Connection(List<Edge> edges, int total, PageInfo info) {

  /**
   * A link and its place.
   *
   * @param link target is the concept to show
   */
  record Edge(String cursor, Link link) {}

  /**
   * Where a page stands.
   *
   * @param start cursor of its first element; empty where it has none
   * @param end cursor of its last element; empty where it has none
   */
  record PageInfo(boolean hasNext, boolean hasPrevious, String start, String end) {}

  /**
   * The page that {@code first} and {@code after} of a call ask for. What has left between two
   * pages shifts nothing: a cursor is a place in the order, not a count.
   *
   * @param links of any order; those whose target is not published are left out
   */
  static Connection of(Call call, Stream<Link> links) {
    return ofPublished(
        call,
        links
            .filter(link -> call.view().find(link.target()).isPresent())
            .sorted(Link.ORDER)
            .toList());
  }

  /** The same for links that are published and in order. */
  static Connection ofPublished(Call call, List<Link> links) {
    int first = call.first();
    int start = 0;
    String after = call.text("after");
    if (!after.isEmpty()) {
      start = countUpTo(links, Cursor.parse(call.field(), after));
    }
    int end = Math.min(links.size(), start + first);
    List<Edge> edges =
        links.subList(start, end).stream()
            .map(link -> new Edge(Cursor.encode(call.field(), link), link))
            .toList();
    PageInfo info =
        new PageInfo(
            end < links.size(),
            start > 0,
            edges.isEmpty() ? "" : edges.getFirst().cursor(),
            edges.isEmpty() ? "" : edges.getLast().cursor());
    return new Connection(edges, links.size(), info);
  }

  private static int countUpTo(List<Link> links, Link last) {
    int low = 0;
    int high = links.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Link.ORDER.compare(links.get(middle), last) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
