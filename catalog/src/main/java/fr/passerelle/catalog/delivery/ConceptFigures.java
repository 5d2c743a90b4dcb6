package fr.passerelle.catalog.delivery;

import fr.passerelle.catalog.observation.CategoryIndex;
import fr.passerelle.catalog.observation.CategoryIndex.CutBy;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.service.Absence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is counted of a concept: itself, where figures are cut by it, and the concepts that a
 * published correspondence ties to it. Nothing is inferred, neither from a parent nor from a part.
 *
 * @param snapshot what is published of vocabularies
 * @param index which indicators are cut by which concepts
 */
public record ConceptFigures(Snapshot snapshot, CategoryIndex index) {

  /**
   * Something that is counted of a concept.
   *
   * @param cut the indicator and its categories
   * @param concept whom they are of
   * @param mapping what ties that concept to the one asked about; empty for itself
   */
  public record Counted(CutBy cut, ConceptRef concept, Optional<Mapping> mapping) {}

  /** All that is counted of a concept, what is of itself first. */
  public List<Counted> of(Concept concept) {
    List<Counted> counted = new ArrayList<>();
    index
        .of(concept.ref())
        .forEach(cut -> counted.add(new Counted(cut, concept.ref(), Optional.empty())));
    tied(concept)
        .forEach((other, mapping) ->
            index
                .of(other)
                .forEach(cut -> counted.add(new Counted(cut, other, Optional.of(mapping)))));
    return counted;
  }

  /** The concepts tied to one, each by the first pair that says so. */
  private Map<ConceptRef, Mapping> tied(Concept concept) {
    Map<ConceptRef, Mapping> tied = new LinkedHashMap<>();
    snapshot
        .mappings(concept.ref())
        .forEach(mapping -> tied.putIfAbsent(mapping.pair().to(), mapping));
    return tied;
  }

  /** Why nothing is counted of a concept. */
  public Absence absence(Concept concept) {
    String own = concept.ref().scheme();
    Set<String> counted = vocabularies();
    if (counted.isEmpty()) {
      return Absence.of(Absence.Reason.NONE_PUBLISHED);
    }
    boolean joined =
        snapshot.correspondences(own).stream()
            .anyMatch(by -> counted.contains(otherEnd(by.correspondence(), own)));
    if (joined) {
      return Absence.of(Absence.Reason.NO_PAIR);
    }
    if (counted.contains(own)) {
      return Absence.of(
          isTypical(concept) ? Absence.Reason.NOT_STATED : Absence.Reason.NOT_OF_THIS_TYPE);
    }
    return new Absence(
        Absence.Reason.NO_CORRESPONDENCE,
        "des chiffres sont ventilés par " + String.join(", ", counted));
  }

  /** What figures are cut by, as far as these are vocabularies: {@code sexe} is none. */
  private Set<String> vocabularies() {
    return index.vocabularies().stream()
        .filter(id -> snapshot.findScheme(id).isPresent() || Edition.find(id).isPresent())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private boolean isTypical(Concept concept) {
    return index.cuts().keySet().stream()
        .filter(ref -> ref.scheme().equals(concept.ref().scheme()))
        .flatMap(ref -> snapshot.find(ref).stream())
        .anyMatch(each -> each.type() == concept.type());
  }

  private static String otherEnd(Correspondence said, String scheme) {
    return said.source().equals(scheme) ? said.target() : said.source();
  }
}
