package com.policycortex.istio.matching.text;

/** A question that would take more work than its limit. */
final class TooLargeException extends Exception {

  private static final long serialVersionUID = 1L;

  TooLargeException(String message) {
    super(message);
  }
}
