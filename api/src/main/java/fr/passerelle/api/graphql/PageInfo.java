package fr.passerelle.api.graphql;

import org.jspecify.annotations.Nullable;

/**
 * Where a page stands.
 *
 * @param hasNext whether there is a next page
 * @param hasPrevious whether something comes before
 * @param start cursor of its first element; null where it has none
 * @param end cursor of its last element; null where it has none
 */
record PageInfo(
    boolean hasNext, boolean hasPrevious, @Nullable String start, @Nullable String end) {

  static PageInfo of(Connection page) {
    boolean empty = page.edges().isEmpty();
    return new PageInfo(
        page.hasNext(),
        page.hasPrevious(),
        empty ? null : page.edges().getFirst().cursor(),
        empty ? null : page.edges().getLast().cursor());
  }
}
