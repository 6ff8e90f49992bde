package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.TargetReference;
import com.policycortex.istio.model.WorkloadSelector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Which workloads or resources a manifest picks. */
final class SelectorRules {

  private static final int VALUE = 63;
  private static final int LABELS = 4096;
  private static final int TARGETS = 16;

  /** {@code selector.matchLabels}. */
  static final RuleSet<WorkloadSelector> MATCH_LABELS = selector("matchLabels", LABELS);

  /** {@code workloadSelector.labels}. */
  static final RuleSet<WorkloadSelector> LABELS_ONLY = selector("labels", 256);

  private static final int GROUP = 253;

  /** One entry of {@code targetRefs} that istiod does not look at. */
  static final RuleSet<TargetReference> SCHEMA_TARGET = target(Gate.API_SERVER);

  /** One entry of {@code targetRefs}. */
  static final RuleSet<TargetReference> TARGET =
      RuleSet.of(TargetReference.class)
          .always("", Function.identity(), target(Gate.BOTH))
          .error(
              "TARGETREF-KIND",
              Gate.ISTIOD,
              "Write a Service (group \"\"), a ServiceEntry (networking.istio.io), or a Gateway or"
                  + " GatewayClass (gateway.networking.k8s.io)",
              (target, report) -> {
                String group = target.group().orElse("");
                if (!isTarget(group, target.kind())) {
                  report.add(
                      "kind",
                      "A policy cannot attach to "
                          + target.kind()
                          + (group.isEmpty() ? "" : " of " + group));
                }
              })
          .build();

  private SelectorRules() {}

  private static RuleSet<TargetReference> target(Gate gate) {
    return RuleSet.of(TargetReference.class)
        .error(
            "TARGETREF-SYNTAX",
            Gate.API_SERVER,
            "Write the group as a lower-case DNS name, the kind with letters, digits and '-'",
            (target, report) -> {
              String group = target.group().orElse("");
              if (!group.isEmpty() && !DnsNames.isRfc1123Subdomain(group)) {
                report.add("group", Text.quote(group) + " is not an API group");
              }
              if (!DnsNames.isLabel(target.kind()) || Text.isDigit(target.kind().charAt(0))) {
                report.add("kind", Text.quote(target.kind()) + " is not a kind");
              }
            })
        .error(
            "TARGETREF-NAME",
            gate,
            "Write the target's name, at most 253 characters",
            (target, report) -> {
              if (target.name().isEmpty()) {
                report.add("name", "The target has no name");
              } else if (Text.length(target.name()) > GROUP) {
                report.add(
                    Gate.API_SERVER, "name", "The target's name is longer than 253 characters");
              }
            })
        .error(
            "TARGETREF-NAMESPACE",
            gate,
            "Leave the namespace out: a target lies in the policy's own namespace",
            (target, report) -> {
              if (Text.isSet(target.namespace())) {
                report.add(
                    "namespace",
                    "A target of another namespace cannot be named: "
                        + Text.quote(target.namespace().get()));
              }
            })
        .build();
  }

  /** At most one of selector, targetRef and targetRefs. */
  static <M extends Manifest> Rule<M> oneOf(
      String id,
      Function<M, Optional<WorkloadSelector>> selector,
      Function<M, Optional<TargetReference>> targetRef,
      Function<M, List<TargetReference>> targetRefs) {
    return Rule.error(
        id,
        Gate.BOTH,
        "Keep one of selector and targetRefs",
        (manifest, report) -> {
          // To the schema an empty list is there, to istiod it is not.
          int empty = manifest.isExplicitlyEmpty("targetRefs") ? 1 : 0;
          int set =
              (selector.apply(manifest).isPresent() ? 1 : 0)
                  + (targetRef.apply(manifest).isPresent() ? 1 : 0)
                  + (targetRefs.apply(manifest).isEmpty() ? 0 : 1);
          if (set + empty > 1) {
            report.add(
                set > 1 ? Gate.BOTH : Gate.API_SERVER,
                "targetRefs",
                "Only one of selector, targetRef and targetRefs says what this applies to");
          }
        });
  }

  /** No more targets than the schema takes. */
  static <M extends Manifest> Rule<M> maximum(
      String id, Function<M, List<TargetReference>> targetRefs) {
    return Rule.error(
        id,
        Gate.API_SERVER,
        "Write at most 16 targets",
        (manifest, report) -> {
          int targets = targetRefs.apply(manifest).size();
          if (targets > TARGETS) {
            report.add("targetRefs", targets + " targets, more than " + TARGETS);
          }
        });
  }

  // The schema looks for wildcards in the keys of matchLabels only.
  private static void wildcards(String field, Map<String, String> labels, Report report) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      boolean inValue = label.getValue().indexOf('*') >= 0;
      if (inValue || label.getKey().indexOf('*') >= 0) {
        report.add(
            inValue || field.equals("matchLabels") ? Gate.BOTH : Gate.ISTIOD,
            field + "[" + label.getKey() + "]",
            "There is a wildcard in " + label.getKey() + ": " + Text.quote(label.getValue()));
      }
    }
  }

  static void longValues(String field, Map<String, String> labels, Report report) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      String value = label.getValue();
      if (value.length() > VALUE && value.codePointCount(0, value.length()) > VALUE) {
        report.add(
            field + "[" + label.getKey() + "]", "The label's value is longer than 63 characters");
      }
    }
  }

  private static boolean isTarget(String group, String kind) {
    return switch (kind) {
      case "Service" -> group.isEmpty() || group.equals("core");
      case "ServiceEntry" -> group.equals("networking.istio.io");
      case "Gateway", "GatewayClass" -> group.equals("gateway.networking.k8s.io");
      default -> false;
    };
  }

  private static RuleSet<WorkloadSelector> selector(String field, int maximum) {
    return RuleSet.of(WorkloadSelector.class)
        .error(
            "SELECTOR-KEY-EMPTY",
            field.equals("matchLabels") ? Gate.BOTH : Gate.ISTIOD,
            "Write the label's key",
            (selector, report) -> {
              if (selector.matchLabels().containsKey("")) {
                report.add(field, "A label has an empty key");
              }
            })
        .error(
            "SELECTOR-WILDCARD",
            Gate.BOTH,
            "Write the label in full; there are no wildcards in selectors",
            (selector, report) -> wildcards(field, selector.matchLabels(), report))
        .error(
            "SELECTOR-VALUE-LONG",
            Gate.API_SERVER,
            "Write at most 63 characters",
            (selector, report) -> longValues(field, selector.matchLabels(), report))
        .error(
            "SELECTOR-LABELS-MAX",
            Gate.API_SERVER,
            "Write fewer labels",
            (selector, report) -> {
              if (selector.matchLabels().size() > maximum) {
                report.add(field, selector.matchLabels().size() + " labels, more than " + maximum);
              }
            })
        .warning(
            "SELECTOR-NO-LABELS",
            Gate.ISTIOD,
            "Write matchLabels, or leave the selector out: without labels it picks everything",
            (selector, report) -> {
              if (selector.matchLabels().isEmpty()) {
                report.add("", "The selector has no labels, so it picks every workload");
              }
            })
        .build();
  }
}
