package com.policycortex.istio.cli;

import java.io.PrintWriter;
import java.util.function.LongSupplier;

/**
 * Says on a terminal what a command is at, when it takes over a second. Without a terminal it says
 * nothing.
 */
final class Progress implements AutoCloseable {

  private static final long SILENCE_NANOSECONDS = 1_000_000_000;
  private static final long PAUSE_MILLISECONDS = 200;
  private static final String ERASE_LINE = "\r\u001B[K";

  private final PrintWriter err;
  private final LongSupplier clock;
  private final long begun;
  private final Thread teller;
  private volatile String step = "";
  private volatile boolean said;

  /**
   * Begins to watch the time; says nothing by itself.
   *
   * @param clock nanoseconds since any moment
   */
  Progress(PrintWriter err, LongSupplier clock) {
    this.err = err;
    this.clock = clock;
    this.begun = clock.getAsLong();
    this.teller = new Thread(this::tellAgainAndAgain, "progress");
  }

  /** Begins to watch the time, and on a terminal to say it. */
  static Progress on(PrintWriter err, boolean terminal) {
    Progress progress = new Progress(err, System::nanoTime);
    if (terminal) {
      progress.teller.setDaemon(true);
      progress.teller.start();
    }
    return progress;
  }

  /** What is being done now, for example {@code reading 2 paths}. */
  void step(String what) {
    step = what;
  }

  /** How long it has taken: {@code 0.8 s}. */
  String elapsed() {
    // String.format would load the numbers of every language first.
    long tenths = (nanoseconds() + 50_000_000) / 100_000_000;
    return tenths / 10 + "." + tenths % 10 + " s";
  }

  /** Says what is being done, in the place of what was said before; nothing in the first second. */
  void tell() {
    if (nanoseconds() >= SILENCE_NANOSECONDS) {
      err.print(ERASE_LINE + step + " … " + elapsed());
      err.flush();
      said = true;
    }
  }

  private long nanoseconds() {
    return clock.getAsLong() - begun;
  }

  private void tellAgainAndAgain() {
    try {
      while (true) {
        Thread.sleep(PAUSE_MILLISECONDS);
        tell();
      }
    } catch (InterruptedException e) {
      // It is the end, and whoever ends it erases the line.
    }
  }

  /** Ends, and leaves the line empty. */
  @Override
  public void close() {
    if (teller.isAlive()) {
      teller.interrupt();
      try {
        teller.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    if (said) {
      err.print(ERASE_LINE);
      err.flush();
      said = false;
    }
  }
}
