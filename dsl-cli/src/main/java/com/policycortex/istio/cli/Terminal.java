package com.policycortex.istio.cli;

/** Whether somebody is looking. */
final class Terminal {

  static {
    // Some Javas have a console without a terminal, unless they are told to use the plain one.
    System.setProperty("jdk.console", "java.base");
  }

  private Terminal() {}

  /** Whether both input and output are a terminal's. */
  @SuppressWarnings("SystemConsoleNull") // the plain console is null without a terminal
  static boolean isThere() {
    return System.console() != null && !isDumb();
  }

  /** Whether the terminal only prints what it gets, and knows neither colours nor a cursor. */
  static boolean isDumb() {
    return "dumb".equals(System.getenv("TERM"));
  }
}
