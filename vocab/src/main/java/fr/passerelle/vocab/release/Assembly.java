package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Association;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Pair;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Scheme;
import fr.passerelle.vocab.release.Statement.Described;
import fr.passerelle.vocab.release.Statement.Paired;
import fr.passerelle.vocab.release.Statement.Unmatched;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a release of statements. What is about whole lists and correspondences (titles, methods,
 * order) is as the newest delivery has it, else as published.
 */
final class Assembly {
  private final Release newest;
  private final Map<String, String> titles = new LinkedHashMap<>();
  private final Map<String, Correspondence> correspondences = new LinkedHashMap<>();

  Assembly(Release published, Release newest) {
    this.newest = newest;
    for (Release release : List.of(newest, published)) {
      release.schemes().forEach(each -> titles.putIfAbsent(each.id(), each.title()));
      release.correspondences().forEach(each -> correspondences.putIfAbsent(each.id(), each));
    }
  }

  /**
   * The release that says all that and nothing else.
   *
   * @throws RefusedException with every breach of its integrity
   */
  Release release(Collection<Statement> statements) {
    Map<String, List<Concept>> concepts = new HashMap<>();
    Map<String, List<Pair>> pairs = new HashMap<>();
    Map<String, List<Association>> gaps = new HashMap<>();
    for (Statement statement : statements) {
      switch (statement) {
        case Described described ->
            add(concepts, described.concept().ref().scheme(), described.concept());
        case Paired paired -> add(pairs, paired.correspondence(), paired.pair());
        case Unmatched unmatched -> add(gaps, unmatched.correspondence(), unmatched.association());
      }
    }
    return new Release(
            newest.edition(),
            newest.id(),
            newest.source(),
            schemes(concepts),
            joined(pairs, gaps),
            collections(concepts),
            annotations(concepts))
        .checked();
  }

  /** As the newest delivery has them, without the concepts that are not settled. */
  private List<fr.passerelle.vocab.Collection> collections(Map<String, List<Concept>> concepts) {
    Set<ConceptRef> there = refs(concepts);
    return newest.collections().stream()
        .filter(each -> each.members().stream().anyMatch(there::contains))
        .map(each -> each.with(each.members().stream().filter(there::contains).toList()))
        .toList();
  }

  private List<Annotation> annotations(Map<String, List<Concept>> concepts) {
    Set<ConceptRef> there = refs(concepts);
    return newest.annotations().stream().filter(each -> there.contains(each.target())).toList();
  }

  private static Set<ConceptRef> refs(Map<String, List<Concept>> concepts) {
    return concepts.values().stream()
        .flatMap(List::stream)
        .map(Concept::ref)
        .collect(Collectors.toSet());
  }

  private static <T> void add(Map<String, List<T>> lists, String id, T element) {
    lists.computeIfAbsent(id, key -> new ArrayList<>()).add(element);
  }

  /** The edition's own list comes first and is there even if nothing of it is settled. */
  private List<Scheme> schemes(Map<String, List<Concept>> concepts) {
    String own = newest.edition().id();
    return Stream.concat(Stream.of(own), titles.keySet().stream().filter(id -> !id.equals(own)))
        .filter(titles::containsKey)
        .filter(id -> id.equals(own) || concepts.containsKey(id))
        .map(id -> Scheme.of(id, titles.getOrDefault(id, id), concepts.getOrDefault(id, List.of())))
        .toList();
  }

  private List<Correspondence> joined(
      Map<String, List<Pair>> pairs, Map<String, List<Association>> gaps) {
    return correspondences.values().stream()
        .filter(each -> pairs.containsKey(each.id()) || gaps.containsKey(each.id()))
        .map(each ->
            Correspondence.of(
                each.author(),
                each.source(),
                each.target(),
                each.versions(),
                each.method(),
                pairs.getOrDefault(each.id(), List.of()),
                gaps.getOrDefault(each.id(), List.of())))
        .toList();
  }
}
