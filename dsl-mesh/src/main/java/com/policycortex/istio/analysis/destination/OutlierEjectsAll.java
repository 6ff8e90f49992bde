package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.OutlierDetection;
import com.policycortex.istio.model.networking.PortTrafficPolicy;
import com.policycortex.istio.model.networking.TrafficPolicy;

/** Outlier detection may eject every endpoint. */
final class OutlierEjectsAll extends Check<DestinationRule> {

  OutlierEjectsAll() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.warning("DR-OUTLIER-EJECTS-ALL", "A circuit breaker may eject every endpoint")
            .meaning(
                "outlierDetection has a maxEjectionPercent of 100 and no minHealthPercent. Envoy"
                    + " then ejects the last endpoint too: Istio switches Envoy's panic threshold"
                    + " off where minHealthPercent is not set.")
            .why(
                "A short burst of errors in every pod, for example because their database is slow,"
                    + " becomes an outage: each request gets 503 (no healthy upstream) until the"
                    + " ejections end.")
            .fix("Set maxEjectionPercent to 50 or so, or minHealthPercent above 0"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    rule.trafficPolicy().ifPresent(policy -> check(policy, "spec.trafficPolicy", rule, report));
    for (int i = 0; i < rule.subsets().size(); i++) {
      String path = "spec.subsets[" + i + "].trafficPolicy";
      rule.subsets().get(i).trafficPolicy().ifPresent(policy -> check(policy, path, rule, report));
    }
  }

  private static void check(
      TrafficPolicy policy, String path, DestinationRule rule, Report report) {
    policy.outlierDetection().ifPresent(outliers -> check(outliers, path, rule, report));
    for (int i = 0; i < policy.portLevelSettings().size(); i++) {
      PortTrafficPolicy port = policy.portLevelSettings().get(i);
      String place = path + ".portLevelSettings[" + i + "]";
      port.outlierDetection().ifPresent(outliers -> check(outliers, place, rule, report));
    }
  }

  private static void check(
      OutlierDetection outliers, String path, DestinationRule rule, Report report) {
    if (outliers.maxEjectionPercent().orElse(0) >= 100
        && outliers.minHealthPercent().orElse(0) == 0) {
      report
          .add(
              path + ".outlierDetection.maxEjectionPercent",
              "All endpoints of "
                  + rule.host()
                  + " may be ejected at once; then every request gets 503.")
          .at(outliers)
          .witness(
              Witness.request(
                  "GET",
                  rule.host(),
                  "/",
                  "gets 503 while each endpoint is ejected after errors in a row"));
    }
  }
}
