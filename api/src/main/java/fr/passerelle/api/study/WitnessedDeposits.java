package fr.passerelle.api.study;

import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.Outcome;
import fr.passerelle.catalog.studies.StudyDeposits;
import fr.passerelle.catalog.studies.StudyReport;
import jakarta.inject.Singleton;
import java.util.List;

/** Deposits of studies in front of the audit trail, whatever channel they come by. */
@Singleton
public final class WitnessedDeposits {
  private final StudyDeposits deposits;
  private final AuditTrail trail;

  WitnessedDeposits(StudyDeposits deposits, AuditTrail trail) {
    this.deposits = deposits;
    this.trail = trail;
  }

  /**
   * Deposits studies.
   *
   * @throws fr.passerelle.api.http.ProblemException where the catalogue refuses
   */
  public StudyReport deposit(Actor actor, StudyDeposits.Deposit deposit) {
    return trail.witness(
        !deposit.dryRun(),
        actor.by(),
        AuditAction.STUDY_DEPOSITED,
        deposit.id().map(id -> "study/" + id).orElse("studies"),
        subject -> {
          StudyReport report = Refusals.explained(() -> deposits.deposit(actor, deposit));
          subject.is(name(report.outcomes()));
          return report;
        });
  }

  private static String name(List<Outcome> outcomes) {
    return outcomes.size() == 1
        ? "study/" + outcomes.getFirst().study().id()
        : "studies (" + outcomes.size() + ")";
  }
}
