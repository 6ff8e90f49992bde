package com.policycortex.istio.report;

import com.policycortex.istio.finding.Severity;

/** How a terminal is told to show something in another way. */
enum Colours {
  NONE,
  ANSI;

  private static final String RESET = "\u001B[0m";

  String severity(Severity severity) {
    String code =
        switch (severity) {
          case ERROR -> "\u001B[1;31m";
          case WARNING -> "\u001B[1;33m";
          case INFO -> "\u001B[1;36m";
        };
    return styled(code, severity.toString());
  }

  String bold(String text) {
    return styled("\u001B[1m", text);
  }

  String removed(String text) {
    return styled("\u001B[31m", text);
  }

  String added(String text) {
    return styled("\u001B[32m", text);
  }

  private String styled(String code, String text) {
    return this == ANSI ? code + text + RESET : text;
  }
}
