package fr.passerelle.vocab.release;

import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.source.Findings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import read, mended and changed, for the person who ran it.
 *
 * @param edition edition imported
 * @param release release of the edition
 * @param source where it was read
 * @param outcome what became of it
 * @param licence code of the licence declared; empty if none, and then nothing of it is public
 * @param concepts concepts in each scheme
 * @param read rows read in each file
 * @param repairs repairs by rule
 * @param refused records refused, the others being published: why, and how many
 * @param remarks files absent, columns ignored
 * @param before release published until then; empty if none
 * @param changes difference with {@code before}
 * @param labels French labels of both ends of the pairs that differ from {@code before}
 * @param uses how many places of other published releases use what it retires or changes, pairs
 *     that it no longer states included; see {@link Impact}
 * @param pending what the delivery brings and is not published yet, as it may be passing
 */
public record ImportReport(
    String edition,
    String release,
    Release.Source source,
    Outcome outcome,
    Optional<String> licence,
    Map<String, Integer> concepts,
    Map<String, Integer> read,
    List<Findings.Repair> repairs,
    Refused refused,
    List<String> remarks,
    Optional<String> before,
    Changes changes,
    Map<ConceptRef, String> labels,
    int uses,
    List<PendingChange> pending) {

  /** An end of a pair, with its label where one is known: {@code 01022103 « EMPLOYE TRAITEUR »}. */
  public String named(ConceptRef end) {
    String label = labels.getOrDefault(end, "");
    return label.isEmpty() ? end.code() : "%s « %s »".formatted(end.code(), label);
  }

  /**
   * Records that a file holds and a release does not.
   *
   * @param records how many
   * @param faults why, the first of many
   */
  public record Refused(int records, List<Fault> faults) {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /** What became of an import. */
  public enum Outcome {
    /** The release is the published one now. */
    PUBLISHED,
    /** The published release says the same already: nothing was written. */
    UNCHANGED,
    /** Same content, but a licence was declared: it is the published one with that licence now. */
    LICENCE_DECLARED,
    /** Kept but not published: it removes so much that a person is to say whether that is meant. */
    WAITING,
    /** The delivery is kept, but none of its changes is settled: the published release stays. */
    PENDING,
    /** Checked and compared only, as asked. */
    DRY_RUN
  }
}
