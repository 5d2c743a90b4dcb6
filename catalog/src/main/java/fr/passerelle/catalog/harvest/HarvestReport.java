package fr.passerelle.catalog.harvest;

import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.source.Findings;
import java.util.List;
import java.util.Optional;

/**
 * What a harvest did.
 *
 * @param since from when it asked; empty for all
 * @param seen records seen, each once
 * @param created studies that are new
 * @param updated studies that say something else
 * @param unchanged studies that say the same
 * @param deleted studies deleted because the source said so
 * @param ours records of ours that came back: nothing was done to them
 * @param refused records that were refused
 * @param gone identifiers that a complete harvest did not see again: nothing was done to them;
 *     empty where a record could not even be named, which may be any of them
 * @param tellsDeletions whether the source says what it deleted; else only a whole harvest shows
 *     what is gone
 * @param findings what was refused and mended, by place
 * @param stopped why it ended early; empty if the source was read to its end
 */
public record HarvestReport(
    String since,
    int seen,
    int created,
    int updated,
    int unchanged,
    int deleted,
    int ours,
    int refused,
    List<String> gone,
    boolean tellsDeletions,
    Findings findings,
    Optional<Fault> stopped) {
  public HarvestReport {
    gone = List.copyOf(gone);
  }
}
