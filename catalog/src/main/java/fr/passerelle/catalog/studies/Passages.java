package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.deposit.NotYoursException;
import fr.passerelle.catalog.study.Qualification;
import fr.passerelle.catalog.study.Standing;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.journal.Body;
import fr.passerelle.catalog.study.journal.StudyEvent;
import fr.passerelle.vocab.RefusedException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

/** Leads studies through their lives, and their records through the operator's hands. */
public final class Passages {
  private static final int LONGEST_REASON = 1_000;

  private final Studies studies;
  private final Clock clock;

  public Passages(Studies studies, Clock clock) {
    this.studies = studies;
    this.clock = clock;
  }

  /** Why a study cannot pass so, in French, with what it can do. */
  static String refusal(StudyStatus from, StudyStatus to) {
    String next =
        from.next().isEmpty()
            ? "cet état est le dernier"
            : from.next().stream()
                .map(StudyStatus::id)
                .collect(Collectors.joining(", ", "suivent : ", ""));
    return "une étude ne passe pas de %s à %s ; %s".formatted(from.id(), to.id(), next);
  }

  static StudyEvent.Kind kind(StudyStatus to) {
    return to == StudyStatus.WITHDRAWN ? StudyEvent.Kind.WITHDRAW : StudyEvent.Kind.PASS;
  }

  /**
   * Lets a study pass to another point of its life.
   *
   * @param reason why, in words; may be empty
   * @throws RefusedException if it cannot pass so
   * @throws NoSuchStudyException if it is not there for the actor
   */
  public Study pass(Actor actor, StudyId id, StudyStatus to, String reason) {
    return change(
        actor,
        id,
        study -> {
          if (!study.status().leadsTo(to)) {
            throw RefusedException.of("status", "passage", refusal(study.status(), to));
          }
          return new Step(kind(to), study.standing().passed(to, said(reason)), reason.strip());
        });
  }

  /**
   * Says what the operator thinks of a record.
   *
   * @param reason why it is returned; needed then
   * @throws RefusedException if it is not the operator's to say, or cannot follow
   */
  public Study qualify(Actor actor, StudyId id, Qualification as, String reason) {
    if (!actor.isOperator()) {
      throw new NotYoursException(
          "qualification", "operator", "Qualifier une fiche revient à l'exploitant.");
    }
    if (as == Qualification.RETURNED && reason.isBlank()) {
      throw RefusedException.of("reason", "required", "une fiche se rend avec une raison");
    }
    return change(
        actor,
        id,
        study -> {
          Qualification from = study.standing().qualification();
          if (!from.leadsTo(as)) {
            throw RefusedException.of(
                "qualification",
                "passage",
                "une fiche ne passe pas de %s à %s".formatted(from.id(), as.id()));
          }
          return new Step(
              StudyEvent.Kind.QUALIFY,
              study.standing().qualified(as, said(reason)),
              reason.strip());
        });
  }

  /** Deletes the record of a study; its name is never another's, and its history stays. */
  public Study delete(Actor actor, StudyId id, String reason) {
    return change(
        actor, id, study -> new Step(StudyEvent.Kind.DELETE, study.standing(), said(reason)));
  }

  private static String said(String reason) {
    if (reason.length() > LONGEST_REASON) {
      throw RefusedException.of("reason", "length", LONGEST_REASON + " caractères au plus");
    }
    return reason.strip();
  }

  /** What happens to a study, and where it stands afterwards. */
  private record Step(StudyEvent.Kind kind, Standing standing, String reason) {}

  private interface Rule {
    Step apply(Study study);
  }

  private Study change(Actor actor, StudyId id, Rule rule) {
    return studies.write((catalogue, desk) -> {
      Study study =
          catalogue.as(actor.as()).find(id).orElseThrow(() -> new NoSuchStudyException(id));
      if (!actor.owns(study)) {
        throw new NotYoursException(
            "id",
            actor.as().producer(),
            "L'étude %s est de « %s »".formatted(id, study.key().producer()));
      }
      Step step = rule.apply(study);
      Body body = Body.of(study.content(), step.standing(), study.origin());
      StudyEvent event =
          new StudyEvent(
              0,
              id,
              study.key(),
              step.kind(),
              clock.instant(),
              actor.by(),
              step.reason(),
              List.of("standing"),
              body);
      List<StudyEvent> written = desk.append(List.of(event));
      return catalogue.after(written).find(id).orElse(study);
    });
  }
}
