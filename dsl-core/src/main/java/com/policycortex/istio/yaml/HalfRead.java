package com.policycortex.istio.yaml;

import com.policycortex.istio.model.Manifest;
import java.util.Set;

/**
 * A manifest with errors of reading, as far as it could be read. It is no manifest to write or
 * apply: where something could not be read, there is nothing, or a placeholder.
 *
 * @param manifest what could be read
 * @param unread the paths of what could not, for example {@code spec.http[0].timeout}
 */
public record HalfRead(Manifest manifest, Set<String> unread) {

  /** Copies the paths. */
  public HalfRead {
    unread = Set.copyOf(unread);
  }
}
