package fr.passerelle.catalog.territory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CoverageTest {
  @Test
  void the_share_is_of_people_and_of_communes_where_nobody_counted_them() {
    assertThat(new Coverage(10, 1, 9, OptionalDouble.of(0.8)).share()).isEqualTo(0.8);
    assertThat(new Coverage(10, 7, 3, OptionalDouble.empty()).share()).isEqualTo(0.7);
    assertThat(new Coverage(0, 0, 0, OptionalDouble.empty()).share()).isZero();
  }
}
