package com.policycortex.istio.analysis.reachability;

import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The Rollouts of Argo, which write the weights of the VirtualServices that they name.
 *
 * @see <a href="https://argo-rollouts.readthedocs.io/en/stable/features/traffic-management/istio/">
 *     Argo Rollouts with Istio</a>
 */
final class Rollouts {

  private static final String GROUP = "argoproj.io";

  private Rollouts() {}

  /** Whether one of them writes the weights of a VirtualService. */
  static boolean steer(VirtualService service, MeshView mesh) {
    return mesh.inRaw(Names.namespace(service), GROUP, "Rollout").stream()
        .anyMatch(rollout -> names(rollout).contains(service.name()));
  }

  private static List<String> names(RawManifest rollout) {
    JsonObject istio = rollout.body();
    for (String field : List.of("spec", "strategy", "canary", "trafficRouting", "istio")) {
      istio = Untyped.object(istio, field);
    }
    List<JsonObject> named = new ArrayList<>(Untyped.objects(istio, "virtualServices"));
    named.add(Untyped.object(istio, "virtualService"));
    return named.stream().flatMap(one -> Untyped.text(one, "name").stream()).toList();
  }
}
