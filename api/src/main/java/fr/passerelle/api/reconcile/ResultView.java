package fr.passerelle.api.reconcile;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.passerelle.api.http.Problem;
import fr.passerelle.vocab.reconcile.Candidate;
import fr.passerelle.vocab.release.Snapshot;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * What a reconciliation query is answered (section 4.2 of the specification).
 *
 * @param result candidates, best first
 * @param error why there is none, where the query breaks a rule; absent otherwise
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReconciliationResult")
record ResultView(List<CandidateView> result, Problem.@Nullable Detail error) {

  /**
   * A concept that a query may mean.
   *
   * @param id vocabulary and code, e.g. {@code rome-4/M1805}
   * @param name preferred label
   * @param description what it is, and what matched
   * @param type its type, then its vocabulary
   * @param score 0 to 100, comparable within one query
   * @param match whether it is certain
   * @param features what speaks for it
   */
  @Serdeable
  @Schema(name = "ReconciliationCandidate")
  record CandidateView(
      String id,
      String name,
      String description,
      List<TypeView.Brief> type,
      double score,
      boolean match,
      List<FeatureView> features) {}

  /**
   * Something that speaks for a candidate or against it.
   *
   * @param id name; its meaning is at {@code feature_view}
   * @param value true or false, or a number from 0 to 100
   */
  @Serdeable
  @Schema(name = "ReconciliationFeature")
  record FeatureView(String id, Object value) {}

  static CandidateView of(Snapshot snapshot, Candidate candidate, String lang) {
    return new CandidateView(
        candidate.concept().ref().toString(),
        candidate.concept().prefLabel(lang),
        candidate.description(),
        TypeView.of(snapshot, candidate.concept()),
        candidate.score(),
        candidate.match(),
        candidate.features().stream()
            .map(each -> new FeatureView(each.id(), each.value()))
            .toList());
  }
}
