package fr.passerelle.api.study;

import fr.passerelle.catalog.citation.Reference;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyNames;
import fr.passerelle.catalog.study.Subjects;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.release.Snapshot;
import java.util.List;
import java.util.stream.Stream;

/**
 * References of studies, with the labels of what they are about.
 *
 * @param catalogue the catalogue as the reader sees it
 * @param snapshot the vocabularies, for labels
 * @param names persistent names
 * @param lang language of labels
 */
public record References(
    CatalogueView catalogue, Snapshot snapshot, StudyNames names, String lang) {

  /** What a reference manager is told of a study. */
  public Reference of(Study study) {
    return Reference.of(study, catalogue.producers(), names, keywords(study), lang);
  }

  /** Labels of what a study is about. */
  public List<String> keywords(Study study) {
    Subjects subjects = study.content().subjects();
    Stream<String> concepts =
        Stream.concat(subjects.themes().stream(), subjects.concepts().stream()).map(this::label);
    return Stream.of(concepts, subjects.sectors().stream(), subjects.audiences().stream())
        .flatMap(words -> words)
        .distinct()
        .toList();
  }

  private String label(ConceptRef ref) {
    return snapshot.find(ref).map(concept -> concept.prefLabel(lang)).orElse(ref.code());
  }
}
