package com.policycortex.istio.analysis.mutualtls;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.EffectivePeerAuthentication;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.Container;
import com.policycortex.istio.model.kubernetes.Probe;
import com.policycortex.istio.model.kubernetes.ProbeHandler;
import com.policycortex.istio.model.security.MutualTlsMode;
import java.util.List;
import java.util.Optional;

/** The kubelet's probes cannot pass STRICT mutual TLS. */
final class ProbeRefused extends Check<Workload> {

  private static final String REWRITE = "sidecar.istio.io/rewriteAppHTTPProbers";

  ProbeRefused() {
    super(
        Subject.WORKLOADS,
        CheckInfo.error("MTLS-PROBE-PLAINTEXT", "The kubelet's probes are refused")
            .meaning(
                "The workload has a sidecar, asks for STRICT mutual TLS at the port of an HTTP or"
                    + " gRPC probe, and has the annotation"
                    + " sidecar.istio.io/rewriteAppHTTPProbers: \"false\", so that probes are not"
                    + " led through the sidecar's agent.")
            .why(
                "The kubelet has no certificate of the mesh: its probes fail, and the pods never"
                    + " become ready, or are restarted again and again.")
            .fix("Remove the annotation, so that the injector rewrites the probes"));
  }

  @Override
  public void check(Workload workload, MeshView mesh, Report report) {
    boolean rewritten =
        !workload.annotations().getOrDefault(REWRITE, "true").equalsIgnoreCase("false");
    if (rewritten || mesh.workloads().proxy(workload) != Proxy.SIDECAR) {
      return;
    }
    EffectivePeerAuthentication asked = mesh.policies().peerAuthentication(workload);
    for (Container container : workload.containers()) {
      for (Optional<Probe> probe :
          List.of(
              container.startupProbe(), container.livenessProbe(), container.readinessProbe())) {
        if (probe.flatMap(Probe::handler).filter(ProbeRefused::asks).isPresent()
            && asked.mode() == MutualTlsMode.STRICT) {
          Draft draft =
              report.add(
                  "metadata.name",
                  "The probes of the container "
                      + container.name()
                      + " are not rewritten, and mutual TLS is STRICT: the kubelet is refused.");
          asked.decisive().ifPresent(policy -> draft.related(policy, "spec.mtls", "says STRICT"));
          return;
        }
      }
    }
  }

  private static boolean asks(ProbeHandler handler) {
    return handler instanceof ProbeHandler.HttpGet || handler instanceof ProbeHandler.Grpc;
  }
}
