package com.policycortex.istio.repair;

import java.util.List;

/**
 * Lines of a file that others take the place of.
 *
 * @param line the first of them, from 1; where none is replaced, the line before which others come
 * @param before the lines, without their ends
 * @param after what comes in their place
 */
public record LineChange(int line, List<String> before, List<String> after) {

  /** Copies the lists. */
  public LineChange {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }
}
