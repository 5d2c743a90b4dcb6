package fr.passerelle.api.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.api.http.ProblemException;
import fr.passerelle.api.http.ProblemType;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkPoolTest {
  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void so_many_run_so_many_wait_and_the_next_is_refused_at_once() {
    CountDownLatch open = new CountDownLatch(1);
    AtomicInteger done = new AtomicInteger();
    WorkPool pool = new WorkPool("test", 2, 3, 1_000);
    try (pool) {
      for (int i = 0; i < 5; i++) {
        pool.execute(() -> {
          hold(open);
          done.incrementAndGet();
        });
      }

      try {
        assertThatThrownBy(() -> pool.execute(() -> {}))
            .isInstanceOfSatisfying(
                ProblemException.class,
                refused -> {
                  assertThat(refused.type()).isEqualTo(ProblemType.UNAVAILABLE);
                  assertThat(refused.headers()).containsEntry("Retry-After", "1");
                });
      } finally {
        open.countDown();
      }
    }
    assertThat(done).as("those that were taken are done").hasValue(5);
  }

  @Test
  void who_would_wait_longer_than_is_good_is_refused_before_the_queue_is_full() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    try (WorkPool pool = new WorkPool("test", 1, 1_000, 100)) {
      // It learns that one takes half a second.
      for (int i = 0; i < 3; i++) {
        pool.submit(
                () -> {
                  TimeUnit.MILLISECONDS.sleep(500);
                  return 1;
                })
            .get();
      }
      pool.execute(() -> hold(open));
      try {
        assertThatThrownBy(() -> pool.execute(() -> {})).isInstanceOf(ProblemException.class);
      } finally {
        open.countDown();
      }
    }
  }
}
