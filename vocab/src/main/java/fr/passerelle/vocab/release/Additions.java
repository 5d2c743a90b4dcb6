package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.PublishedRelease;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a release says beside its schemes, found by concept.
 *
 * @param collections groups that it makes
 * @param annotations what it says of concepts of other editions
 */
record Additions(
    List<PublishedCollection> collections, Map<ConceptRef, List<PublishedAnnotation>> annotations) {

  static Additions of(PublishedRelease published) {
    Map<ConceptRef, List<PublishedAnnotation>> byTarget = new HashMap<>();
    for (Annotation annotation : published.release().annotations()) {
      List<PublishedAnnotation> before =
          byTarget.computeIfAbsent(annotation.target(), key -> new ArrayList<>());
      before.add(new PublishedAnnotation(published, annotation, before.size() + 1));
    }
    List<PublishedCollection> collections =
        published.release().collections().stream()
            .map(each -> PublishedCollection.of(published, each))
            .toList();
    return new Additions(collections, byTarget);
  }

  List<PublishedAnnotation> of(ConceptRef target) {
    return annotations.getOrDefault(target, List.of());
  }
}
