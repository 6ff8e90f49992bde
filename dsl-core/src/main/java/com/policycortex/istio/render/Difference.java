package com.policycortex.istio.render;

import java.util.Locale;

/**
 * A file that is not as the program would write it.
 *
 * @param kind in which way
 * @param path below the root
 * @param text a unified difference from what is there to what would be written
 */
public record Difference(Kind kind, String path, String text) {

  /** In which way a file differs. */
  public enum Kind {
    /** It is not there. */
    MISSING,

    /** It has another content. */
    CHANGED,

    /** The program wrote it once and would remove it. */
    STALE
  }

  /** The path with the kind, and the difference below. */
  @Override
  public String toString() {
    return path + " " + kind.name().toLowerCase(Locale.ROOT) + "\n" + text;
  }
}
