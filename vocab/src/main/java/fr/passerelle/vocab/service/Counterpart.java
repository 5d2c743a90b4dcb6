package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.ConceptType;
import fr.passerelle.vocab.Link;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.Snapshot;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A concept that correspondences tie to another, once, with all that they say.
 *
 * @param concept the concept at the other end
 * @param statements what they say, at least one, read from the concept asked about, or from a ROME
 *     3 parent of it
 * @param inferred whether it is reached through a ROME 3 parent: no pair of the concept itself
 */
public record Counterpart(Concept concept, List<Mapping> statements, boolean inferred) {
  private static final Set<ConceptType> CERTIFIED =
      EnumSet.of(ConceptType.CERTIFICATION, ConceptType.DIPLOME);

  public Counterpart {
    statements = List.copyOf(statements);
  }

  /** Those of a concept, by name. */
  public static List<Counterpart> of(
      Snapshot snapshot, Concept concept, Predicate<Concept> wanted) {
    return grouped(snapshot, snapshot.mappings(concept.ref()), wanted, /* inferred= */ false);
  }

  /**
   * Certifications of the ROME 3 parents of a ROME 4 sheet, by name: registers index on ROME 3,
   * whose codes have another scope, and a parent may have been split.
   */
  public static List<Counterpart> inherited(Snapshot snapshot, Concept sheet) {
    return grouped(
        snapshot,
        sheet.links(Link.Kind.PARENT_V3).flatMap(parent -> snapshot.mappings(parent.target())),
        each -> CERTIFIED.contains(each.type()),
        /* inferred= */ true);
  }

  private static List<Counterpart> grouped(
      Snapshot snapshot, Stream<Mapping> mappings, Predicate<Concept> wanted, boolean inferred) {
    Map<ConceptRef, List<Mapping>> byEnd =
        mappings.collect(
            Collectors.groupingBy(
                mapping -> mapping.pair().to(), TreeMap::new, Collectors.toList()));
    return byEnd.entrySet().stream()
        .flatMap(each ->
            snapshot.find(each.getKey()).stream()
                .filter(wanted)
                .map(concept -> new Counterpart(concept, each.getValue(), inferred)))
        .toList();
  }

  /** The ROME 3 parents through which it is reached; none for a pair of the concept itself. */
  public List<ConceptRef> via() {
    return inferred
        ? statements.stream().map(each -> each.pair().from()).distinct().sorted().toList()
        : List.of();
  }

  /** French phrase where it is not what it seems; empty else. */
  public String explanation() {
    return inferred
        ? "indexée sur le parent ROME 3 de cette fiche : le parent peut avoir été divisé, elle peut"
            + " ne préparer qu'à une autre des fiches qui en viennent"
        : "";
  }
}
