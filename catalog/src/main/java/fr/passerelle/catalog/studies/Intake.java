package fr.passerelle.catalog.studies;

import fr.passerelle.catalog.deposit.NotYoursException;
import fr.passerelle.catalog.producer.Producer;
import fr.passerelle.catalog.study.Content;
import fr.passerelle.catalog.study.Qualification;
import fr.passerelle.catalog.study.RecordOrigin;
import fr.passerelle.catalog.study.Standing;
import fr.passerelle.catalog.study.Study;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.StudyKey;
import fr.passerelle.catalog.study.StudyStatus;
import fr.passerelle.catalog.study.Visibility;
import fr.passerelle.catalog.study.form.Draft;
import fr.passerelle.catalog.study.form.FormReader;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.catalog.study.journal.Body;
import fr.passerelle.catalog.study.journal.StudyEvent;
import fr.passerelle.vocab.source.Findings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** One deposit while it is being checked: drafts become events. */
final class Intake {
  private final Catalogue catalogue;
  private final Actor actor;
  private final ContentCheck check;
  private final Predicate<String> erased;
  private final Instant now;
  private final List<StudyEvent> events = new ArrayList<>();
  private final Map<StudyId, Outcome.Result> results = new LinkedHashMap<>();
  private final Map<StudyId, List<String>> changed = new HashMap<>();
  private final Map<StudyId, StudyKey> taken = new HashMap<>();
  private final Map<String, List<Study>> byIdentifier;

  /**
   * @param erased authors whose names are not to be kept
   */
  Intake(
      Catalogue catalogue, Actor actor, ContentCheck check, Predicate<String> erased, Instant now) {
    this.catalogue = catalogue;
    this.actor = actor;
    this.check = check;
    this.erased = erased;
    this.now = now;
    this.byIdentifier =
        catalogue.as(actor.as()).list().stream()
            .collect(Collectors.groupingBy(study -> study.key().identifier()));
  }

  List<StudyEvent> events() {
    return events;
  }

  /** What became of each study, as it stands in the catalogue afterwards. */
  List<Outcome> outcomes(Catalogue after) {
    return results.entrySet().stream()
        .map(each ->
            new Outcome(
                each.getValue(),
                after.find(each.getKey()).orElseThrow(),
                changed.getOrDefault(each.getKey(), List.of())))
        .toList();
  }

  /**
   * Takes one form in.
   *
   * @param named the study that it is of, where its sender says so
   */
  void take(Submission submission, FormReader reader, Optional<StudyId> named, Findings findings) {
    Optional<Study> target = named.map(this::getOwn);
    reader
        .read(signed(submission.form(), target), submission.origin(), findings)
        .ifPresent(draft -> take(draft, findings));
  }

  private Study getOwn(StudyId id) {
    Study study = catalogue.as(actor.as()).find(id).orElseThrow(() -> new NoSuchStudyException(id));
    if (!actor.owns(study)) {
      throw notYours(study.key().producer());
    }
    return study;
  }

  /** A form without producer is of the one who sends it; one put at an address is of its study. */
  private Map<String, Object> signed(Map<String, Object> form, Optional<Study> target) {
    Map<String, Object> signed = new LinkedHashMap<>(form);
    target.ifPresent(study -> {
      signed.putIfAbsent("identifier", study.key().identifier());
      signed.putIfAbsent("producers", study.content().producers());
    });
    if (!actor.isOperator()) {
      signed.putIfAbsent("producers", List.of(actor.as().producer()));
    }
    return signed;
  }

  private void take(Draft draft, Findings findings) {
    StudyKey key = draft.key();
    if (!actor.isOperator() && !key.producer().equals(actor.as().producer())) {
      throw notYours(key.producer());
    }
    duplicate(key, findings);
    Optional<StudyId> known = catalogue.findId(key);
    Optional<Study> before = known.flatMap(catalogue::find);
    StudyStatus status =
        draft.status().or(() -> before.map(Study::status)).orElse(StudyStatus.PUBLISHED);
    Content content = spared(check.check(draft, status, findings), findings);
    StudyId id = known.orElseGet(() -> mint(key));
    if (taken.putIfAbsent(id, key) != null) {
      findings.refused(
          "/identifier",
          "duplicate-identifier",
          "deux études de ce dépôt ont l'identifiant « " + key.identifier() + " »");
      return;
    }
    int written = events.size();
    before.ifPresentOrElse(
        study -> update(study, draft, content, status, findings),
        () -> create(id, draft, content, status, findings));
    if (!findings.refused().isEmpty()) {
      // Others of the deposit may be kept without it.
      events.subList(written, events.size()).clear();
      results.remove(id);
    }
  }

  private Content spared(Content content, Findings findings) {
    Content without = content.without(erased);
    if (without.authors().size() < content.authors().size()) {
      findings.repaired("auteur effacé à sa demande, laissé", "/authors");
    }
    return without;
  }

  /** Deletes the record that was harvested from there; nothing where there is none. */
  Optional<StudyId> remove(String source, String identifier, String reason) {
    Optional<Study> found =
        catalogue.list().stream()
            .filter(study -> study.origin().source().equals(source))
            .filter(study -> study.origin().identifier().equals(identifier))
            .filter(study -> !taken.containsKey(study.id()))
            .findFirst();
    found.ifPresent(study -> {
      Body body = Body.of(study.content(), study.standing(), study.origin());
      add(study.id(), study.key(), StudyEvent.Kind.DELETE, reason, List.of("standing"), body);
    });
    return found.map(Study::id);
  }

  private NotYoursException notYours(String producer) {
    return new NotYoursException(
        "/producers/0",
        actor.as().producer(),
        "Cette clé dépose les études de « %s », pas celles de « %s » ; mettre le producteur de la clé en premier."
            .formatted(actor.as().producer(), producer));
  }

