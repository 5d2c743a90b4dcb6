package fr.passerelle.api.graphql;

import fr.passerelle.api.Instance;
import fr.passerelle.api.http.Catalogues;
import fr.passerelle.api.http.FigureDesk;
import fr.passerelle.api.http.PerimeterDesk;
import fr.passerelle.api.study.FoundStudy;
import fr.passerelle.api.study.Refusals;
import fr.passerelle.api.study.WitnessedDeposits;
import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.profile.Profile;
import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.CatalogueView;
import fr.passerelle.catalog.studies.StudyDeposits;
import fr.passerelle.catalog.studies.StudyReport;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.catalog.use.Reuse;
import fr.passerelle.catalog.use.Reuses;
import fr.passerelle.catalog.use.UseCounts;
import fr.passerelle.vocab.source.Findings;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The studies as the bearer of one request sees them, from its beginning to its end, and where that
 * bearer deposits. They are looked at when a field first asks for them.
 */
final class StudyDesk {
  private final Catalogues catalogues;
  private final WitnessedDeposits deposits;
  private final Instance instance;
  private final Reuses reuses;
  private final UseCounts uses;
  private final PerimeterDesk perimeters;
  private final FigureDesk figures;
  private final AuditTrail trail;
  private final HttpRequest<?> request;
  private Optional<CatalogueView> catalogue = Optional.empty();
  private Optional<List<Reuse>> register = Optional.empty();

  private StudyDesk(Desks desks, HttpRequest<?> request) {
    catalogues = desks.catalogues;
    deposits = desks.deposits;
    instance = desks.instance;
    reuses = desks.reuses;
    uses = desks.uses;
    perimeters = desks.perimeters;
    figures = desks.figures;
    trail = desks.trail;
    this.request = request;
  }

  /** What every desk is made of. */
  @Singleton
  record Desks(
      Catalogues catalogues,
      WitnessedDeposits deposits,
      Instance instance,
      Reuses reuses,
      UseCounts uses,
      PerimeterDesk perimeters,
      FigureDesk figures,
      AuditTrail trail) {

    /** The desk of the bearer of a request. */
    StudyDesk of(HttpRequest<?> request) {
      return new StudyDesk(this, request);
    }
  }

  /** Territories, and where perimeters are asked for. */
  PerimeterDesk perimeters() {
    return perimeters;
  }

  /** Where figures are asked for. */
  FigureDesk figures() {
    return figures;
  }

  Reuses reuses() {
    return reuses;
  }

  /** The register of re-uses as the bearer sees it, read once. */
  List<Reuse> register() {
    List<Reuse> read = register.orElseGet(() -> reuses.list(catalogue()));
    register = Optional.of(read);
    return read;
  }

  UseCounts uses() {
    return uses;
  }

  CatalogueView catalogue() {
    CatalogueView seen = catalogue.orElseGet(() -> catalogues.of(request));
    catalogue = Optional.of(seen);
    return seen;
  }

  Profile profile() {
    return instance.profile();
  }

  /** Where the service answers, without final slash. */
  String address() {
    return instance.address();
  }

  /**
   * Refuses who has no key for studies.
   *
   * @throws fr.passerelle.api.http.ProblemException without one
   */
  void requireKey() {
    catalogues.actor(request);
  }

  /** Deposits one study; what it wrote is seen by the fields that follow. */
  StudyReport deposit(Map<String, Object> form, boolean dryRun) {
    Actor actor = catalogues.actor(request);
    StudyReport report =
        deposits.deposit(
            actor,
            new StudyDeposits.Deposit(
                List.of(Submission.of(form)),
                new Findings(),
                Optional.empty(),
                dryRun,
                Optional.empty()));
    catalogue = Optional.empty();
    return report;
  }

  /** Records that a study was used for something. */
  Reuse reuse(String study, Map<String, Object> form) {
    Actor actor = catalogues.actor(request);
    StudyId id = FoundStudy.of(catalogue(), study).id();
    return trail.witness(
        actor.by(),
        AuditAction.REUSE_RECORDED,
        "study/" + id,
        subject -> Refusals.explained(() -> reuses.record(actor, id, form)));
  }
}
