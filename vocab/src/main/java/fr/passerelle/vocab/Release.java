package fr.passerelle.vocab;

import java.time.LocalDate;
import java.util.List;

/**
 * A dated, immutable state of one edition: its main scheme and the lists that come with it.
 *
 * @param edition whose state it is
 * @param id name as its producer gives it, e.g. {@code 60}
 * @param source where it was read
 * @param schemes the main scheme first if the edition has one (its id is the edition's), then
 *     companion lists, and the stubs of what it cites of other editions
 * @param correspondences what it states between schemes
 * @param collections groups that it makes of concepts of any scheme
 * @param annotations what it says of concepts of other editions
 */
public record Release(
    Edition edition,
    String id,
    Source source,
    List<Scheme> schemes,
    List<Correspondence> correspondences,
    List<Collection> collections,
    List<Annotation> annotations) {

  public Release {
    schemes = List.copyOf(schemes);
    correspondences = List.copyOf(correspondences);
    collections = List.copyOf(collections);
    annotations = List.copyOf(annotations);
    if (schemes.stream().skip(1).anyMatch(scheme -> scheme.id().equals(edition.id()))) {
      throw new IllegalArgumentException("the scheme of its edition is the first of a release");
    }
    if (schemes.isEmpty()) {
      throw new IllegalArgumentException("a release has schemes");
    }
  }

  /** A release without collections and annotations. */
  public Release(
      Edition edition,
      String id,
      Source source,
      List<Scheme> schemes,
      List<Correspondence> correspondences) {
    this(edition, id, source, schemes, correspondences, List.of(), List.of());
  }

  /** A release without correspondences. */
  public Release(Edition edition, String id, Source source, List<Scheme> schemes) {
    this(edition, id, source, schemes, List.of());
  }

  /**
   * A release whose integrity has been checked.
   *
   * @throws RefusedException with every breach found
   */
  public static Release of(
      Edition edition,
      String id,
      Source source,
      List<Scheme> schemes,
      List<Correspondence> correspondences) {
    return new Release(edition, id, source, schemes, correspondences).checked();
  }

  /**
   * The release, its integrity checked.
   *
   * @throws RefusedException with every breach found
   */
  public Release checked() {
    List<Fault> faults = Integrity.faults(this);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    return this;
  }

  /**
   * A release without correspondences, whose integrity has been checked.
   *
   * @throws RefusedException with every breach found
   */
  public static Release of(Edition edition, String id, Source source, List<Scheme> schemes) {
    return of(edition, id, source, schemes, List.of());
  }

  /** The same without what it states between schemes. */
  public Release withoutCorrespondences() {
    return new Release(edition, id, source, schemes);
  }

  /** The same under another name. */
  public Release named(String newId) {
    return new Release(edition, newId, source, schemes, correspondences, collections, annotations);
  }

  /** The same with those schemes. */
  public Release withSchemes(List<Scheme> others) {
    return new Release(edition, id, source, others, correspondences, collections, annotations);
  }

  /** The same with those collections. */
  public Release withCollections(List<Collection> others) {
    return new Release(edition, id, source, schemes, correspondences, others, annotations);
  }

  /** The same with those annotations. */
  public Release withAnnotations(List<Annotation> others) {
    return new Release(edition, id, source, schemes, correspondences, collections, others);
  }

  /** Of its name only: what it holds takes a tenth of a second to hash. */
  @Override
  public int hashCode() {
    return 31 * edition.hashCode() + id.hashCode();
  }

  /** Number of concepts in all its schemes. */
  public int size() {
    return schemes.stream().mapToInt(scheme -> scheme.concepts().size()).sum();
  }

  /**
   * Where a release was read.
   *
   * @param file name of the file
   * @param sha256 hash of its bytes, lower-case hexadecimal
   * @param issued date given by the producer (dct:issued)
   * @param sample whether it is only a sample of the real thing, to be said wherever it is shown
   */
  public record Source(String file, String sha256, LocalDate issued, boolean sample) {}
}
