package fr.passerelle.api;

import fr.passerelle.catalog.delivery.Supplies;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks now and then whether protected tables were handed back, and takes them in: a folder and not
 * a message, as who protects knows neither service nor database. Once a day it tells in the log
 * which deliveries are late and which conventions end.
 */
final class SupplyWatch implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(SupplyWatch.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Supplies supplies;
  private LocalDate announced = LocalDate.MIN;

  private SupplyWatch(Supplies supplies) {
    this.supplies = supplies;
  }

  static Thread start(Supplies supplies) {
    return Thread.ofVirtual().name("supplies").start(new SupplyWatch(supplies));
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
        supplies.followUp().announcements().forEach(LOG::warn);
        announced = today;
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
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("le dossier des tableaux protégés n'est pas lu", e);
    }
  }
}
