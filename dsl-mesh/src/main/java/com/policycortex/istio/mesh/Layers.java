package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.ProxyConfig;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;

/**
 * Policies that are laid one over the other: of the whole mesh, of a namespace, of one workload.
 *
 * @param applied those that count, the mesh's first
 * @param overruled those that seem to and do not
 */
record Layers<M extends Manifest>(List<M> applied, List<Overruled> overruled) {

  /** As istiod's {@code applicableTelemetries}. */
  static Layers<Telemetry> telemetries(MeshView mesh, Workload workload) {
    return of(mesh, workload, Telemetry.KIND, true, Integer.MAX_VALUE);
  }

  /**
   * As istiod's {@code EffectiveProxyConfig}: to it an empty selector is none, and picks nothing.
   */
  static Layers<ProxyConfig> proxyConfigs(MeshView mesh, Workload workload) {
    return of(mesh, workload, ProxyConfig.KIND, false, 1);
  }

  private static <M extends Manifest> Layers<M> of(
      MeshView mesh, Workload workload, Kind<M> kind, boolean emptyIsForAll, int picking) {
    List<M> applied = new ArrayList<>();
    List<Overruled> overruled = new ArrayList<>();
    String root = mesh.rootNamespace();
    if (!workload.namespace().equals(root)) {
      oldest(wide(mesh, root, kind, emptyIsForAll, overruled), 1, applied, overruled);
      for (M selective : mesh.picking(workload, root, kind)) {
        overruled.add(
            Overruled.because(
                selective, "a selector in the root namespace picks nothing beyond it"));
      }
    }
    oldest(wide(mesh, workload.namespace(), kind, emptyIsForAll, overruled), 1, applied, overruled);
    List<M> own = new ArrayList<>(mesh.picking(workload, workload.namespace(), kind));
    for (M targeted : mesh.withoutSelector(workload.namespace(), kind)) {
      if (!Policies.targetRefs(targeted).isEmpty() && Policies.reaches(targeted, workload)) {
        own.add(targeted);
      }
    }
    own.sort(Precedence.ORDER);
    oldest(own, picking, applied, overruled);
    return new Layers<>(List.copyOf(applied), List.copyOf(overruled));
  }

  private static <M extends Manifest> List<M> wide(
      MeshView mesh, String namespace, Kind<M> kind, boolean emptyIsForAll, List<Overruled> none) {
    List<M> wide = new ArrayList<>(mesh.withoutSelector(namespace, kind));
    for (M empty : mesh.withEmptySelector(namespace, kind)) {
      if (emptyIsForAll) {
        wide.add(empty);
      } else {
        none.add(Overruled.because(empty, "an empty selector picks no workload"));
      }
    }
    wide.removeIf(policy -> !Policies.targetRefs(policy).isEmpty());
    wide.sort(Precedence.ORDER);
    return wide;
  }

  private static <M extends Manifest> void oldest(
      List<M> candidates, int many, List<M> applied, List<Overruled> overruled) {
    for (int i = 0; i < candidates.size(); i++) {
      if (i < many) {
        applied.add(candidates.get(i));
      } else {
        overruled.add(Overruled.by(candidates.get(0), candidates.get(i)));
      }
    }
  }
}
