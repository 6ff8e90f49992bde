package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.kubernetes.ServiceType;
import com.policycortex.istio.model.kubernetes.TrafficDistributionPolicy;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A policy asks for an address that is not the user's. */
final class AddressBehindGateway extends Check<AuthorizationPolicy> {

  private static final Pattern PRIVATE =
      Pattern.compile(
          "(10|127|192[.]168|172[.](1[6-9]|2[0-9]|3[01])|169[.]254|100[.](6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7]))[.].*");

  AddressBehindGateway() {
    super(
        Subject.of(AuthorizationPolicy.KIND),
        CheckInfo.warning(
                "AUTHZ-IP-BLOCK-AT-SIDECAR", "A policy asks for an address that is hidden")
            .meaning(
                "ipBlocks or notIpBlocks name public addresses, and the policy is for a workload"
                    + " with a sidecar, or for a gateway whose Service spreads traffic over nodes"
                    + " (externalTrafficPolicy is not Local).")
            .why(
                "The connection comes from the gateway's pod, or from a node: an ALLOW rule lets"
                    + " nobody in, a DENY rule keeps nobody out.")
            .fix(
                "Put the policy at the gateway with remoteIpBlocks, or let its Service keep the"
                    + " source address")
            .confidence(Confidence.HEURISTIC)
            .needs(Need.WORKLOADS));
  }

  @Override
  public void check(AuthorizationPolicy policy, MeshView mesh, Report report) {
    Map<String, Function<AuthorizationSource, List<String>>> fields = new TreeMap<>();
    fields.put("ipBlocks", AuthorizationSource::ipBlocks);
    fields.put("notIpBlocks", AuthorizationSource::notIpBlocks);
    Optional<Sources.Named> address =
        Sources.of(policy, fields).stream().filter(named -> isPublic(named.value())).findFirst();
    if (address.isEmpty()) {
      return;
    }
    for (Workload workload : mesh.policies().workloads(policy)) {
      Proxy proxy = mesh.workloads().proxy(workload);
      Optional<MeshService> spread =
          proxy == Proxy.GATEWAY ? spread(workload, mesh) : Optional.empty();
      if (proxy == Proxy.SIDECAR || spread.isPresent()) {
        Draft draft =
            report
                .add(
                    address.get().path(),
                    workload
                        + (proxy == Proxy.SIDECAR
                            ? " sees the addresses of pods, not of users."
                            : " sees the addresses of nodes, not of users."))
                .at(address.get().rule());
        spread.ifPresent(
            service ->
                draft.related(
                    service.manifest(), "spec.externalTrafficPolicy", "hides the source address"));
        return;
      }
    }
  }

  private static boolean isPublic(String block) {
    return block.contains(".") && !block.startsWith("0.0.0.0") && !PRIVATE.matcher(block).matches();
  }

  private static Optional<MeshService> spread(Workload workload, MeshView mesh) {
    return mesh.workloads().servicesOf(workload).stream()
        .filter(
            known ->
                known.manifest() instanceof Service service
                    && service.type().equals(Optional.of(ServiceType.LoadBalancer))
                    && !service
                        .externalTrafficPolicy()
                        .equals(Optional.of(TrafficDistributionPolicy.Local)))
        .findFirst();
  }
}
