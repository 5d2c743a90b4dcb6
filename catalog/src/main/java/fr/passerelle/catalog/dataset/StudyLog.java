package fr.passerelle.catalog.dataset;

import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.Change;
import fr.passerelle.catalog.study.StudyId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What ever happened to studies as records of a part of the catalogue. It only grows at its end:
 * what one state of the catalogue tells of the past, all later ones tell.
 */
public final class StudyLog {
  private final List<Change> changes;
  private final Map<StudyId, Life> lives = new LinkedHashMap<>();

  private StudyLog(
      List<Change> changes, Map<StudyId, Set<String>> themes, Map<StudyId, Set<String>> producers) {
    this.changes = List.copyOf(changes);
    changes.forEach(change ->
        lives.merge(
            change.study(),
            new Life(
                change.study(),
                change.sequence(),
                change,
                themes.getOrDefault(change.study(), Set.of()),
                producers.getOrDefault(change.study(), Set.of())),
            (before, now) -> before.until(change)));
  }

  /** The log of a part as that reader may know it. */
  public static StudyLog of(CatalogueView view, Subset part) {
    Map<StudyId, Set<String>> themes = new HashMap<>();
    Map<StudyId, Set<String>> producers = new HashMap<>();
    List<Change> changes =
        view.changes(entry -> {
          boolean holds = part.holds(entry);
          if (holds) {
            themes.computeIfAbsent(entry.study(), id -> new HashSet<>()).addAll(entry.themes());
            producers
                .computeIfAbsent(entry.study(), id -> new HashSet<>())
                .addAll(entry.producers());
          }
          return holds;
        });
    return new StudyLog(changes, themes, producers);
  }

  /**
   * A study that is or was in the part.
   *
   * @param study which one
   * @param first number of the change by which it first came: immutable, in the order of coming
   * @param last what happened to it last
   * @param themes codes of its themes at any time at which it was there
   * @param producers codes of its producers, the same
   */
  public record Life(
      StudyId study, long first, Change last, Set<String> themes, Set<String> producers) {
    public Life {
      themes = Set.copyOf(themes);
      producers = Set.copyOf(producers);
    }

    private Life until(Change later) {
      return new Life(study, first, later, themes, producers);
    }

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
