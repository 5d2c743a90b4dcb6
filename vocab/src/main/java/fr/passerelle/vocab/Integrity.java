package fr.passerelle.vocab;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The conditions that a release meets before it is published, whatever its source.
 *
 * <p>SKOS Reference, W3C, 2009: S13 and S14 are kept by {@link Concept}; S27 (related is disjoint
 * with the transitive closure of broader) and acyclicity of broader are checked here. To these
 * Passerelle adds: no dangling link inside the release, codes fit for a URI.
 */
final class Integrity {
  /** Words that URIs under a scheme use for themselves; a code may not be one of them. */
  private static final Set<String> RESERVED =
      Set.of("release", "releases", "concepts", "top", "changes", "diff", "association");

  private static final Pattern CODE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._/-]{0,99}");

  private final Map<ConceptRef, Concept> concepts = new HashMap<>();
  private final Set<String> schemes;
  private final List<Fault> faults = new ArrayList<>();

  private Integrity(Release release) {
    this.schemes = release.schemes().stream().map(Scheme::id).collect(Collectors.toSet());
    for (Scheme scheme : release.schemes()) {
      scheme.concepts().forEach(concept -> concepts.put(concept.ref(), concept));
    }
  }

  static List<Fault> faults(Release release) {
    Integrity integrity = new Integrity(release);
    for (Scheme scheme : release.schemes()) {
      scheme.concepts().forEach(integrity::check);
    }
    for (Correspondence correspondence : release.correspondences()) {
      CorrespondenceIntegrity.check(
          correspondence, integrity.concepts.keySet(), integrity.faults::add);
    }
    AdditionsIntegrity.check(release, integrity.concepts.keySet(), integrity.faults::add);
    integrity.faults.addAll(ExactMatches.faults(release.correspondences()));
    return integrity.faults;
  }

  static boolean isCode(String code) {
    return !RESERVED.contains(code) && CODE.matcher(code).matches();
  }

  private void check(Concept concept) {
    if (!isCode(concept.code())) {
      add(concept, "code", "ce code ne peut pas servir dans une URI ; le corriger dans la source");
    }
    for (Link link : concept.links()) {
      if (schemes.contains(link.target().scheme()) && !concepts.containsKey(link.target())) {
        add(
            concept,
            "dangling-link",
            "lien " + link.kind() + " vers un code absent : " + link.target());
      }
    }
    Set<ConceptRef> ancestors = ancestors(concept);
    if (ancestors.contains(concept.ref())) {
      add(concept, "cycle", "le concept est son propre ancêtre ; rompre la boucle dans la source");
    }
    concept
        .links(Link.Kind.RELATED)
        .filter(link -> ancestors.contains(link.target()))
        .forEach(link ->
            add(concept, "S27", "à la fois associé et ancêtre : " + link.target() + " (SKOS S27)"));
  }

  private Set<ConceptRef> ancestors(Concept concept) {
    // Most concepts of a register have none.
    if (concept.links().isEmpty()) {
      return Set.of();
    }
    Set<ConceptRef> seen = new HashSet<>();
    List<Concept> frontier = List.of(concept);
    while (!frontier.isEmpty()) {
      List<Concept> next = new ArrayList<>();
      for (Concept each : frontier) {
        for (Link link : each.links(Link.Kind.BROADER).toList()) {
          Concept parent = concepts.get(link.target());
          if (seen.add(link.target()) && parent != null) {
            next.add(parent);
          }
        }
      }
      frontier = next;
    }
    return seen;
  }

  private void add(Concept concept, String rule, String message) {
    faults.add(new Fault(concept.ref().toString(), rule, message));
  }
}
