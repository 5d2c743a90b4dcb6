package fr.passerelle.vocab;

import java.time.LocalDate;
import java.util.List;

/**
 * A dated, immutable state of one edition: its main scheme and the lists that come with it.
 *
 * @param edition whose state it is
 * @param id name as its producer gives it, e.g. {@code 60}
 * @param source where it was read
 * @param schemes the main scheme first (its id is the edition's), then companion lists
 */
public record Release(Edition edition, String id, Source source, List<Scheme> schemes) {

  /** Checks what holds whatever the source: see {@link Integrity}. */
  public Release {
    schemes = List.copyOf(schemes);
    if (schemes.isEmpty() || !schemes.getFirst().id().equals(edition.id())) {
      throw new IllegalArgumentException("the first scheme of a release is its edition's");
    }
  }

  /**
   * A release whose integrity has been checked.
   *
   * @throws RefusedException with every breach found
   */
  public static Release of(Edition edition, String id, Source source, List<Scheme> schemes) {
    Release release = new Release(edition, id, source, schemes);
    List<Fault> faults = Integrity.faults(release);
    if (!faults.isEmpty()) {
      throw new RefusedException(faults);
    }
    return release;
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
