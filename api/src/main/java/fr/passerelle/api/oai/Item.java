package fr.passerelle.api.oai;

import fr.passerelle.catalog.dataset.Dataset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a harvester knows by an identifier: a record, or that there is none any more.
 *
 * @param key its place among all: immutable, new ones at the end
 * @param identifier its IRI
 * @param stamp when it changed last, to the second
 * @param sets its sets
 * @param ever sets in which it was at some time
 * @param dataset the record; empty once it is deleted
 */
record Item(
    String key,
    String identifier,
    Instant stamp,
    List<String> sets,
    Set<String> ever,
    Optional<Dataset> dataset) {
  Item {
    sets = List.copyOf(sets);
    ever = Set.copyOf(ever);
  }

  boolean isDeleted() {
    return dataset.isEmpty();
  }

  /**
   * Whether it is in that set or in one below it. What is deleted is in all sets of studies, as
   * nobody can tell any more in which it was, and who never had it loses nothing.
   */
  boolean isIn(String set) {
    boolean gone = isDeleted() && sets.contains(Sets.STUDIES) && Sets.isOfStudies(set);
    return is(set) || gone || ever.stream().anyMatch(each -> isOf(each, set));
  }

  private boolean is(String set) {
    return set.isEmpty() || sets.stream().anyMatch(each -> isOf(each, set));
  }

  private static boolean isOf(String own, String set) {
    return own.equals(set) || own.startsWith(set + ":");
  }

  /** What it is to who harvests that set: who saw it there once learns that it is there no more. */
  Item in(String set) {
    return isDeleted() || is(set)
        ? this
        : new Item(key, identifier, stamp, List.of(set), Set.of(), Optional.empty());
  }
}
