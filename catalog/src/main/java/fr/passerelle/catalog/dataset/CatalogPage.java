package fr.passerelle.catalog.dataset;

import java.util.List;
import java.util.Optional;

/**
 * A page of the catalogue. A page begins after a key, the first one after the empty key: records
 * that come or go between two pages neither skip nor repeat those that stay.
 *
 * @param datasets its records, in the order of their keys
 * @param services the services, on the last page only
 * @param total number of records on all pages
 * @param after key after which it begins
 * @param previous where the page before begins; empty on the first page
 * @param next where the next page begins; empty on the last page
 * @param last where the last page begins
 */
public record CatalogPage(
    List<Dataset> datasets,
    List<DataService> services,
    int total,
    String after,
    Optional<String> previous,
    Optional<String> next,
    String last) {
  /** Key after which the first page begins. */
  public static final String FIRST = "";

  /** Records on a page: what harvesters read at once without trouble. */
  public static final int SIZE = 100;

  public CatalogPage {
    datasets = List.copyOf(datasets);
    services = List.copyOf(services);
  }

  /**
   * The page that begins after a key.
   *
   * @param all all records, in the order of their keys
   */
  static CatalogPage of(List<Dataset> all, List<DataService> services, String after, int size) {
    int from = firstAfter(all, after);
    int to = Math.min(from + size, all.size());
    boolean isLast = to == all.size();
    return new CatalogPage(
        all.subList(from, to),
        isLast ? services : List.of(),
        all.size(),
        after,
        from == 0 ? Optional.empty() : Optional.of(before(all, from - size)),
        isLast ? Optional.empty() : Optional.of(all.get(to - 1).key()),
        before(all, all.isEmpty() ? 0 : (all.size() - 1) / size * size));
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
