package fr.passerelle.vocab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The connected groups of a set of pairs. */
final class Groups {
  private final Map<ConceptRef, ConceptRef> parents = new HashMap<>();

  private Groups() {}

  /** The groups of which one side is a single concept. */
  static List<Association> associations(Collection<Pair> pairs) {
    Groups groups = new Groups();
    pairs.forEach(pair -> groups.join(pair.from(), pair.to()));
    Map<ConceptRef, Set<ConceptRef>> sources = new LinkedHashMap<>();
    Map<ConceptRef, Set<ConceptRef>> targets = new HashMap<>();
    for (Pair pair : pairs) {
      ConceptRef root = groups.root(pair.from());
      sources.computeIfAbsent(root, key -> new HashSet<>()).add(pair.from());
      targets.computeIfAbsent(root, key -> new HashSet<>()).add(pair.to());
    }
    List<Association> associations = new ArrayList<>();
    sources.forEach((root, from) -> {
      Set<ConceptRef> to = targets.getOrDefault(root, Set.of());
      if (from.size() == 1 || to.size() == 1) {
        associations.add(new Association(List.copyOf(from), List.copyOf(to), ""));
      }
    });
    return associations;
  }

  private void join(ConceptRef one, ConceptRef other) {
    parents.put(root(one), root(other));
  }

  private ConceptRef root(ConceptRef ref) {
    ConceptRef at = ref;
    ConceptRef up = parents.getOrDefault(at, at);
    while (!up.equals(at)) {
      // Halving the path on the way keeps the walks short.
      parents.put(at, parents.getOrDefault(up, up));
      at = up;
      up = parents.getOrDefault(at, at);
    }
    return at;
  }
}
