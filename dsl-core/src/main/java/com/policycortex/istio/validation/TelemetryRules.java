package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.telemetry.AccessLogging;
import com.policycortex.istio.model.telemetry.CustomTag;
import com.policycortex.istio.model.telemetry.CustomTagType;
import com.policycortex.istio.model.telemetry.MetricMatch;
import com.policycortex.istio.model.telemetry.Metrics;
import com.policycortex.istio.model.telemetry.MetricsOverrides;
import com.policycortex.istio.model.telemetry.ProviderRef;
import com.policycortex.istio.model.telemetry.TagOperation;
import com.policycortex.istio.model.telemetry.TagOverride;
import com.policycortex.istio.model.telemetry.Telemetry;
import com.policycortex.istio.model.telemetry.Tracing;

/** Metrics, tracing and access logs. */
final class TelemetryRules {

  private static final RuleSet<ProviderRef> PROVIDER =
      RuleSet.of(ProviderRef.class)
          .error(
              "TEL-PROVIDER-NAME",
              Gate.BOTH,
              "Write the name of one of the mesh configuration's extensionProviders",
              (provider, report) -> {
                if (provider.name().isEmpty()) {
                  report.add("name", "The provider has no name");
                }
              })
          .build();

  private static final RuleSet<TagOverride> TAG =
      RuleSet.of(TagOverride.class)
          .error(
              "TEL-TAG-UPSERT",
              Gate.BOTH,
              "Write value, or the operation REMOVE",
              (tag, report) -> {
                if (tag.operation().orElse(TagOperation.UPSERT) == TagOperation.UPSERT
                    && !Text.isSet(tag.value())) {
                  // The schema does not know the default.
                  Gate gate = tag.operation().isPresent() ? Gate.BOTH : Gate.ISTIOD;
                  report.add(gate, "value", "UPSERT, the default, needs a value");
                }
              })
          .error(
              "TEL-TAG-REMOVE",
              Gate.BOTH,
              "Remove value",
              (tag, report) -> {
                if (tag.operation().orElse(TagOperation.UPSERT) == TagOperation.REMOVE
                    && tag.value().isPresent()) {
                  Gate gate = Text.isSet(tag.value()) ? Gate.BOTH : Gate.API_SERVER;
                  report.add(gate, "value", "REMOVE takes no value");
                }
              })
          .build();

  private static final RuleSet<MetricsOverrides> OVERRIDE =
      RuleSet.of(MetricsOverrides.class)
          .error(
              "TEL-CUSTOM-METRIC",
              Gate.BOTH,
              "Write the metric's name",
              (override, report) -> {
                if (override.match().flatMap(m -> m.metricMatch()).orElse(null)
                        instanceof MetricMatch.Custom custom
                    && custom.value().isEmpty()) {
                  report.add("match.customMetric", "The metric has no name");
                }
              })
          .warning(
              "TEL-TAG-NAME",
              Gate.ISTIOD,
              "Write the tag's name",
              (override, report) -> {
                if (override.tagOverrides().containsKey("")) {
                  report.add("tagOverrides", "A tag has no name");
                }
              })
          .entries("tagOverrides", MetricsOverrides::tagOverrides, TAG)
          .build();

  private static final RuleSet<Metrics> METRICS =
      RuleSet.of(Metrics.class)
          .rule(
              DurationRules.minimum(
                  "TEL-INTERVAL", Gate.API_SERVER, "reportingInterval", Metrics::reportingInterval))
          .each("providers", Metrics::providers, PROVIDER)
          .each("overrides", Metrics::overrides, OVERRIDE)
          .build();

