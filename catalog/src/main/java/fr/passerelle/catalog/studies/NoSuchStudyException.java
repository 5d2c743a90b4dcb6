package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.study.StudyId;

/** There is no such study for who asked: none at all, or one that is hidden. */
public final class NoSuchStudyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NoSuchStudyException(StudyId id) {
    super("Aucune étude « " + id + " ».", null, false, false);
  }
}
