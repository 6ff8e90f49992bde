package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.mesh.MeshConfig;
import com.policycortex.istio.yaml.MeshConfigReader;
import java.util.Map;
import java.util.Optional;

/** Finds MeshConfig in the manifests that carry it. */
final class SettingsReader {

  private SettingsReader() {}

  /** True for an IstioOperator, and for the ConfigMap {@code istio}, of a revision too. */
  static boolean isSource(Manifest manifest) {
    return manifest instanceof IstioOperator
        || (manifest instanceof ConfigMap map && MeshConfigReader.isOfMesh(map));
  }

  static Optional<MeshConfig> read(Manifest manifest) {
    if (manifest instanceof IstioOperator operator) {
      return operator.meshConfig();
    }
    return manifest instanceof ConfigMap map
        ? MeshConfigReader.meshConfig(map, Map.of()).value()
        : Optional.empty();
  }
}
