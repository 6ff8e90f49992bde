package com.policycortex.istio.matching.text;

/** An expression that is not RE2's, or that means something that is not told here. */
final class UnreadableException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableException(String message) {
    super(message);
  }
}
