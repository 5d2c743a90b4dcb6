package fr.passerelle.api.audit;

import fr.passerelle.catalog.audit.AuditEntry;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * One thing that someone wrote, or was refused to write.
 *
 * @param number its number; later ones are greater
 * @param at when it ended, ISO 8601 in UTC
 * @param author code of a producer or an author, or operator
 * @param means by which means: key with its identifier, oidc with the subject of a token, command
 * @param action what was done
 * @param subject name of what it was done to
 * @param outcome done, refused or failed
 * @param rule which rule refused it; empty where it was done
 */
@Serdeable
@Schema(name = "AuditEntry")
record AuditView(
    long number,
    String at,
    String author,
    String means,
    String action,
    String subject,
    String outcome,
    String rule) {

  /**
   * A page of the trail.
   *
   * @param items the latest first
   * @param next cursor of the page of earlier ones; null on the last
   */
  @Serdeable
  @Schema(name = "AuditPage")
  record Page(List<AuditView> items, @Nullable String next) {}

  static AuditView of(AuditEntry entry) {
    return new AuditView(
        entry.seq(),
        entry.at().toString(),
        entry.by().author(),
        entry.by().means(),
        entry.action().id(),
        entry.subject(),
        entry.outcome().id(),
        entry.rule());
  }
}
