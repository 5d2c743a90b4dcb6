package fr.passerelle.api.oai;

import fr.passerelle.catalog.dataset.Agent;
import fr.passerelle.catalog.dataset.Dataset;
import fr.passerelle.catalog.dataset.Dataset.Family;
import fr.passerelle.catalog.dataset.StudyLog;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The sets of the catalogue: kinds of records, and of studies their themes and producers. */
final class Sets {
  /** Set of all studies. */
  static final String STUDIES = "study";

  /** Set of all vocabularies. */
  static final String VOCABULARIES = "vocabulary";

  /** Set of all indicators. */
  static final String INDICATORS = "indicator";

  private static final String THEMES = "theme";
  private static final String PRODUCERS = "producer";

  private Sets() {}

  /** Those of a record. */
  static List<String> of(Dataset dataset) {
    return List.copyOf(named(dataset).keySet());
  }

  /** Those of some records and those above them, each with its French name. */
  static Map<String, String> of(List<Dataset> datasets) {
    Map<String, String> all = new TreeMap<>();
    all.put(STUDIES, "Études");
    all.put(THEMES, "Études par thème");
    all.put(PRODUCERS, "Études par producteur");
    datasets.forEach(each -> all.putAll(named(each)));
    return all;
  }

  private static Map<String, String> named(Dataset dataset) {
    Map<String, String> all = new TreeMap<>();
    switch (dataset.family()) {
      case VOCABULARY -> all.put(VOCABULARIES, "Vocabulaires");
      case CORRESPONDENCE -> all.put("correspondence", "Correspondances entre vocabulaires");
      case STUDY -> all.put(STUDIES, "Études");
      case INDICATOR -> all.put(INDICATORS, "Indicateurs");
    }
    if (dataset.family() == Family.STUDY) {
      dataset
          .coverage()
          .subjects()
          .forEach(each -> all.put(THEMES + ":" + word(each.iri()), each.label()));
      List<Agent> producers = new ArrayList<>(dataset.source().creators());
      producers.forEach(each -> all.put(PRODUCERS + ":" + word(each.iri()), each.name()));
    }
    return all;
  }

  /** Sets of themes and producers in which a study was at some time. */
  static Set<String> of(StudyLog.Life life) {
    Set<String> all = new HashSet<>();
    life.themes().forEach(each -> all.add(THEMES + ":" + word(each)));
    life.producers().forEach(each -> all.add(PRODUCERS + ":" + word(each)));
    return all;
  }

  /** Whether studies may be in that set. */
  static boolean isOfStudies(String set) {
    return set.equals(STUDIES)
        || set.equals(THEMES)
        || set.equals(PRODUCERS)
        || set.startsWith(THEMES + ":")
        || set.startsWith(PRODUCERS + ":");
  }

  /** Last part of an IRI in the characters that the protocol allows. */
  private static String word(String iri) {
    return iri.substring(iri.lastIndexOf('/') + 1).replaceAll("[^\\w.!~*'()-]", "_");
  }
}
