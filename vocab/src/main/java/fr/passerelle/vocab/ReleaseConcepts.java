package fr.passerelle.vocab;

import java.util.HashMap;
import java.util.Map;

/** The concepts that a release holds in any of its schemes, found by name. */
public final class ReleaseConcepts {
  private final Map<String, Scheme> schemes = new HashMap<>();

  /** The concepts of that release. */
  public ReleaseConcepts(Release release) {
    release.schemes().forEach(scheme -> schemes.put(scheme.id(), scheme));
  }

  /** French label of a concept as the release gives it; empty where it has none to give. */
  public String label(ConceptRef ref) {
    Scheme scheme = schemes.get(ref.scheme());
    return scheme == null
        ? ""
        : scheme
            .find(ref.code())
            .map(concept -> concept.prefLabel("fr"))
            .filter(label -> !Stubs.isUnnamed(label))
            .orElse("");
  }
}
