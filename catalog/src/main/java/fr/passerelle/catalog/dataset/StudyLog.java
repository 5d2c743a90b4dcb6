package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Change;
import fr.passerelle.catalog.study.StudyId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What ever happened to studies as records of a part of the catalogue. It only grows at its end:
 * what one state of the catalogue tells of the past, all later ones tell.
 */
public final class StudyLog {
  private final List<Change> changes;
  private final Map<StudyId, Life> lives = new LinkedHashMap<>();

  private StudyLog(List<Change> changes) {
    this.changes = List.copyOf(changes);
    changes.forEach(change ->
        lives.merge(
            change.study(),
            new Life(change.study(), change.sequence(), change),
            (before, now) -> new Life(before.study(), before.first(), change)));
  }

  /** The log of a part as that reader may know it. */
  public static StudyLog of(CatalogueView view, Subset part) {
    return new StudyLog(view.changes(part::holds));
  }

  /**
   * A study that is or was in the part.
   *
   * @param study which one
   * @param first number of the change by which it first came: immutable, in the order of coming
   * @param last what happened to it last
   */
  public record Life(StudyId study, long first, Change last) {
    /** Whether it is there no more. */
    public boolean isOver() {
      return last.kind() == Change.Kind.DELETE;
    }
  }

  /** All changes, in order. */
  public List<Change> changes() {
    return changes;
  }

  /** All that are or were there, in the order in which they first came. */
  public List<Life> lives() {
    return List.copyOf(lives.values());
  }

  /** Whether a study was there and is no more. */
  public boolean isOver(StudyId study) {
    Life life = lives.get(study);
    return life != null && life.isOver();
  }
}
