package fr.passerelle.catalog.deposit;

import fr.passerelle.vocab.Licence;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A file, and what its depositor says of it.
 *
 * @param kind what it is
 * @param file where it is, for as long as the deposit lasts
 * @param dryRun whether only to check, compare and report
 * @param licence licence declared; else the one that the file declares
 * @param edition identifier of the edition, for files that cannot name it
 * @param title its title, for files that cannot tell it
 * @param release name of the release; else the one that the file tells, or the day
 * @param refused how many records may be refused, the others being published; else the usual share
 *     (docs/decisions/0010)
 * @param issued its date; else the one that the file tells, or today
 */
public record Deposit(
    DepositKind kind,
    Path file,
    boolean dryRun,
    Optional<Licence> licence,
    Optional<String> edition,
    Optional<String> title,
    Optional<String> release,
    Optional<Integer> refused,
    Optional<LocalDate> issued) {}
