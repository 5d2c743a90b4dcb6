package fr.passerelle.catalog.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeasureTest {
  @Test
  void aStockNeverAddsUpOverTimeAndAFlowDoes() {
    assertThat(Measure.stock().addsOver(Axis.TIME)).isFalse();
    assertThat(Measure.flow().addsOver(Axis.TIME)).isTrue();
    assertThatThrownBy(() -> new Measure(Measure.Kind.STOCK, Set.of(Axis.TIME), "", "", 1, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Measure.Kind.class,
      names = {"RATIO", "INDEX", "MEDIAN", "DISTINCT"})
  void whatIsNoCountAddsUpNowhere(Measure.Kind kind) {
    assertThatThrownBy(() -> new Measure(kind, Set.of(Axis.TERRITORY), "", "", 1, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
