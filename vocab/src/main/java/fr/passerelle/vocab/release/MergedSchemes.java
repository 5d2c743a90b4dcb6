package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.Stubs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schemes of several releases, each once: an edition's own records first, then the stubs of
 * what other releases cite of it. A stub steps back before the concept's own record, and before a
 * stub that has a label.
 */
final class MergedSchemes {
  private static final Comparator<PublishedScheme> BY_SIZE =
      Comparator.comparingInt(part -> part.scheme().concepts().size());

  private final Map<String, PublishedScheme> schemes = new LinkedHashMap<>();
  private final Set<ConceptRef> own = new HashSet<>();
  private final Map<ConceptRef, PublishedRelease> cited = new HashMap<>();

  MergedSchemes(List<PublishedRelease> releases) {
    Map<String, List<PublishedScheme>> all = new LinkedHashMap<>();
    // Editions in their order, then the lists beside them.
    for (PublishedRelease release : releases) {
      all.put(release.release().edition().id(), new ArrayList<>());
    }
    for (PublishedRelease release : releases) {
      for (Scheme scheme : release.release().schemes()) {
        all.computeIfAbsent(scheme.id(), key -> new ArrayList<>())
            .add(new PublishedScheme(release, scheme, Map.of()));
      }
    }
    all.values().removeIf(List::isEmpty);
    all.forEach((id, parts) -> schemes.put(id, merge(parts)));
  }

  Map<String, PublishedScheme> schemes() {
    return schemes;
  }

  /** Whether that release's record of a concept is the one shown. */
  boolean shows(PublishedRelease release, Concept concept) {
    PublishedRelease citing = cited.get(concept.ref());
    return concept.status() != Status.REFERENCED || (citing != null && isOne(citing, release));
  }

  private PublishedScheme merge(List<PublishedScheme> parts) {
    PublishedScheme main =
        parts.stream()
            .filter(each -> !each.companion())
            .findFirst()
            .orElseGet(() -> Collections.max(parts, BY_SIZE));
    Map<ConceptRef, Concept> stubs = new LinkedHashMap<>();
    for (PublishedScheme part : parts) {
      for (Concept concept : part.scheme().concepts()) {
        if (concept.status() != Status.REFERENCED) {
          own.add(concept.ref());
        } else if (isBetter(concept, stubs.get(concept.ref()))) {
          stubs.put(concept.ref(), concept);
          cited.put(concept.ref(), part.release());
        }
      }
    }
    stubs.keySet().removeAll(own);
    own.forEach(cited::remove);
    return parts.size() == 1 ? main : merged(main, parts, stubs);
  }

  private static boolean isBetter(Concept stub, @Nullable Concept before) {
    return before == null
        || (Stubs.isUnnamed(before.prefLabel("fr")) && !Stubs.isUnnamed(stub.prefLabel("fr")));
  }

  /** One release of an edition is published at a time. */
  private static boolean isOne(PublishedRelease one, PublishedRelease other) {
    return one.release().edition().id().equals(other.release().edition().id());
  }

  private PublishedScheme merged(
      PublishedScheme main, List<PublishedScheme> parts, Map<ConceptRef, Concept> stubs) {
    Map<ConceptRef, Concept> records = new LinkedHashMap<>(stubs);
    Map<String, PublishedRelease> sources = new HashMap<>();
    for (PublishedScheme part : parts) {
      for (Concept concept : part.scheme().concepts()) {
        boolean recorded = concept.status() != Status.REFERENCED;
        boolean ofMain = isOne(part.release(), main.release());
        if (recorded && (ofMain || !records.containsKey(concept.ref()))) {
          records.put(concept.ref(), concept);
          if (!ofMain) {
            sources.put(concept.code(), part.release());
          }
        }
      }
    }
    stubs.keySet().stream()
        .map(ref -> Map.entry(ref, Objects.requireNonNull(cited.get(ref))))
        .filter(entry -> !isOne(entry.getValue(), main.release()))
        .forEach(entry -> sources.put(entry.getKey().code(), entry.getValue()));
    Scheme scheme = Scheme.of(main.scheme().id(), main.scheme().title(), records.values());
    return new PublishedScheme(main.release(), scheme, sources);
  }
}
