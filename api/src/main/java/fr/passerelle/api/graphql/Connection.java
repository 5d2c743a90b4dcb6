package fr.passerelle.api.graphql;

import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.service.Absence;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A page of a list (Relay cursor connections, forward only).
 *
 * @param edges elements of the page
 * @param total number of elements on all pages
 * @param hasNext whether there is a next page
 * @param hasPrevious whether something comes before
 * @param absence why there is nothing on any page; asked only then
 */
record Connection(
    List<Edge> edges, int total, boolean hasNext, boolean hasPrevious, Supplier<Absence> absence) {

  private static final List<Link.Kind> KINDS = List.of(Link.Kind.values());
  private static final List<Link.Mark> MARKS = List.of(Link.Mark.values());

  /**
   * An element and its place.
   *
   * @param item the element
   * @param place its place in the order of the list
   * @param signing makes a cursor of a place
   */
  record Edge(Object item, String place, UnaryOperator<String> signing) {
    String cursor() {
      return signing.apply(place);
    }

    <T> T as(Class<T> type) {
      return type.cast(item);
    }
  }

  /**
   * The page that {@code first} and {@code after} of a call ask for. What has left between two
   * pages shifts nothing: a cursor is a place in the order, not a count.
   *
   * @param all in the order of their places
   * @param place text in that order, of which no two have the same
   */
  static <T> Connection of(
      Call call, List<T> all, Function<T, String> place, Supplier<Absence> absence) {
    String after = call.after();
    int start = after.isEmpty() ? 0 : countUpTo(all, place, after);
    return from(call, all, start, place, absence);
  }

  /** The same for a list that has an order of its own: its elements are found by their names. */
  static <T> Connection named(
      Call call, List<T> all, Function<T, String> name, Supplier<Absence> absence) {
    String after = call.after();
    int start = after.isEmpty() ? 0 : 1 + all.stream().map(name).toList().indexOf(after);
    return from(call, all, start, name, absence);
  }

  /**
   * The same for links, in the order of {@link Link#ORDER}.
   *
   * @param links of any order; those whose target is not published are left out
   */
  static Connection of(Call call, Stream<Link> links, Supplier<Absence> absence) {
    List<Link> published =
        links
            .filter(link -> call.view().find(link.target()).isPresent())
            .sorted(Link.ORDER)
            .toList();
    return of(call, published, Connection::place, absence);
  }

  private static String place(Link link) {
    return "%02d %010d %d %s"
        .formatted(
            KINDS.indexOf(link.kind()),
            link.order(),
            MARKS.indexOf(link.mark()),
            link.target().key());
  }

  private static <T> Connection from(
      Call call, List<T> all, int start, Function<T, String> place, Supplier<Absence> absence) {
    int end = Math.min(all.size(), start + call.first());
    UnaryOperator<String> signing = call.signing();
    List<Edge> edges =
        all.subList(start, end).stream()
            .map(each -> new Edge(each, place.apply(each), signing))
            .toList();
    return new Connection(edges, all.size(), end < all.size(), start > 0, absence);
  }

  private static <T> int countUpTo(List<T> all, Function<T, String> place, String last) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (place.apply(all.get(middle)).compareTo(last) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
