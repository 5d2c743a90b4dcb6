package fr.passerelle.api.oai;

import fr.passerelle.catalog.dataset.Dataset;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a harvester knows by an identifier: a record, or that there is none any more.
 *
 * @param key its place among all: immutable, new ones at the end
 * @param identifier its IRI
 * @param stamp when it changed last, to the second
 * @param sets its sets
 * @param dataset the record; empty once it is deleted
 */
record Item(
    String key, String identifier, Instant stamp, List<String> sets, Optional<Dataset> dataset) {
  Item {
    sets = List.copyOf(sets);
  }

  boolean isDeleted() {
    return dataset.isEmpty();
  }

  /**
   * Whether it is in that set or in one below it. What is deleted is in all sets of studies, as
   * nobody can tell any more in which it was, and who never had it loses nothing.
   */
  boolean isIn(String set) {
    if (set.isEmpty() || sets.contains(set)) {
      return true;
    }
    return isDeleted()
        ? Sets.isOfStudies(set)
        : sets.stream().anyMatch(each -> each.startsWith(set + ":"));
  }
}
