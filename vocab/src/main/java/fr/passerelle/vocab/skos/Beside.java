package fr.passerelle.vocab.skos;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Collection;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.PublishedRelease;

/** What stands beside a concept: said of it by a release under that release's authorship. */
public sealed interface Beside {
  /** The release that says it. */
  PublishedRelease release();

  /** It is a member of a collection. */
  record InCollection(PublishedRelease release, Collection collection) implements Beside {}

  /**
   * It is annotated.
   *
   * @param number place among the annotations of the release on the concept, from 1
   */
  record Annotated(PublishedRelease release, Annotation annotation, int number) implements Beside {}

  /** It has a form of the release's own. */
  record Varied(PublishedRelease release, Concept variant) implements Beside {}
}
