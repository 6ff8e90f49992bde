package com.policycortex.istio.analysis.mutualtls;

import com.policycortex.istio.analysis.check.Change;
import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.EffectivePeerAuthentication;
import com.policycortex.istio.mesh.MeshPort;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.ClientTlsMode;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.PortSelector;
import com.policycortex.istio.model.networking.PortTrafficPolicy;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.security.MutualTlsMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client speaks what the server refuses. */
final class ClientServerMismatch extends Check<DestinationRule> {

  ClientServerMismatch() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.error("MTLS-CLIENT-SERVER-MISMATCH", "Clients speak what the server refuses")
            .meaning(
                "The TLS mode that a DestinationRule sets for the clients of a host (for a port, or"
                    + " a subset) does not go with what the workloads behind it ask for: no mutual"
                    + " TLS of Istio where PeerAuthentication is STRICT, or Istio's mutual TLS"
                    + " where it is DISABLE, or where the workload has no proxy. It is a warning where"
                    + " neither the workload nor its Namespace says anything of a proxy: somebody"
                    + " may label the namespace by hand.")
            .why("Every call fails: the connection is reset, and the caller gets 503.")
            .fix(
                "Remove the tls block, so that automatic mutual TLS does what each workload asks"
                    + " for, or let both sides agree")
            .needs(Need.SERVICES)
            .codes("KIA0207", "KIA0208", "KIA0505", "KIA0506"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    Optional<TrafficPolicy> policy = rule.trafficPolicy();
    boolean silent =
        policy.filter(ClientServerMismatch::setsTls).isEmpty()
            && rule.subsets().stream()
                .allMatch(subset -> subset.trafficPolicy().flatMap(TrafficPolicy::tls).isEmpty());
    if (silent) {
      return;
    }
    for (MeshService service : mesh.services().coveredBy(DestinationRules.host(rule))) {
      if (mismatch(rule, service, mesh, report)) {
        return;
      }
    }
  }

  private static boolean setsTls(TrafficPolicy policy) {
    return policy.tls().isPresent()
        || policy.portLevelSettings().stream().anyMatch(port -> port.tls().isPresent());
  }

  // Of the workloads behind a service the first with a mismatch is told.
  private static boolean mismatch(
      DestinationRule rule, MeshService service, MeshView mesh, Report report) {
    for (Workload workload : Servers.of(service, mesh)) {
      Proxy proxy = mesh.workloads().proxy(workload);
      EffectivePeerAuthentication asked = mesh.policies().peerAuthentication(workload);
      for (MeshPort port : service.ports()) {
        for (Spoken spoken : Spoken.by(rule, port, workload)) {
          Optional<String> refusal =
              refusal(
                  spoken.mode(),
                  asked.mode(port.target(workload)),
                  proxy,
                  !(workload.manifest() instanceof Service));
          if (refusal.isPresent()) {
            Draft draft =
                report
                    .add(
                        spoken.path(),
                        "Clients of "
                            + service.host()
                            + ":"
                            + port.number()
                            + spoken.what()
                            + ", and "
                            + workload
                            + " "
                            + refusal.get()
                            + ".")
                    .severity(
                        spoken.mode() == ClientTlsMode.ISTIO_MUTUAL
                                && mesh.workloads().isUndecided(workload)
                            ? Severity.WARNING
                            : Severity.ERROR)
                    .witness(
                        Witness.connection(
                            service.host(), (int) port.number(), "is reset; the caller gets 503"));
            if (mesh.settings().config().enableAutoMtls().orElse(true)) {
              draft.repair(
                  "Leave tls to automatic mutual TLS", change -> automatic(change, spoken.path()));
              // Without the block the proxy speaks what the server takes, which may be plain text.
              if (spoken.mode() != ClientTlsMode.DISABLE) {
                draft.changing("calls are in plain text where the server asks for that");
              }
            }
            asked
                .decisive()
                .ifPresent(policy -> draft.related(policy, "spec", "is what the server asks for"));
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Change automatic(Change change, String path) {
    return change.remove(path).removeIfEmpty(path.substring(0, path.lastIndexOf('.')));
  }

  // Pods that are not among the manifests may say themselves that they want a proxy.
  private static Optional<String> refusal(
      ClientTlsMode client, MutualTlsMode server, Proxy proxy, boolean isGiven) {
    boolean mutual = client == ClientTlsMode.ISTIO_MUTUAL;
    if (mutual && proxy == Proxy.NONE && isGiven) {
      return Optional.of("has no proxy that could answer that");
    }
    if (mutual && server == MutualTlsMode.DISABLE) {
      return Optional.of("takes plain connections only (DISABLE)");
    }
    return !mutual && server == MutualTlsMode.STRICT && proxy.mayBeInMesh()
        ? Optional.of("takes Istio's mutual TLS only (STRICT)")
        : Optional.empty();
  }

  /**
   * What the clients of a port speak.
   *
   * @param path where that is set
   */
  private record Spoken(String path, ClientTlsMode mode, String what) {

    static List<Spoken> by(DestinationRule rule, MeshPort port, Workload workload) {
      List<Spoken> all = new ArrayList<>();
      rule.trafficPolicy()
          .flatMap(policy -> of(policy, "spec.trafficPolicy", port, ""))
          .ifPresent(all::add);
      for (int i = 0; i < rule.subsets().size(); i++) {
        Subset subset = rule.subsets().get(i);
        String path = "spec.subsets[" + i + "].trafficPolicy";
        String who = " (the subset " + subset.name() + ")";
        if (workload.hasLabels(subset.labels())) {
          subset.trafficPolicy().flatMap(policy -> of(policy, path, port, who)).ifPresent(all::add);
        }
      }
      return all;
    }

    private static Optional<Spoken> of(
        TrafficPolicy policy, String path, MeshPort port, String who) {
      for (int i = 0; i < policy.portLevelSettings().size(); i++) {
        PortTrafficPolicy settings = policy.portLevelSettings().get(i);
        if (settings.port().flatMap(PortSelector::number).equals(Optional.of(port.number()))) {
          // An entry without tls falls back to automatic mutual TLS.
          return of(settings.tls(), path + ".portLevelSettings[" + i + "].tls", who);
        }
      }
      return of(policy.tls(), path + ".tls", who);
    }

    private static Optional<Spoken> of(Optional<ClientTlsSettings> tls, String path, String who) {
      return tls.map(settings -> settings.mode().orElse(ClientTlsMode.DISABLE))
          .map(
              mode ->
                  new Spoken(
                      path,
                      mode,
                      who
                          + (mode == ClientTlsMode.DISABLE
                              ? " speak no TLS (DISABLE)"
                              : " speak TLS of mode " + mode)));
    }
  }
}
