package fr.passerelle.vocab.service;

import fr.passerelle.vocab.Annotation;
import fr.passerelle.vocab.Concept;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Predicate;
import fr.passerelle.vocab.PublishedRelease;
import fr.passerelle.vocab.Status;
import fr.passerelle.vocab.release.Mapping;
import fr.passerelle.vocab.release.PublishedAnnotation;
import fr.passerelle.vocab.release.PublishedCollection;
import fr.passerelle.vocab.release.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a region adds to a concept of another edition: it stands beside what the concept's
 * producer says, under the region's authorship.
 *
 * @param kind what it is
 * @param release the region's release, with licence and citation
 * @param author who says it
 * @param text the note, the regional name, the label of the variant or of the collection
 * @param lang BCP 47 tag of the text
 * @param link address of a page that says more; empty if none
 * @param variant the variant itself
 * @param collection the collection itself
 * @param number place of a note or name among those of its release on the concept, from 1; else 0
 */
public record Regional(
    Kind kind,
    PublishedRelease release,
    Correspondence.Author author,
    String text,
    String lang,
    String link,
    Optional<Concept> variant,
    Optional<PublishedCollection> collection,
    int number) {

  /** What a region adds. */
  public enum Kind {
    /** A text about the concept. */
    NOTE,
    /** A name that it goes by in the region. */
    LABEL,
    /** A concept of the region that is a form of it (skos:broadMatch to it). */
    VARIANT,
    /** A collection of the region that it is in. */
    COLLECTION
  }

  /** All that regions add to a concept: by kind, then by edition; nothing to one of their own. */
  public static List<Regional> of(Snapshot snapshot, Concept concept) {
    ConceptRef ref = concept.ref();
    List<Regional> all = new ArrayList<>();
    List<PublishedAnnotation> annotations = snapshot.annotations(ref);
    for (Annotation.Kind kind : Annotation.Kind.values()) {
      annotations.stream()
          .filter(each -> each.annotation().kind() == kind)
          .forEach(each -> all.add(annotation(each)));
    }
    snapshot
        .mappings(ref)
        .filter(mapping -> isVariant(snapshot, mapping))
        .forEach(mapping -> all.add(variant(snapshot, mapping)));
    snapshot.collections(ref).stream()
        .filter(each -> isRegionalOf(each.release(), ref))
        .forEach(each -> all.add(collection(each)));
    return List.copyOf(all);
  }

  /**
   * Whether what a correspondence says of a concept is that the other end is a region's form of it:
   * a concept of the region's own that names it as the wider one.
   */
  public static boolean isVariant(Snapshot snapshot, Mapping mapping) {
    ConceptRef other = mapping.pair().to();
    PublishedRelease by = mapping.by().release();
    return mapping.pair().predicate() == Predicate.NARROW_MATCH
        && isRegionalOf(by, mapping.pair().from())
        && by.release().edition().id().equals(other.scheme())
        && snapshot.find(other).filter(each -> each.status() == Status.CURRENT).isPresent();
  }

  private static boolean isRegionalOf(PublishedRelease release, ConceptRef ref) {
    Edition edition = release.release().edition();
    return !edition.national() && !edition.id().equals(ref.scheme());
  }

  private static Regional annotation(PublishedAnnotation published) {
    Annotation said = published.annotation();
    return new Regional(
        switch (said.kind()) {
          case NOTE -> Kind.NOTE;
          case LABEL -> Kind.LABEL;
        },
        published.release(),
        said.author(),
        said.text(),
        said.lang(),
        said.link(),
        Optional.empty(),
        Optional.empty(),
        published.number());
  }

  private static Regional variant(Snapshot snapshot, Mapping mapping) {
    Concept variant = snapshot.find(mapping.pair().to()).orElseThrow();
    return new Regional(
        Kind.VARIANT,
        mapping.by().release(),
        mapping.by().correspondence().author(),
        variant.prefLabel("fr"),
        "fr",
        "",
        Optional.of(variant),
        Optional.empty(),
        0);
  }

  private static Regional collection(PublishedCollection published) {
    return new Regional(
        Kind.COLLECTION,
        published.release(),
        published.collection().author(),
        published.collection().label(),
        "fr",
        "",
        Optional.empty(),
        Optional.of(published),
        0);
  }
}
