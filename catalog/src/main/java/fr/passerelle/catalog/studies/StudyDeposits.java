package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.deposit.NotYoursException;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.form.FormReader;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.catalog.study.journal.StudyEvent;
import fr.passerelle.catalog.study.journal.StudyJournal;
import fr.passerelle.catalog.territory.Territories;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.Fault;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.source.Findings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes the studies that producers deposit, whatever the channel: all of a deposit or nothing of
 * it.
 */
public final class StudyDeposits {
  private final Studies studies;
  private final Supplier<Snapshot> published;
  private final String themes;
  private final Clock clock;

  /**
   * @param published the vocabularies as they are published
   * @param themes scheme of a theme that is written without scheme
   */
  public StudyDeposits(Studies studies, Supplier<Snapshot> published, String themes, Clock clock) {
    this.studies = studies;
    this.published = published;
    this.themes = themes;
    this.clock = clock;
  }

  /** Whether a code is that of a concept that is published here. */
  public boolean isConcept(ConceptRef ref) {
    return published.get().find(ref).isPresent();
  }

  /**
   * What is deposited, and how.
   *
   * @param submissions forms, at least one
   * @param findings what reading them brought to light already
   * @param id the study that a single form is of; empty to find it by its producer and identifier
   * @param dryRun whether nothing is to be written
   * @param request what its sender names it by
   */
  public record Deposit(
      List<Submission> submissions,
      Findings findings,
      Optional<StudyId> id,
      boolean dryRun,
      Optional<RequestKey> request) {
    public Deposit {
      submissions = List.copyOf(submissions);
    }

    /** Forms that nothing more is said of. */
    public static Deposit of(List<Submission> submissions) {
      return new Deposit(submissions, new Findings(), Optional.empty(), false, Optional.empty());
    }
  }

  /**
   * Checks all of it and, unless it is a dry run, writes it; what is written is in the catalogue
   * when this returns.
   *
   * @throws RefusedException with every fault; nothing was changed
   * @throws NotYoursException if it is of a producer that is not the actor
   * @throws NoSuchStudyException if the study named is not there for the actor
   */
  public StudyReport deposit(Actor actor, Deposit deposit) {
    Snapshot snapshot = published.get();
    Territories territories = studies.territories(snapshot);
    return studies.write((catalogue, desk) -> {
      Optional<StudyReport> before = replay(catalogue, desk, deposit);
      if (before.isPresent()) {
        return before.get();
      }
      ContentCheck check =
          new ContentCheck(catalogue, actor, snapshot, territories, LocalDate.now(clock));
      Intake intake = new Intake(catalogue, actor, check, desk.erased(), clock.instant());
      Findings findings = read(intake, deposit, catalogue);
      findings.refuseIfFaulty();
      StudyReport report = report(deposit, desk, catalogue, intake, findings);
      if (!deposit.dryRun()) {
        deposit
            .request()
            .ifPresent(request ->
                desk.keepAnswer(request, Replay.json(report.outcomes()), clock.instant()));
      }
      return report;
    });
  }

  /**
   * Takes in records from elsewhere in one transaction: those that are sound are in the catalogue
   * when this returns, of the others the findings say what is wrong.
   */
  public Arrivals.Report arrive(Actor actor, Arrivals arrivals) {
    Snapshot snapshot = published.get();
    Territories territories = studies.territories(snapshot);
    return studies.write((catalogue, desk) -> {
      ContentCheck check =
          new ContentCheck(catalogue, actor, snapshot, territories, LocalDate.now(clock));
      Intake intake = new Intake(catalogue, actor, check, desk.erased(), clock.instant());
      FormReader reader = reader(catalogue);
      for (Submission each : arrivals.submissions()) {
        Findings.Attempt attempt = arrivals.findings().attempt();
        take(intake, reader, each, Optional.empty(), arrivals.findings());
        attempt.close();
      }
      String reason = "supprimée à la source « " + arrivals.source() + " »";
      int deleted = 0;
      for (String each : arrivals.deleted()) {
        deleted += intake.remove(arrivals.source(), each, reason).isPresent() ? 1 : 0;
      }
      List<StudyEvent> events =
          arrivals.dryRun() ? rehearsed(catalogue, intake.events()) : desk.append(intake.events());
      return new Arrivals.Report(intake.outcomes(catalogue.after(events)), deleted);
    });
  }

  private static StudyReport report(
      Deposit deposit, Studies.Desk desk, Catalogue catalogue, Intake intake, Findings findings) {
    List<StudyEvent> events =
        deposit.dryRun() ? rehearsed(catalogue, intake.events()) : desk.append(intake.events());
    return new StudyReport(
        intake.outcomes(catalogue.after(events)), findings.repairs(), /* replayed= */ false);
  }

  /** The events as if they were written. */
  private static List<StudyEvent> rehearsed(Catalogue catalogue, List<StudyEvent> events) {
    List<StudyEvent> numbered = new ArrayList<>();
    for (StudyEvent each : events) {
      numbered.add(each.numbered(catalogue.sequence() + numbered.size() + 1));
    }
    return numbered;
  }

  private Findings read(Intake intake, Deposit deposit, Catalogue catalogue) {
    FormReader reader = reader(catalogue);
    for (Submission each : deposit.submissions()) {
      take(intake, reader, each, deposit.id(), deposit.findings());
    }
    return deposit.findings();
  }

  private FormReader reader(Catalogue catalogue) {
    return new FormReader(
        themes,
        name -> catalogue.producers().findNamed(name).map(each -> each.code()).orElse(name));
  }

  private static void take(
      Intake intake, FormReader reader, Submission form, Optional<StudyId> id, Findings all) {
    Findings own = new Findings();
    intake.take(form, reader, id, own);
    own.refused().forEach(fault -> all.refused(place(form, fault), fault.rule(), fault.message()));
    own.repairs()
        .forEach(repair ->
            repair.examples().forEach(at -> all.repaired(repair.rule(), form.place().apply(at))));
  }

  private static String place(Submission submission, Fault fault) {
    return submission.place().apply(fault.place());
  }

  private static Optional<StudyReport> replay(
      Catalogue catalogue, Studies.Desk desk, Deposit deposit) {
    if (deposit.request().isEmpty() || deposit.dryRun()) {
      return Optional.empty();
    }
    RequestKey request = deposit.request().get();
    Optional<StudyJournal.Answered> answered = desk.findAnswer(request);
    if (answered.isPresent() && !answered.get().sha256().equals(request.sha256())) {
      throw RefusedException.of(
          "Idempotency-Key",
          "idempotency-key",
          "cette clé a déjà servi à un autre contenu ; en prendre une neuve");
    }
    return answered.map(
        each -> new StudyReport(Replay.outcomes(each.answer(), catalogue), List.of(), true));
  }
}
