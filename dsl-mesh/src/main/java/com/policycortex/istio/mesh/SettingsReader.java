package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.install.MeshConfig;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.yaml.ManifestReader;
import java.util.Optional;

/** Finds MeshConfig in the manifests that carry it. */
final class SettingsReader {

  private static final String MESH_KEY = "mesh";

  private SettingsReader() {}

  /** True for an IstioOperator, and for the ConfigMap {@code istio}, of a revision too. */
  static boolean isSource(Manifest manifest) {
    return manifest instanceof IstioOperator
        || (manifest instanceof ConfigMap map
            && (map.name().equals("istio") || map.name().startsWith("istio-"))
            && map.data().containsKey(MESH_KEY));
  }

  static Optional<MeshConfig> read(Manifest manifest) {
    if (manifest instanceof IstioOperator operator) {
      return operator.meshConfig();
    }
    return manifest instanceof ConfigMap map
        ? parse(map.data().getOrDefault(MESH_KEY, ""))
        : Optional.empty();
  }

  // As the specification of an IstioOperator, which is where the reader knows MeshConfig.
  private static Optional<MeshConfig> parse(String text) {
    String operator =
        "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nmetadata:\n  name: mesh\n"
            + "spec:\n  meshConfig:\n"
            + text.indent(4);
    return ManifestReader.read("mesh", operator).manifests().stream()
        .filter(IstioOperator.class::isInstance)
        .map(IstioOperator.class::cast)
        .findFirst()
        .flatMap(IstioOperator::meshConfig);
  }
}
