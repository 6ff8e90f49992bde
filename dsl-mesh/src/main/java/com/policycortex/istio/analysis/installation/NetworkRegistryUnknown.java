package com.policycortex.istio.analysis.installation;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.kubernetes.Secret;
import com.policycortex.istio.model.mesh.MeshNetworks;
import com.policycortex.istio.model.mesh.NetworkMembers;
import com.policycortex.istio.yaml.MeshConfigReader;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A network has endpoints of a cluster that is not known. */
final class NetworkRegistryUnknown extends Check<ConfigMap> {

  private static final Set<String> BUILT_IN = Set.of("Mock", "Kubernetes", "External");

  NetworkRegistryUnknown() {
    super(
        Subject.of(ConfigMap.KIND),
        CheckInfo.error(
                "MESH-NETWORK-REGISTRY-UNKNOWN", "A network names a cluster that is not known")
            .meaning(
                "fromRegistry in MeshNetworks names neither Kubernetes nor a cluster for which a"
                    + " Secret with the label istio/multiCluster: \"true\" has a kubeconfig.")
            .why(
                "The endpoints of that cluster are in no network: traffic to them does not take the"
                    + " network's gateway, and times out.")
            .fix("Name the cluster as the remote Secret does")
            .needs(Need.SECRETS)
            .codes("IST0126"));
  }

  @Override
  public void check(ConfigMap map, MeshView mesh, Report report) {
    if (!MeshConfigReader.isOfMesh(map) || !map.data().containsKey("meshNetworks")) {
      return;
    }
    Optional<MeshNetworks> networks = MeshConfigReader.meshNetworks(map, Map.of()).value();
    if (networks.isEmpty()) {
      return;
    }
    Set<String> known = new TreeSet<>();
    for (Secret secret : mesh.all(Secret.KIND)) {
      if ("true".equals(secret.metadata().labels().get("istio/multiCluster"))) {
        known.addAll(secret.data().keySet());
        known.addAll(secret.stringData().keySet());
      }
    }
    networks
        .get()
        .networks()
        .forEach(
            (name, network) -> {
              for (int i = 0; i < network.endpoints().size(); i++) {
                if (network.endpoints().get(i).members().orElse(null)
                        instanceof NetworkMembers.FromRegistry registry
                    && !BUILT_IN.contains(registry.value())
                    && !known.contains(registry.value())) {
                  report.add(
                      "data.meshNetworks.networks." + name + ".endpoints[" + i + "].fromRegistry",
                      "No Secret knows the cluster " + registry.value() + ".");
                }
              }
            });
  }
}
