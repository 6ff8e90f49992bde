package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.OutlierDetection;
import java.util.List;

/** When endpoints are ejected. */
final class OutlierDetectionRules {

  static final RuleSet<OutlierDetection> RULES =
      RuleSet.of(OutlierDetection.class)
          .rules(
              DurationRules.atLeastOneMillisecond(
                  "DR-OUTLIER-BASE", "baseEjectionTime", OutlierDetection::baseEjectionTime))
          .rules(
              DurationRules.atLeastOneMillisecond(
                  "DR-OUTLIER-INTERVAL", "interval", OutlierDetection::interval))
          .warning(
              "DR-OUTLIER-CONSECUTIVE-DEPRECATED",
              Gate.ISTIOD,
              "Write consecutive5xxErrors or consecutiveGatewayErrors",
              (detection, report) -> {
                if (detection.consecutiveErrors().orElse(0) != 0) {
                  report.add("consecutiveErrors", "consecutiveErrors is deprecated");
                }
              })
          .error(
              "DR-OUTLIER-LOCAL-ORIGIN",
              Gate.ISTIOD,
              "Write splitExternalLocalOriginErrors: true",
              (detection, report) -> {
                if (detection.consecutiveLocalOriginFailures().orElse(0L) > 0
                    && !detection.splitExternalLocalOriginErrors().orElse(false)) {
                  report.add(
                      "consecutiveLocalOriginFailures",
                      "Failures of local origin are not counted by themselves");
                }
              })
          .rule(
              NumberRules.percent(
                  "DR-OUTLIER-MAX-EJECTION",
                  Gate.ISTIOD,
                  "maxEjectionPercent",
                  OutlierDetection::maxEjectionPercent))
          .rule(
              NumberRules.percent(
                  "DR-OUTLIER-MIN-HEALTH",
                  Gate.ISTIOD,
                  "minHealthPercent",
                  OutlierDetection::minHealthPercent))
          .error(
              "DR-OUTLIER-CODES",
              Gate.API_SERVER,
              "Write statuses from 100 to 599",
              (detection, report) -> {
                List<Long> codes = detection.outlierDetectionHttpErrorCodes();
                for (int i = 0; i < codes.size(); i++) {
                  if (codes.get(i) < 100 || codes.get(i) > 599) {
                    report.add(
                        "outlierDetectionHttpErrorCodes[" + i + "]",
                        codes.get(i) + " is not a status from 100 to 599");
                  }
                }
              })
          .rule(
              NumberRules.uint32(
                  "DR-UINT32", "consecutive5xxErrors", OutlierDetection::consecutive5xxErrors))
          .rule(
              NumberRules.uint32(
                  "DR-UINT32",
                  "consecutiveGatewayErrors",
                  OutlierDetection::consecutiveGatewayErrors))
          .rule(
              NumberRules.uint32(
                  "DR-UINT32",
                  "consecutiveLocalOriginFailures",
                  OutlierDetection::consecutiveLocalOriginFailures))
          .build();

  private OutlierDetectionRules() {}
}