  /** Of others only what the depositor can see is told. */
  private void duplicate(StudyKey key, Findings findings) {
    byIdentifier.getOrDefault(key.identifier(), List.of()).stream()
        .filter(study -> !study.key().producer().equals(key.producer()))
        .findFirst()
        .ifPresent(other ->
            findings.refused(
                "/identifier",
                "duplicate-identifier",
                "« %s » est l'identifiant d'une étude de %s (%s) : si c'est la même, la laisser à son producteur ; sinon en prendre un autre, par exemple précédé de « %s- »"
                    .formatted(
                        key.identifier(), other.key().producer(), other.id(), key.producer())));
  }

  private StudyId mint(StudyKey key) {
    int attempt = 0;
    StudyId id = StudyId.mint(key, attempt);
    while (catalogue.isTaken(id) || !taken.getOrDefault(id, key).equals(key)) {
      attempt++;
      id = StudyId.mint(key, attempt);
    }
    return id;
  }

  private void create(
      StudyId id, Draft draft, Content content, StudyStatus status, Findings findings) {
    if (status == StudyStatus.WITHDRAWN) {
      findings.refused("/status", "passage", "une étude inconnue ne peut pas être retirée");
      return;
    }
    boolean trusted =
        actor.isOperator()
            || catalogue
                .producers()
                .find(draft.key().producer())
                .filter(Producer::trusted)
                .isPresent();
    Standing standing =
        new Standing(
            status,
            draft.visibility().orElse(Visibility.PUBLIC),
            trusted ? Qualification.PUBLISHED : Qualification.SUBMITTED,
            "");
    Body body = Body.of(content, standing, draft.origin());
    add(id, draft.key(), StudyEvent.Kind.CREATE, "", List.of(), body);
    results.put(id, Outcome.Result.CREATED);
    supersede(id, draft.key(), content);
  }

  private void update(
      Study before, Draft draft, Content content, StudyStatus status, Findings findings) {
    if (status != before.status() && !before.status().leadsTo(status)) {
      findings.refused("/status", "passage", Passages.refusal(before.status(), status));
      return;
    }
    if (!mayTake(before.origin(), draft.origin())) {
      findings.refused("/identifier", "other-origin", elsewhere(before));
      return;
    }
    Standing kept = before.standing();
    Standing standing = standing(before, draft);
    Body was = Body.of(before.content(), kept, before.origin());
    List<String> differences =
        new ArrayList<>(was.differences(Body.of(content, standing, before.origin())));
    Body body = Body.of(content, standing, origin(before, draft));
    if (!differences.isEmpty() || !origin(before, draft).isSameRecordAs(before.origin())) {
      add(before.id(), before.key(), StudyEvent.Kind.UPDATE, "", differences, body);
    }
    if (status != before.status()) {
      Body passed = Body.of(content, standing.passed(status, ""), origin(before, draft));
      add(before.id(), before.key(), Passages.kind(status), "", List.of("standing"), passed);
      differences.add("status");
    }
    changed.put(before.id(), differences);
    results.put(
        before.id(), differences.isEmpty() ? Outcome.Result.UNCHANGED : Outcome.Result.UPDATED);
    supersede(before.id(), before.key(), content);
  }

  /** What is sent again was mended; what is harvested again is what was returned. */
  private static Standing standing(Study before, Draft draft) {
    Standing kept = before.standing();
    if (isHarvested(draft.origin())) {
      return kept;
    }
    return new Standing(
        before.status(),
        draft.visibility().orElse(kept.visibility()),
        kept.qualification() == Qualification.RETURNED
            ? Qualification.SUBMITTED
            : kept.qualification(),
        "");
  }

  private static RecordOrigin origin(Study before, Draft draft) {
    return isHarvested(draft.origin()) ? draft.origin() : before.origin();
  }

  private static boolean isHarvested(RecordOrigin origin) {
    return !origin.source().isEmpty();
  }

  /** A harvest takes over what it brought itself or what a file brought, never a deposit. */
  private static boolean mayTake(RecordOrigin before, RecordOrigin now) {
    return !isHarvested(now)
        || before.source().equals(now.source())
        || (before.kind() == RecordOrigin.Kind.IMPORTED && !isHarvested(before));
  }

  private static String elsewhere(Study before) {
    String from =
        isHarvested(before.origin())
            ? "moissonnée de « " + before.origin().source() + " »"
            : "déposée ici";
    return "la fiche %s (%s) est %s, ce moissonnage ne la change pas ; la laisser ainsi, ou la supprimer (studies delete) pour qu'il la reprenne"
        .formatted(before.key(), before.id(), from);
  }

  /** What a study replaces is superseded, where it is of the same producer. */
  private void supersede(StudyId by, StudyKey key, Content content) {
    for (StudyId id : content.relations().replaces()) {
      catalogue
          .find(id)
          .filter(old -> old.key().producer().equals(key.producer()))
          .filter(old -> old.status() == StudyStatus.PUBLISHED)
          .filter(old -> !taken.containsKey(id))
          .ifPresent(old -> {
            String reason = "remplacée par " + by;
            Standing superseded = old.standing().passed(StudyStatus.SUPERSEDED, reason);
            Body body = Body.of(old.content(), superseded, old.origin());
            add(id, old.key(), StudyEvent.Kind.PASS, reason, List.of("standing"), body);
          });
    }
  }

  private void add(
      StudyId id,
      StudyKey key,
      StudyEvent.Kind kind,
      String reason,
      List<String> differences,
      Body body) {
    events.add(new StudyEvent(0, id, key, kind, now, actor.by(), reason, differences, body));
  }
}
