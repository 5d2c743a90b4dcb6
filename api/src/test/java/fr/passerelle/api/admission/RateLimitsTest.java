package fr.passerelle.api.admission;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.catalog.profile.Access;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
  private final RateLimits limits = new RateLimits(new Access(6, 60, List.of(), Optional.empty()));

  private static int taken(Standing standing) {
    int taken = 0;
    while (standing.take()) {
      taken++;
    }
    return taken;
  }

  @Test
  void a_minutes_worth_may_be_asked_at_once_and_no_more() {
    assertThat(taken(limits.ofAddress(1))).isBetween(6, 7);
    assertThat(taken(limits.ofAddress(2))).as("another address").isBetween(6, 7);
    assertThat(taken(limits.ofHolder("key a", 0))).isBetween(60, 63);
    assertThat(taken(limits.ofHolder("key b", 12))).as("a quota of its own").isBetween(12, 13);
  }

  @Test
  void what_is_costly_is_paid_afterwards_and_never_makes_more_than_a_minutes_debt() {
    Standing standing = limits.ofAddress(3);

    assertThat(standing.take()).isTrue();
    standing.charge(1_000_000);

    assertThat(standing.take()).isFalse();
    assertThat(standing.remaining()).isZero();
    assertThat(standing.reset()).isBetween(50L, 70L);
    assertThat(standing.retryAfter()).isBetween(1L, 20L);
  }

  @Test
  void it_is_told_in_the_fields_of_today_and_of_before() {
    Map<String, String> fields = new HashMap<>();
    Standing standing = limits.ofAddress(4);
    standing.take();
    standing.tell(fields::put);

    assertThat(fields)
        .containsEntry("RateLimit-Policy", "\"anonymous\";q=6;w=60")
        .containsEntry("RateLimit", "\"anonymous\";r=5;t=10")
        .containsEntry("RateLimit-Limit", "6")
        .containsEntry("RateLimit-Remaining", "5")
        .containsEntry("RateLimit-Reset", "10");
  }

  @Test
  void who_has_no_limit_is_told_none() {
    RateLimits none = new RateLimits(new Access(0, 60, List.of(), Optional.empty()));
    Map<String, String> fields = new HashMap<>();
    Standing standing = none.ofAddress(1);
    standing.charge(1_000);
    standing.tell(fields::put);

    assertThat(standing.take()).isTrue();
    assertThat(standing.isLimited()).isFalse();
    assertThat(fields).isEmpty();
  }
}
