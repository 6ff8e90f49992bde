package com.policycortex.istio.mesh;

import com.policycortex.istio.model.networking.Sidecar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which Sidecar resource a workload has, and what it reaches by it. */
public final class Sidecars {

  private final MeshView mesh;

  Sidecars(MeshView mesh) {
    this.mesh = mesh;
  }

  /**
   * The Sidecar of a workload: of its namespace the oldest that selects it, else the oldest without
   * a selector, else that of the root namespace without a selector. Gateways have none.
   */
  public Optional<Sidecar> of(Workload workload) {
    if (mesh.workloads().proxy(workload) == Proxy.GATEWAY) {
      return Optional.empty();
    }
    Optional<Sidecar> picking = first(mesh.picking(workload, workload.namespace(), Sidecar.KIND));
    Optional<Sidecar> empty = first(mesh.withEmptySelector(workload.namespace(), Sidecar.KIND));
    if (picking.isPresent() && empty.isPresent()) {
      return Precedence.ORDER.compare(picking.get(), empty.get()) < 0 ? picking : empty;
    }
    return picking.or(() -> ofNamespace(workload.namespace()));
  }

  /** The Sidecar of workloads of a namespace that none selects. */
  public Optional<Sidecar> ofNamespace(String namespace) {
    return first(mesh.withEmptySelector(namespace, Sidecar.KIND))
        .or(() -> first(mesh.withoutSelector(namespace, Sidecar.KIND)))
        .or(() -> first(mesh.withoutSelector(mesh.rootNamespace(), Sidecar.KIND)));
  }

  /** What a workload reaches. */
  public SidecarScope scope(Workload workload) {
    return new SidecarScope(mesh, workload.namespace(), workload.labels(), of(workload));
  }

  /** What workloads of a namespace reach that no Sidecar selects. */
  public SidecarScope scopeOfNamespace(String namespace) {
    return new SidecarScope(mesh, namespace, Map.of(), ofNamespace(namespace));
  }

  /** True if some workload of the namespace may have a Sidecar that another has not. */
  public boolean differ(String namespace) {
    return mesh.in(namespace, Sidecar.KIND).stream()
        .anyMatch(sidecar -> !Policies.isForAll(sidecar));
  }

  /** The Sidecars that pick the workload, or are for its namespace, and do not decide. */
  List<Overruled> overruled(Workload workload) {
    Optional<Sidecar> winner = of(workload);
    List<Overruled> overruled = new ArrayList<>();
    for (Sidecar other : mesh.selecting(workload, workload.namespace(), Sidecar.KIND)) {
      if (winner.isPresent() && winner.get() != other) {
        boolean narrower =
            winner.get().workloadSelector().isPresent() && other.workloadSelector().isEmpty();
        overruled.add(
            narrower
                ? Overruled.because(
                    other, winner.get().resourceId() + " decides: it selects the workload")
                : Overruled.by(winner.get(), other));
      }
    }
    return overruled;
  }

  private static Optional<Sidecar> first(List<Sidecar> sidecars) {
    return sidecars.isEmpty() ? Optional.empty() : Optional.of(sidecars.get(0));
  }
}