  private static final RuleSet<CustomTag> CUSTOM_TAG =
      RuleSet.of(CustomTag.class)
          .error(
              "TEL-TAG-LITERAL",
              Gate.BOTH,
              "Write value",
              (tag, report) -> {
                if (tag.type().orElse(null) instanceof CustomTagType.Literal literal
                    && literal.value().value().isEmpty()) {
                  report.add("literal.value", "The tag has no value");
                }
              })
          .error(
              "TEL-TAG-HEADER",
              Gate.BOTH,
              "Write name",
              (tag, report) -> {
                if (tag.type().orElse(null) instanceof CustomTagType.Header header
                    && header.value().name().isEmpty()) {
                  report.add("header.name", "The header has no name");
                }
              })
          .error(
              "TEL-TAG-ENV",
              Gate.BOTH,
              "Write name",
              (tag, report) -> {
                if (tag.type().orElse(null) instanceof CustomTagType.Environment environment
                    && environment.value().name().isEmpty()) {
                  report.add("environment.name", "The variable has no name");
                }
              })
          .error(
              "TEL-TAG-FORMATTER",
              Gate.API_SERVER,
              "Write value",
              (tag, report) -> {
                if (tag.type().orElse(null) instanceof CustomTagType.Formatter formatter
                    && formatter.value().value().isEmpty()) {
                  report.add("formatter.value", "The tag has no value");
                }
              })
          .build();

  private static final RuleSet<Tracing> TRACING =
      RuleSet.of(Tracing.class)
          .warning(
              "TEL-TRACING-PROVIDERS",
              Gate.ISTIOD,
              "Write one provider",
              (tracing, report) -> {
                if (tracing.providers().size() > 1) {
                  report.add("providers", "Of several tracing providers one is used");
                }
              })
          .rule(
              NumberRules.fraction(
                  "TEL-TRACING-SAMPLING",
                  Gate.BOTH,
                  "randomSamplingPercentage",
                  Tracing::randomSamplingPercentage))
          .error(
              "TEL-TAG-EMPTY",
              Gate.ISTIOD,
              "Write the tag's name",
              (tracing, report) -> {
                if (tracing.customTags().containsKey("")) {
                  report.add("customTags", "A tag has no name");
                }
              })
          .each("providers", Tracing::providers, PROVIDER)
          .entries("customTags", Tracing::customTags, CUSTOM_TAG)
          .build();

  private static final RuleSet<AccessLogging> ACCESS_LOGGING =
      RuleSet.of(AccessLogging.class)
          .error(
              "TEL-LOG-FILTER",
              Gate.ISTIOD,
              "Write an expression of CEL such as response.code >= 400",
              (logging, report) -> {
                if (logging.filter().isPresent()) {
                  String problem =
                      CelSyntax.problem(logging.filter().get().expression().orElse(""));
                  if (problem != null) {
                    report.add("filter.expression", problem);
                  }
                }
              })
          .each("providers", AccessLogging::providers, PROVIDER)
          .build();

  static final RuleSet<Telemetry> RULES =
      RuleSet.of(Telemetry.class)
          .rule(
              SelectorRules.oneOf(
                  "TEL-ONEOF", Telemetry::selector, Telemetry::targetRef, Telemetry::targetRefs))
          .rule(SelectorRules.maximum("TEL-TARGETREFS-MAX", Telemetry::targetRefs))
          .warning(
              "TEL-TRACING-MULTI",
              Gate.ISTIOD,
              "Write one entry",
              (telemetry, report) -> {
                if (telemetry.tracing().size() > 1) {
                  report.add("tracing", "Of several entries of tracing one is used");
                }
              })
          .each("tracing", Telemetry::tracing, TRACING)
          .each("metrics", Telemetry::metrics, METRICS)
          .each("accessLogging", Telemetry::accessLogging, ACCESS_LOGGING)
          .part("selector", Telemetry::selector, SelectorRules.MATCH_LABELS)
          .part("targetRef", Telemetry::targetRef, SelectorRules.TARGET)
          .each("targetRefs", Telemetry::targetRefs, SelectorRules.TARGET)
          .build();

  private TelemetryRules() {}
}
