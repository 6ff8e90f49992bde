package com.policycortex.istio.render;

/** A folder could not be read or written as a whole; what was there is as it was. */
public final class OutputTreeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** An exception with this message. */
  public OutputTreeException(String message) {
    super(message);
  }

  OutputTreeException(String message, Throwable cause) {
    super(message, cause);
  }
}
