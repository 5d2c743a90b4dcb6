package fr.passerelle.api;

import fr.passerelle.catalog.audit.AuditAction;
import fr.passerelle.catalog.audit.AuditTrail;
import fr.passerelle.catalog.delivery.Supplies;
import fr.passerelle.catalog.study.journal.Signature;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether protected tables were handed back, and takes them in: a folder and not
 * a message, as who protects knows neither service nor database. Once a day it tells in the log
 * which deliveries are late and which conventions end, and forgets entries of the audit trail whose
 * time is over.
 */
final class SupplyWatch implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(SupplyWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  /** Who hands protected tables back. */
  private static final Signature PROTECT = new Signature("operator", "protect run");

  private final Supplies supplies;
  private final AuditTrail trail;
  private LocalDate announced = LocalDate.MIN;

  private SupplyWatch(Supplies supplies, AuditTrail trail) {
    this.supplies = supplies;
    this.trail = trail;
  }

  static Thread start(Supplies supplies, AuditTrail trail) {
    return Thread.ofVirtual().name("supplies").start(new SupplyWatch(supplies, trail));
  }

  @Override
  public void run() {
    try {
      while (true) {
        take();
        announce();
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException e) {
      // The service ends.
    }
  }

  private void announce() {
    LocalDate today = supplies.conventions().today();
    if (today.isAfter(announced)) {
      try {
        supplies.followUp().announcements().forEach(each -> LOG.warn(each.text()));
        announced = today;
        trail.forget();
      } catch (RuntimeException e) {
        LOG.warn("les conventions ne sont pas lues", e);
      }
    }
  }

  private void take() {
    try {
      int taken = supplies.sealed().takeIn();
      if (taken > 0) {
        LOG.info("{} livraisons protégées ou refusées ont été prises", taken);
        trail.witness(
            PROTECT, AuditAction.FIGURES_TAKEN_IN, "deliveries (" + taken + ")", any -> taken);
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("le dossier des tableaux protégés n'est pas lu", e);
    }
  }
}
