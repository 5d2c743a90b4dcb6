package fr.passerelle.api.study;

import fr.passerelle.api.http.Problem;
import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import fr.passerelle.catalog.deposit.NotYoursException;
import fr.passerelle.catalog.studies.NoSuchStudyException;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import java.util.function.Supplier;

/** Refusals of the catalogue as problems, each fault with its pointer, its rule and what to do. */
public final class Refusals {
  private Refusals() {}

  /**
   * What a task answers.
   *
   * @throws ProblemException where the catalogue refuses
   */
  public static <T> T explained(Supplier<T> task) {
    try {
      return task.get();
    } catch (RefusedException e) {
      throw refused(e);
    } catch (NotYoursException e) {
      throw new ProblemException(
          ProblemType.NOT_YOURS,
          String.valueOf(e.getMessage()),
          new Problem.Detail(e.what(), e.rule()));
    } catch (NoSuchStudyException e) {
      throw new ProblemException(
          ProblemType.UNKNOWN_STUDY, e.getMessage() + " /api/v1/studies les donne.");
    }
  }

  /** The problem that says why a deposit was refused. */
  static ProblemException refused(RefusedException e) {
    Fault first = e.faults().getFirst();
    return new ProblemException(
        ProblemType.REFUSED,
        "Rien n'a été changé. %s : %s%s"
            .formatted(
                first.place(),
                first.message(),
                e.faults().size() == 1 ? "" : " (et " + (e.faults().size() - 1) + " autres)"),
        e.faults().stream()
            .map(fault -> new Problem.Detail(fault.place(), fault.rule(), fault.message()))
            .toArray(Problem.Detail[]::new));
  }
}
