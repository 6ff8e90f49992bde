package com.policycortex.istio.cli;

import java.io.PrintWriter;

/**
 * Says on a terminal what a command is at, when it takes over a second. Without a terminal it says
 * nothing.
 */
final class Progress implements AutoCloseable {

  private static final long SILENCE_MILLISECONDS = 1_000;
  private static final long PAUSE_MILLISECONDS = 200;
  private static final String ERASE_LINE = "\r\u001B[K";

  private final PrintWriter err;
  private final long begun = System.nanoTime();
  private final Thread teller;
  private volatile String step = "";

  private Progress(PrintWriter err, boolean terminal) {
    this.err = err;
    this.teller = new Thread(this::tell, "progress");
    if (terminal) {
      teller.setDaemon(true);
      teller.start();
    }
  }

  /** Begins to watch the time. */
  static Progress on(PrintWriter err, boolean terminal) {
    return new Progress(err, terminal);
  }

  /** What is being done now, for example {@code reading 2 paths}. */
  void step(String what) {
    step = what;
  }

  /** How long it has taken: {@code 0.8 s}. */
  String elapsed() {
    // String.format would load the numbers of every language first.
    long tenths = (System.nanoTime() - begun + 50_000_000) / 100_000_000;
    return tenths / 10 + "." + tenths % 10 + " s";
  }

  private void tell() {
    try {
      Thread.sleep(SILENCE_MILLISECONDS);
      while (true) {
        err.print(ERASE_LINE + step + " … " + elapsed());
        err.flush();
        Thread.sleep(PAUSE_MILLISECONDS);
      }
    } catch (InterruptedException e) {
      err.print(ERASE_LINE);
      err.flush();
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
  }
}
