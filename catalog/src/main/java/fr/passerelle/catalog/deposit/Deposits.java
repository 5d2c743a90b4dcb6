package fr.passerelle.catalog.deposit;

import fr.passerelle.catalog.key.ApiKey;
import fr.passerelle.vocab.Correspondence;
import fr.passerelle.vocab.Edition;
import fr.passerelle.vocab.Licence;
import fr.passerelle.vocab.Newcomer;
import fr.passerelle.vocab.RefusedException;
import fr.passerelle.vocab.Release;
import fr.passerelle.vocab.Uris;
import fr.passerelle.vocab.regional.RegionalFile;
import fr.passerelle.vocab.release.Import;
import fr.passerelle.vocab.release.ImportReport;
import fr.passerelle.vocab.release.Snapshot;
import fr.passerelle.vocab.release.StoredRelease;
import fr.passerelle.vocab.release.Vocabularies;
import fr.passerelle.vocab.skos.SkosFile;
import fr.passerelle.vocab.source.Findings;
import fr.passerelle.vocab.source.Origin;
import fr.passerelle.vocab.source.SourceFile;
import fr.passerelle.vocab.sssom.SssomFile;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the files that other organisations deposit, and publishes them under their own name. */
public final class Deposits {
  private final Vocabularies vocabularies;
  private final Uris uris;
  private final Clock clock;

  /**
   * @param uris our bases: what a file names under them is ours
   */
  public Deposits(Vocabularies vocabularies, Uris uris, Clock clock) {
    this.vocabularies = vocabularies;
    this.uris = uris;
    this.clock = clock;
  }

  /**
   * Reads a file, compares it with what is published and, unless it is a dry run, publishes it; it
   * is served when this returns. All its editions are tried before the first is published.
   *
   * @throws RefusedException with every fault of the file
   * @throws NotYoursException if it would publish under another's name
   */
  public DepositReport deposit(ApiKey key, Deposit deposit) throws IOException {
    Snapshot snapshot = vocabularies.snapshot();
    Ownership ownership = new Ownership(key, snapshot);
    Findings findings = new Findings(deposit.refused());
    List<Release> releases =
        read(key, deposit, snapshot, findings).stream().map(ownership::sign).toList();
    Licence licence = licence(deposit, findings);
    List<Conflict> conflicts =
        releases.stream().flatMap(each -> Conflicts.of(snapshot, each).stream()).toList();
    List<ImportReport> reports = publish(key, releases, findings, licence, /* dryRun= */ true);
    if (!deposit.dryRun()) {
      reports = publish(key, releases, findings, licence, /* dryRun= */ false);
      vocabularies.reload();
    }
    return new DepositReport(reports, conflicts);
  }

  private List<ImportReport> publish(
      ApiKey key, List<Release> releases, Findings findings, Licence licence, boolean dryRun)
      throws IOException {
    List<ImportReport> reports = new ArrayList<>();
    for (Release release : releases) {
      reports.add(
          vocabularies.publish(
              new Import(
                  release,
                  findings,
                  Optional.of(licence),
                  dryRun,
                  Import.USUAL_REMOVALS,
                  Optional.empty(),
                  "deposit by key " + key.id())));
    }
    return reports;
  }

  private List<Release> read(ApiKey key, Deposit deposit, Snapshot snapshot, Findings findings)
      throws IOException {
    Origin origin = new Origin(deposit.file(), deposit.release(), deposit.issued());
    return switch (deposit.kind()) {
      case SKOS -> SkosFile.read(origin, findings, uris);
      case SSSOM -> SssomFile.read(origin, findings, uris);
      case CSV ->
          List.of(
              RegionalFile.read(
                  dated(key, origin),
                  new RegionalFile.Signature(
                      new Correspondence.Author(key.author(), key.name()),
                      deposit.edition(),
                      deposit.title()),
                  scheme -> isKnown(snapshot, scheme),
                  vocabularies::findPublished,
                  findings));
    };
  }

  /** What is cited is published here, or is of an edition that has a place here. */
  private static boolean isKnown(Snapshot snapshot, String scheme) {
    return snapshot.schemes().stream().anyMatch(each -> each.scheme().id().equals(scheme))
        || Edition.find(scheme).isPresent()
        || (Newcomer.isTaken(scheme) && scheme.contains("-"));
  }

  /**
   * A CSV file tells neither release nor day: the same bytes are the release that they were, others
   * are of today.
   */
  private Origin dated(ApiKey key, Origin origin) throws IOException {
    String hash = SourceFile.sha256(origin.path());
    Optional<StoredRelease> same =
        vocabularies.list().stream()
            .filter(StoredRelease::published)
            .filter(each -> each.sourceSha256().equals(hash))
            .filter(each ->
                each.edition().equals(key.author())
                    || each.edition().startsWith(key.author() + "-"))
            .findFirst();
    LocalDate day =
        origin
            .issued()
            .or(() -> same.map(StoredRelease::issued))
            .orElseGet(() -> LocalDate.now(clock));
    String release =
        origin.release().or(() -> same.map(StoredRelease::release)).orElse(day.toString());
    return new Origin(origin.path(), Optional.of(release), Optional.of(day));
  }

  private static Licence licence(Deposit deposit, Findings findings) {
    return deposit
        .licence()
        .or(() -> Licence.find(findings.licence()))
        .orElseThrow(() ->
            RefusedException.of(
                "licence",
                "licence",
                (findings.licence().isEmpty()
                        ? "le fichier ne déclare pas de licence ; connues : " + Licence.codes()
                        : Licence.refusal(findings.licence()))
                    + " ; la donner par le paramètre licence"));
  }
}
