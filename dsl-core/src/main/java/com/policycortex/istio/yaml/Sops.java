package com.policycortex.istio.yaml;

import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import java.util.List;

/**
 * Manifests whose values SOPS has encrypted. It adds a field to each, which Flux, Argo CD and
 * whoever else decrypts them takes away again before a cluster sees it.
 */
final class Sops {

  private static final String FIELD = "sops";

  private Sops() {}

  static Mapping without(Mapping manifest) {
    if (manifest
        .entry(FIELD)
        .filter(entry -> entry.value() instanceof Mapping sops && sops.entry("mac").isPresent())
        .isEmpty()) {
      return manifest;
    }
    List<Entry> others =
        manifest.entries().stream().filter(entry -> !entry.name().equals(FIELD)).toList();
    return new Mapping(others, manifest.line(), manifest.column(), manifest.size());
  }
}
