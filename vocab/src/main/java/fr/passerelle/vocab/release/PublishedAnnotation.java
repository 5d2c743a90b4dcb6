package fr.passerelle.vocab.release;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.PublishedRelease;

/**
 * An annotation that anyone may read, and the release that states it.
 *
 * @param release with licence and citation
 * @param annotation what it says
 * @param number its place among those of the release on that concept, from 1: part of its name
 */
public record PublishedAnnotation(PublishedRelease release, Annotation annotation, int number) {}
