package com.policycortex.istio.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;

/** Meshes of YAML for tests. */
final class Meshes {

  private Meshes() {}

  static Mesh mesh(String... documents) {
    ReadResult read = ManifestReader.read("mesh.yaml", String.join("---\n", documents));
    assertThat(read.findings()).isEmpty();
    return Mesh.of(read);
  }
}
