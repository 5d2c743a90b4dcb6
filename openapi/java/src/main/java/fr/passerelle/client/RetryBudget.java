package fr.passerelle.client;

/**
 * What a client may spend on attempts beyond the first: ten in a row, then one for every ten
 * requests that went well, so that a service in trouble is not asked several times as much.
 */
final class RetryBudget {
  private static final double MOST = 10;
  private static final double EARNED = 0.1;

  private double left = MOST;

  synchronized boolean spend() {
    if (left < 1) {
      return false;
    }
    left -= 1;
    return true;
  }

  synchronized void earn() {
    left = Math.min(MOST, left + EARNED);
  }
}
