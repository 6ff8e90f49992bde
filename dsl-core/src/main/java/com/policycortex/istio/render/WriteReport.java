package com.policycortex.istio.render;

import java.util.List;

/**
 * What writing a tree did.
 *
 * @param written the files that are new or have changed, by path
 * @param unchanged the files that were there already as they should be
 * @param removed the files of an earlier tree that are gone
 */
public record WriteReport(List<String> written, List<String> unchanged, List<String> removed) {

  /** Copies the lists. */
  public WriteReport {
    written = List.copyOf(written);
    unchanged = List.copyOf(unchanged);
    removed = List.copyOf(removed);
  }

  /** {@code 3 files written, 12 unchanged, 1 removed}. */
  @Override
  public String toString() {
    return written.size()
        + (written.size() == 1 ? " file" : " files")
        + " written, "
        + unchanged.size()
        + " unchanged, "
        + removed.size()
        + " removed";
  }
}
