package com.policycortex.istio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final String ERASE_LINE = "\r\u001B[K";

  private final AtomicLong now = new AtomicLong(-5);
  private final StringWriter said = new StringWriter();
  private final Progress progress = new Progress(new PrintWriter(said), now::get);

  @Test
  void saysNothingInTheFirstSecond() {
    progress.step("reading");
    after(Duration.ofMillis(999));
    progress.tell();
    progress.close();

    assertThat(said.toString()).isEmpty();
  }

  @Test
  void saysAfterASecondWhatIsBeingDoneAndForHowLong() {
    progress.step("reading");
    after(Duration.ofSeconds(1));
    progress.tell();

    assertThat(said.toString()).isEqualTo(ERASE_LINE + "reading … 1.0 s");
  }

  @Test
  void saysTheNextStepInThePlaceOfTheOneBefore() {
    progress.step("reading");
    after(Duration.ofSeconds(1));
    progress.tell();
    progress.step("checking 12 manifests");
    after(Duration.ofMillis(1250));
    progress.tell();

    assertThat(said.toString())
        .isEqualTo(ERASE_LINE + "reading … 1.0 s" + ERASE_LINE + "checking 12 manifests … 2.3 s");
  }

  @Test
  void leavesTheLineEmptyAtTheEnd() {
    progress.step("reading");
    after(Duration.ofSeconds(1));
    progress.tell();
    progress.close();

    assertThat(said.toString()).endsWith("1.0 s" + ERASE_LINE);
  }

  @Test
  void roundsTheTimeToTenths() {
    after(Duration.ofMillis(349));
    assertThat(progress.elapsed()).isEqualTo("0.3 s");
    after(Duration.ofMillis(1));
    assertThat(progress.elapsed()).isEqualTo("0.4 s");
  }

  private void after(Duration more) {
    now.addAndGet(more.toNanos());
  }
}
