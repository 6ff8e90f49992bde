package com.policycortex.istio.cli;

/** A path without a letter, as of a variable of the shell that is not set. */
final class EmptyPathException extends RuntimeException {

  private static final long serialVersionUID = 1;

  EmptyPathException() {
    super("a path is empty; is a variable of the shell not set?");
  }
}
