package com.policycortex.istio.matching.text;

/** What a search for a text in a language came to. */
public sealed interface Example {

  /**
   * There is one.
   *
   * @param text the text, as short and plain as was found
   */
  record Found(String text) implements Example {}

  /** The language is empty. */
  enum None implements Example {
    /** The only value. */
    NONE
  }

  /**
   * Nobody knows.
   *
   * @param reason why it could not be decided
   */
  record Undecided(String reason) implements Example {}
}
