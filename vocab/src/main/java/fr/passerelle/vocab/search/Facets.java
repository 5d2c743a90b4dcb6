package fr.passerelle.vocab.search;

import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Status;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How all concepts found are spread; each map sums to the total.
 *
 * @param vocabs number of concepts by scheme identifier
 * @param types number of concepts by type
 * @param statuses number of concepts by status
 */
public record Facets(
    SortedMap<String, Integer> vocabs,
    Map<ConceptType, Integer> types,
    Map<Status, Integer> statuses) {

  public Facets {
    vocabs = Collections.unmodifiableSortedMap(new TreeMap<>(vocabs));
    types = copy(ConceptType.class, types);
    statuses = copy(Status.class, statuses);
  }

  private static <K extends Enum<K>> Map<K, Integer> copy(Class<K> key, Map<K, Integer> counts) {
    EnumMap<K, Integer> copy = new EnumMap<>(key);
    copy.putAll(counts);
    return Collections.unmodifiableMap(copy);
  }

  /** Of those counts by group. */
  static Facets of(Map<Group, Integer> counts) {
    TreeMap<String, Integer> vocabs = new TreeMap<>();
    EnumMap<ConceptType, Integer> types = new EnumMap<>(ConceptType.class);
    EnumMap<Status, Integer> statuses = new EnumMap<>(Status.class);
    counts.forEach((group, count) -> {
      vocabs.merge(group.vocab(), count, Integer::sum);
      types.merge(group.type(), count, Integer::sum);
      statuses.merge(group.status(), count, Integer::sum);
    });
    return new Facets(vocabs, types, statuses);
  }

  /** What concepts that count alike have in common, held in the index as one value. */
  record Group(String vocab, ConceptType type, Status status) {

    static Group parse(String value) {
      String[] parts = value.split(" ", -1);
      return new Group(parts[0], ConceptType.valueOf(parts[1]), Status.valueOf(parts[2]));
    }

    @Override
    public String toString() {
      return vocab + " " + type.name() + " " + status.name();
    }
  }
}
