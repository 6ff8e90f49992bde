package com.policycortex.istio.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @Test
  void whole_seconds_are_written_in_seconds() {
    assertThat(Durations.format(Duration.ofSeconds(30))).isEqualTo("30s");
    assertThat(Durations.format(Duration.ofHours(1))).isEqualTo("3600s");
  }

  @Test
  void parts_of_a_second_are_written_in_milliseconds_or_as_a_fraction() {
    assertThat(Durations.format(Duration.ofMillis(250))).isEqualTo("250ms");
    assertThat(Durations.format(Duration.ofMillis(1500))).isEqualTo("1.5s");
    assertThat(Durations.format(Duration.ofNanos(1))).isEqualTo("0.000000001s");
  }

  @Test
  void what_go_accepts_is_read() {
    assertThat(Durations.parse("1h30m")).contains(Duration.ofMinutes(90));
    assertThat(Durations.parse(".5s")).contains(Duration.ofMillis(500));
    assertThat(Durations.parse("-1s")).contains(Duration.ofSeconds(-1));
    assertThat(Durations.parse("0")).contains(Duration.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "s", "1 s", "30sec", "1d", "--1s", "1s ", "2562048h"})
  void what_go_refuses_is_not_read(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @Property
  void what_is_written_reads_back(
      @ForAll @LongRange(min = -9_000_000_000_000_000_000L, max = 9_000_000_000_000_000_000L)
          long nanos) {
    Duration duration = Duration.ofNanos(nanos);

    assertThat(Durations.parse(Durations.format(duration))).contains(duration);
  }
}
