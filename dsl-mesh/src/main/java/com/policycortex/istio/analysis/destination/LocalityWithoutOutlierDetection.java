package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.LoadBalancerSettings;
import com.policycortex.istio.model.networking.LocalityLoadBalancerSetting;
import com.policycortex.istio.model.networking.TrafficPolicy;
import com.policycortex.istio.wire.JsonValue;
import java.util.Optional;

/** Failover between localities is set, and nothing can start it. */
final class LocalityWithoutOutlierDetection extends Check<DestinationRule> {

  private static final JsonValue DEFAULTS =
      JsonValue.object()
          .with("consecutive5xxErrors", 5)
          .with("interval", "10s")
          .with("baseEjectionTime", "30s");

  LocalityWithoutOutlierDetection() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.warning(
                "DR-LOCALITY-WITHOUT-OUTLIER", "Failover between localities never happens")
            .meaning(
                "loadBalancer.localityLbSetting has failover or failoverPriority, and the same"
                    + " traffic policy has no outlierDetection. Envoy only leaves a locality when"
                    + " endpoints there are known to be unhealthy, which outlier detection finds"
                    + " out; Istio does not set the priorities without it.")
            .why("When a zone fails, requests keep going there.")
            .fix("Add outlierDetection to the same traffic policy"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    rule.trafficPolicy().ifPresent(policy -> check(policy, "spec.trafficPolicy", report));
    for (int i = 0; i < rule.subsets().size(); i++) {
      Optional<TrafficPolicy> policy = rule.subsets().get(i).trafficPolicy();
      boolean inherits = rule.trafficPolicy().flatMap(TrafficPolicy::outlierDetection).isPresent();
      if (policy.isPresent() && !inherits) {
        check(policy.get(), "spec.subsets[" + i + "].trafficPolicy", report);
      }
    }
  }

  private static void check(TrafficPolicy policy, String path, Report report) {
    policy
        .loadBalancer()
        .flatMap(LoadBalancerSettings::localityLbSetting)
        .filter(setting -> setting.enabled().orElse(true))
        .filter(setting -> policy.outlierDetection().isEmpty() && failsOver(setting))
        .ifPresent(
            setting ->
                report
                    .add(
                        path + ".loadBalancer.localityLbSetting",
                        "Without outlierDetection nothing ever fails over to another locality.")
                    .at(setting)
                    .repair(
                        "Add outlierDetection with Istio's defaults",
                        change -> change.set(path + ".outlierDetection", DEFAULTS))
                    .changing("endpoints that fail are taken out, and other zones take over"));
  }

  private static boolean failsOver(LocalityLoadBalancerSetting setting) {
    return !setting.failover().isEmpty() || !setting.failoverPriority().isEmpty();
  }
}
