package com.policycortex.istio.analysis.registry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.Container;
import com.policycortex.istio.model.kubernetes.PodSpec;
import java.util.Optional;
import java.util.stream.Stream;

/** A container runs as the user whose traffic is not captured. */
final class ReservedUser extends Check<Workload> {

  private static final long PROXY_USER = 1337;

  ReservedUser() {
    super(
        Subject.WORKLOADS,
        CheckInfo.error("WL-RESERVED-UID", "A container runs as the proxy's user")
            .meaning(
                "A container other than the proxy, or the pod, has runAsUser or runAsGroup 1337."
                    + " The rules that lead traffic into the sidecar leave that user's alone. It"
                    + " is a hint where the manifests do not tell whether there is a sidecar.")
            .why("Nothing that the container sends passes the sidecar: no mutual TLS, no routes.")
            .fix("Use another user")
            .codes("IST0144"));
  }

  @Override
  public void check(Workload workload, MeshView mesh, Report report) {
    Proxy proxy = mesh.workloads().proxy(workload);
    // A gateway is the proxy.
    if (proxy == Proxy.GATEWAY || !proxy.mayBeInMesh() || workload.podSpec().isEmpty()) {
      return;
    }
    PodSpec pod = workload.podSpec().get();
    boolean byPod =
        pod.securityContext()
            .filter(
                context ->
                    context.runAsUser().equals(Optional.of(PROXY_USER))
                        || context.runAsGroup().equals(Optional.of(PROXY_USER)))
            .isPresent();
    Optional<Container> container =
        Stream.concat(pod.initContainers().stream(), pod.containers().stream())
            .filter(c -> !c.name().equals(Workload.PROXY_CONTAINER))
            .filter(
                c ->
                    c.securityContext()
                        .filter(
                            context ->
                                context.runAsUser().equals(Optional.of(PROXY_USER))
                                    || context.runAsGroup().equals(Optional.of(PROXY_USER)))
                        .isPresent())
            .findFirst();
    if (byPod || container.isPresent()) {
      report
          .add(
              "metadata.name",
              container.map(c -> "The container " + c.name()).orElse("Every container")
                  + " runs as user or group 1337, whose traffic does not pass the sidecar"
                  + (proxy == Proxy.SIDECAR ? "." : ", if it gets one."))
          .severity(proxy == Proxy.SIDECAR ? Severity.ERROR : Severity.INFO);
    }
  }
}
