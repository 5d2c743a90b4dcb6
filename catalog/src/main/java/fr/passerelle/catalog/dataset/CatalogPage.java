package fr.passerelle.catalog.dataset;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A page of the catalogue. A page begins after a key, the first one after the empty key: records
 * that come or go between two pages neither skip nor repeat those that stay.
 *
 * @param datasets its records, in the order of their keys
 * @param services the services, on the last page only
 * @param token what its harvest began with
 * @param span when the first of them was listed, and when one changed last; empty where there are
 *     none
 * @param after key after which it begins
 * @param previous where the page before begins; empty on the first page
 * @param next where the next page begins; empty on the last page
 * @param last where the last page begins
 */
public record CatalogPage(
    List<Dataset> datasets,
    List<DataService> services,
    PageStart.Token token,
    Optional<Span> span,
    String after,
    Optional<String> previous,
    Optional<String> next,
    String last) {
  /**
   * Since when a list is there, and when it changed last.
   *
   * @param listed when its first record was listed
   * @param grown when its last record was listed
   * @param changed when one of its records changed last
   */
  public record Span(Instant listed, Instant grown, Instant changed) {
    /** That of records; empty where there are none. */
    static Optional<Span> of(List<Dataset> all) {
      return all.stream()
          .map(each -> {
            Instant listed = each.registration().listed();
            return new Span(listed, listed, each.changed());
          })
          .reduce((one, other) ->
              new Span(
                  one.listed.isBefore(other.listed) ? one.listed : other.listed,
                  one.grown.isAfter(other.grown) ? one.grown : other.grown,
                  one.changed.isAfter(other.changed) ? one.changed : other.changed));
    }
  }

  /** Key after which the first page begins. */
  public static final String FIRST = "";

  /** Records on a page: what harvesters read at once without trouble. */
  public static final int SIZE = 100;

  public CatalogPage {
    datasets = List.copyOf(datasets);
    services = List.copyOf(services);
  }

  /**
   * The page that begins there.
   *
   * @param all all records, in the order of their keys
   * @param span that of the catalogue which they are of
   */
  static CatalogPage of(
      List<Dataset> all,
      Optional<Span> span,
      List<DataService> services,
      PageStart start,
      int size) {
    String after = start.after();
    int from = firstAfter(all, after);
    int to = Math.min(from + size, all.size());
    boolean isLast = to == all.size();
    return new CatalogPage(
        all.subList(from, to),
        isLast ? services : List.of(),
        start
            .token()
            .orElseGet(
                () -> new PageStart.Token(span.map(Span::grown).orElse(Instant.EPOCH), all.size())),
        span,
        after,
        from == 0 ? Optional.empty() : Optional.of(before(all, from - size)),
        isLast ? Optional.empty() : Optional.of(all.get(to - 1).key()),
        before(all, all.isEmpty() ? 0 : (all.size() - 1) / size * size));
  }

  /** Number of records on all pages, as the harvest began. */
  public int total() {
    return token.total();
  }

  /** Where the page after that key begins, as {@link PageStart#parse} reads it. */
  public String start(String key) {
    return PageStart.text(token, key);
  }

  /** The key after which a page begins with the record of that index. */
  private static String before(List<Dataset> all, int index) {
    return index <= 0 ? FIRST : all.get(index - 1).key();
  }

  private static int firstAfter(List<Dataset> all, String after) {
    int low = 0;
    int high = all.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).key().compareTo(after) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
