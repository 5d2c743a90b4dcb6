package fr.passerelle.catalog.intake;

import fr.passerelle.catalog.studies.Actor;
import fr.passerelle.catalog.studies.Arrivals;
import fr.passerelle.catalog.studies.Outcome;
import fr.passerelle.catalog.studies.StudyDeposits;
import fr.passerelle.catalog.study.StudyId;
import fr.passerelle.catalog.study.form.Submission;
import fr.passerelle.catalog.study.notice.Provenance;
import fr.passerelle.catalog.study.notice.Taking;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.source.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Imports studies from files, however large: they are read twice, first to judge every record,
 * then, where not more are refused than are admitted, to write those that are sound.
 */
public final class StudyImport {
  private static final int BATCH = 1_000;

  private final StudyDeposits deposits;
  private final Provenance from;
  private final Clock clock;

  public StudyImport(StudyDeposits deposits, Provenance from, Clock clock) {
    this.deposits = deposits;
    this.from = from;
    this.clock = clock;
  }

  /**
   * What to import.
   *
   * @param files the files
   * @param format their format; empty to see what each one is
   * @param admitted how many records may be refused, the others being written
   * @param dryRun whether nothing is to be written
   */
  public record Order(
      List<Path> files, Optional<StudyFormat> format, int admitted, boolean dryRun) {
    public Order {
      files = List.copyOf(files);
    }
  }

  /**
   * What was done.
   *
   * @param counts how many studies, by what became of them
   * @param findings what was mended and refused
   */
  public record Report(Map<Outcome.Result, Integer> counts, Findings findings) {}

  /**
   * Imports.
   *
   * @throws RefusedException if more records are refused than are admitted; nothing was changed
   */
  public Report run(Actor actor, Order order) throws IOException {
    Pass first = new Pass(actor, order, /* dryRun= */ true);
    first.read();
    first.findings.refuseIfFaulty();
    if (order.dryRun()) {
      return first.report();
    }
    Pass second = new Pass(actor, order, /* dryRun= */ false);
    second.read();
    return second.report();
  }

  /** One reading of all files. */
  private final class Pass {
    private final Actor actor;
    private final Order order;
    private final boolean dryRun;
    private final Findings findings;
    private final Instant now = clock.instant();
    private final List<Submission> batch = new ArrayList<>();
    private final Set<StudyId> seen = new HashSet<>();
    private final Map<Outcome.Result, Integer> counts = new EnumMap<>(Outcome.Result.class);

    Pass(Actor actor, Order order, boolean dryRun) {
      this.actor = actor;
      this.order = order;
      this.dryRun = dryRun;
      findings = new Findings(Optional.of(order.admitted()));
    }

    void read() throws IOException {
      for (Path file : order.files()) {
        StudyFormat format =
            order.format().isPresent() ? order.format().get() : StudyFormat.of(file);
        format.read(file, new Taking(from, now, findings, this::take));
      }
      flush();
    }

    private void take(Submission submission) {
      batch.add(submission);
      if (batch.size() >= BATCH) {
        flush();
      }
    }

    private void flush() {
      Arrivals.Report report = deposits.arrive(actor, Arrivals.ofFile(batch, findings, dryRun));
      batch.clear();
      for (Outcome each : report.outcomes()) {
        counts.merge(each.result(), 1, Integer::sum);
        if (!seen.add(each.study().id())) {
          findings.refused(
              each.study().key().toString(),
              "duplicate-identifier",
              "deux fiches du fichier ont cet identifiant ; en garder une");
        }
      }
    }

    Report report() {
      return new Report(counts, findings);
    }
  }
}
