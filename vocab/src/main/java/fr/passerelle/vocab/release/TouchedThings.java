package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.Property;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.Touched.Kind;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one release of an edition no longer says as another did. Stubs are left out: how a source
 * names the code of another edition changes nothing in that edition.
 */
final class TouchedThings {
  private final Map<ConceptRef, Touched> codes = new LinkedHashMap<>();
  private final Map<Ends, Touched> pairs = new LinkedHashMap<>();
  private final List<PairChanges> changes;
  private final Set<String> schemes = new HashSet<>();

  /** Both ends of a pair. */
  private record Ends(ConceptRef from, ConceptRef to) {}

  TouchedThings(Release from, Release to) {
    Records before = new Records(from);
    Records after = new Records(to);
    for (Scheme scheme : from.schemes()) {
      scheme.concepts().stream()
          .filter(concept -> concept.status() == Status.CURRENT)
          .forEach(concept -> compare(concept, after.find(concept.ref()).orElse(null)));
    }
    changes = PairChanges.between(from, to);
    changes.stream()
        .flatMap(each -> each.unsaid().stream())
        .forEach(
            pair -> pairs.putIfAbsent(new Ends(pair.from(), pair.to()), touched(pair, before)));
    Stream.concat(codes.keySet().stream(), pairs.keySet().stream().map(Ends::from))
        .forEach(ref -> schemes.add(ref.scheme()));
  }

  /** Whether a record says of itself that it may be used. */
  static boolean isInUse(Concept concept) {
    return concept.status() == Status.CURRENT
        && !"false".equals(concept.properties().get(Property.ACTIF));
  }

  private void compare(Concept old, @Nullable Concept now) {
    Kind kind = kind(old, now);
    if (kind != null) {
      String detail = kind == Kind.RENAMED && now != null ? "« " + now.prefLabel("fr") + " »" : "";
      codes.put(old.ref(), new Touched(kind, old.ref(), old.prefLabel("fr"), detail));
    }
  }

  private static @Nullable Kind kind(Concept old, @Nullable Concept now) {
    if (now == null || now.status() != Status.CURRENT) {
      return Kind.RETIRED;
    }
    if (isInUse(old) && !isInUse(now)) {
      return Kind.DEACTIVATED;
    }
    if (!plain(old.prefLabel("fr")).equals(plain(now.prefLabel("fr")))) {
      return Kind.RENAMED;
    }
    return ConceptJson.same(old, now) ? null : Kind.CHANGED;
  }

  private static String plain(String label) {
    return label.replace('’', '\'');
  }

  private static Touched touched(Pair pair, Records before) {
    return new Touched(Kind.PAIR_REMOVED, pair.from(), before.label(pair.from()), "→ " + pair.to());
  }

  List<Touched> all() {
    return Stream.concat(codes.values().stream(), pairs.values().stream()).toList();
  }

  Optional<Touched> find(ConceptRef ref) {
    return Optional.ofNullable(codes.get(ref));
  }

  /** A pair of those ends that a correspondence of the edition no longer states. */
  Optional<Touched> find(Pair pair) {
    return Optional.ofNullable(pairs.get(new Ends(pair.from(), pair.to())));
  }

  List<PairChanges> changes() {
    return changes;
  }

  /** Whether anything of a scheme is touched: most correspondences can be passed over. */
  boolean isIn(String scheme) {
    return schemes.contains(scheme);
  }
}
