package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.yaml.ManifestReader;
import java.util.List;

/** What one check finds in manifests, as tests ask for it. */
final class Found {

  private Found() {}

  /** The findings of a check. */
  static List<Finding> by(String id, String yaml) {
    return Analysis.of(Mesh.of(ManifestReader.read("mesh.yaml", yaml))).findings().stream()
        .filter(finding -> finding.id().equals(id))
        .toList();
  }

  /** The one finding of a check. */
  static Finding oneBy(String id, String yaml) {
    List<Finding> found = by(id, yaml);
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
