package fr.passerelle.catalog.study;

import java.util.List;

/**
 * What a study has to do with others.
 *
 * @param replaces studies it takes the place of (dct:replaces): identifiers here
 * @param follows studies it goes on from, such as the survey of the year before
 * @param indicators indicators it uses: codes or URIs
 * @param datasets datasets it uses (prov:used): URLs
 */
public record Relations(
    List<StudyId> replaces, List<StudyId> follows, List<String> indicators, List<String> datasets) {
  /** Nothing is told. */
  public static final Relations NONE = new Relations(List.of(), List.of(), List.of(), List.of());

  public Relations {
    replaces = List.copyOf(replaces);
    follows = List.copyOf(follows);
    indicators = List.copyOf(indicators);
    datasets = List.copyOf(datasets);
  }
}
