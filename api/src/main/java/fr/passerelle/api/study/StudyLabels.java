package fr.passerelle.api.study;

import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.PublishedSeries;
import fr.passerelle.catalog.study.search.Facet;
import fr.passerelle.catalog.territory.Territory;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.release.Snapshot;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What codes of studies stand for, in one language.
 *
 * @param catalogue the catalogue as the reader sees it
 * @param snapshot the vocabularies
 * @param themes scheme of the themes
 * @param lang language of labels
 * @param series titles of series, by their words
 */
public record StudyLabels(
    CatalogueView catalogue,
    Snapshot snapshot,
    String themes,
    String lang,
    Map<String, String> series) {

  /** Labels of that state. */
  public static StudyLabels of(
      CatalogueView catalogue, Snapshot snapshot, String themes, String lang) {
    return new StudyLabels(
        catalogue,
        snapshot,
        themes,
        lang,
        catalogue.series().stream()
            .collect(Collectors.toMap(PublishedSeries::key, PublishedSeries::title)));
  }

  /** What a concept is called; its code where it is not published. */
  public String of(ConceptRef ref) {
    return snapshot.find(ref).map(concept -> concept.prefLabel(lang)).orElse(ref.code());
  }

  /** What a value of a facet is called; itself where it is a word. */
  public String of(Facet facet, String value) {
    return switch (facet) {
      case THEME -> of(new ConceptRef(themes, value));
      case TERRITORY -> territory(value);
      case PRODUCER -> catalogue.producers().name(value, lang);
      case SERIES -> series.getOrDefault(value, value);
      case SUBJECT -> subject(value);
      case KIND, STATUS, YEAR, SCALE, LANGUAGE -> value;
    };
  }

  private String territory(String code) {
    Optional<Territory> territory = Territory.parse(code);
    return territory.map(each -> catalogue.territories().name(each)).orElse(code);
  }

  private String subject(String value) {
    int slash = value.indexOf('/');
    boolean named = slash > 0 && ConceptRef.isCode(value.substring(slash + 1));
    return named
        ? of(new ConceptRef(value.substring(0, slash), value.substring(slash + 1)))
        : value;
  }
}
