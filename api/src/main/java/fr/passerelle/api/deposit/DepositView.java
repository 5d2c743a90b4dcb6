package fr.passerelle.api.deposit;

import fr.passerelle.catalog.deposit.Conflict;
import fr.passerelle.catalog.deposit.DepositReport;
import fr.passerelle.vocab.ConceptRef;
import fr.passerelle.vocab.release.ImportReport;
import fr.passerelle.vocab.release.PairChanges;
import fr.passerelle.vocab.source.Findings;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a deposit read, mended and changed, and where it disagrees with what is published.
 *
 * @param dryRun whether nothing was written
 * @param read rows or statements read, by file
 * @param repaired what was mended, by rule
 * @param remarks what a person should know that is no fault
 * @param releases one for each edition in the file
 * @param conflictCount how many disagreements there are
 * @param conflicts disagreements, the first 200: they stop nothing, both sides are published
 */
@Serdeable
@Schema(name = "DepositReport")
record DepositView(
    boolean dryRun,
    Map<String, Integer> read,
    List<RepairView> repaired,
    List<String> remarks,
    List<ReleaseView> releases,
    int conflictCount,
    List<ConflictView> conflicts) {
  private static final int LISTED = 200;

  /**
   * What one rule mended.
   *
   * @param rule what the rule does, in French
   * @param count how many times
   * @param examples the first places, {@code file:line:column}
   */
  @Serdeable
  @Schema(name = "Repair")
  record RepairView(String rule, int count, List<String> examples) {
    static RepairView of(Findings.Repair repair) {
      return new RepairView(repair.rule(), repair.count(), repair.examples());
    }
  }

  /**
   * What became of an edition.
   *
   * @param edition its identifier
   * @param release release deposited
   * @param outcome dry_run, published, unchanged (it says the same already), licence_declared, or
   *     waiting: it removes so much that a person is to say whether that is meant
   * @param licence code of its licence
   * @param before release published until then; empty if none
   * @param added concepts that were not there
   * @param changed concepts that say something else
   * @param retired concepts that are no longer there
   * @param pairs what changes in each correspondence
   */
  @Serdeable
  @Schema(name = "DepositedRelease")
  record ReleaseView(
      String edition,
      String release,
      String outcome,
      String licence,
      String before,
      Codes added,
      Codes changed,
      Codes retired,
      List<PairsView> pairs) {
    static ReleaseView of(ImportReport report) {
      return new ReleaseView(
          report.edition(),
          report.release(),
          report.outcome().name().toLowerCase(Locale.ROOT),
          report.licence().orElse(""),
          report.before().orElse(""),
          Codes.of(report.changes().added()),
          Codes.of(report.changes().changed()),
          Codes.of(report.changes().retired()),
          report.changes().pairs().stream().map(PairsView::of).toList());
    }
  }

  /**
   * Concepts.
   *
   * @param count how many
   * @param items the first 200, as {@code vocabulary/code}
   */
  @Serdeable
  @Schema(name = "Codes")
  record Codes(int count, List<String> items) {
    static Codes of(List<ConceptRef> refs) {
      return new Codes(refs.size(), refs.stream().limit(LISTED).map(ConceptRef::toString).toList());
    }
  }

  /**
   * What changes in a correspondence.
   *
   * @param correspondence its identifier
   * @param before pairs that it had
   * @param added pairs that were not there
   * @param removed pairs that are no longer there
   * @param changed pairs that have another predicate
   */
  @Serdeable
  @Schema(name = "PairChanges")
  record PairsView(String correspondence, int before, int added, int removed, int changed) {
    static PairsView of(PairChanges changes) {
      return new PairsView(
          changes.correspondence(),
          changes.before(),
          changes.added().size(),
          changes.removed().size(),
          changes.changed().size());
    }
  }

  /**
   * A disagreement, side by side.
   *
   * @param kind {@code predicate} (one pair, two predicates), {@code mapped_elsewhere}, {@code
   *     label} (one code, two labels) or {@code unknown_code}
   * @param subject concept of which both speak, {@code vocabulary/code}
   * @param deposited what the deposit says
   * @param published what is published nationally
   */
  @Serdeable
  @Schema(name = "Conflict")
  record ConflictView(
      String kind, String subject, StatementView deposited, List<StatementView> published) {
    static ConflictView of(Conflict conflict) {
      return new ConflictView(
          conflict.kind().name().toLowerCase(Locale.ROOT),
          conflict.subject().toString(),
          StatementView.of(conflict.deposited()),
          conflict.published().stream().map(StatementView::of).toList());
    }
  }

  /**
   * What one side says.
   *
   * @param by edition that says it
   * @param predicate predicate of a pair; empty for a label
   * @param target concept at the other end of a pair; empty for a label
   * @param label label of that concept, or the label in question
   */
  @Serdeable
  @Schema(name = "Statement")
  record StatementView(String by, String predicate, String target, String label) {
    static StatementView of(Conflict.Statement statement) {
      return new StatementView(
          statement.by(), statement.predicate(), statement.target(), statement.label());
    }
  }

  static DepositView of(boolean dryRun, DepositReport report) {
    ImportReport first = report.imports().getFirst();
    return new DepositView(
        dryRun,
        first.read(),
        first.repairs().stream().map(RepairView::of).toList(),
        first.remarks(),
        report.imports().stream().map(ReleaseView::of).toList(),
        report.conflicts().size(),
        report.conflicts().stream().limit(LISTED).map(ConflictView::of).toList());
  }
}
