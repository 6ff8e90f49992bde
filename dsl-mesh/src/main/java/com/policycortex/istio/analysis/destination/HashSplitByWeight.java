package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.AppliedDestinationRule;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.LoadBalancerPolicy;
import com.policycortex.istio.model.networking.LoadBalancerSettings;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.Optional;

/** A route splits what a hash shall keep together. */
final class HashSplitByWeight extends Check<VirtualService> {

  HashSplitByWeight() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.warning("DR-HASH-SPLIT", "A weighted split breaks session affinity")
            .meaning(
                "A route splits its requests by weight over several destinations, and a"
                    + " DestinationRule wants equal requests of such a destination to go to the"
                    + " same endpoint (consistentHash). The destination is drawn for each request"
                    + " before its hash is looked at.")
            .why(
                "Requests of one session go to both destinations, so that caches and sessions of"
                    + " pods are missed.")
            .fix(
                "Split by something of the session (a header or cookie) instead of by weight, or do"
                    + " without the hash while the split lasts")
            .confidence(Confidence.CERTAIN));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    for (int i = 0; i < service.http().size(); i++) {
      HttpRoute rule = service.http().get(i);
      long live = rule.route().stream().filter(to -> to.weight().orElse(0) > 0).count();
      for (int j = 0; live > 1 && j < rule.route().size(); j++) {
        HttpRouteDestination to = rule.route().get(j);
        Optional<DestinationRule> hashing =
            to.weight().orElse(0) > 0 ? hashing(to, service, mesh) : Optional.empty();
        if (hashing.isPresent()) {
          report
              .add(
                  "spec.http[" + i + "].route",
                  "Requests are spread over "
                      + live
                      + " destinations by chance, so the consistentHash of "
                      + to.destination().host()
                      + " does not keep a session together.")
              .at(rule)
              .related(hashing.get(), "spec.trafficPolicy.loadBalancer", "wants affinity");
          break;
        }
      }
    }
  }

  private static Optional<DestinationRule> hashing(
      HttpRouteDestination to, VirtualService service, MeshView mesh) {
    String namespace = Names.namespace(service);
    String host = Names.host(to.destination().host(), namespace);
    String owner = mesh.services().resolve(host, namespace).map(MeshService::namespace).orElse("");
    for (AppliedDestinationRule applied :
        mesh.destinationRules().forNamespace(namespace, host, owner)) {
      Optional<Subset> subset =
          to.destination()
              .subset()
              .flatMap(applied::subset)
              .map(AppliedDestinationRule.DefinedSubset::subset);
      Optional<LoadBalancerSettings> balancing =
          subset
              .flatMap(Subset::trafficPolicy)
              .flatMap(TrafficPolicy::loadBalancer)
              .or(() -> applied.trafficPolicy().flatMap(TrafficPolicy::loadBalancer));
      if (balancing.flatMap(LoadBalancerSettings::lbPolicy).orElse(null)
          instanceof LoadBalancerPolicy.Hash) {
        return Optional.of(applied.trafficPolicyRule().orElse(applied.first()));
      }
    }
    return Optional.empty();
  }
}
