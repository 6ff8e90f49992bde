package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.yaml.Node.Entry;
import com.policycortex.istio.yaml.Node.Mapping;
import com.policycortex.istio.yaml.Node.Scalar;
import java.util.Set;

/** The profile of an IstioOperator. It may be a file of somebody's own, so only a slip is told. */
final class Profiles {

  // Those that istioctl has, in manifests/profiles of Istio.
  private static final Set<String> NAMES =
      Set.of(
          "ambient",
          "default",
          "demo",
          "empty",
          "minimal",
          "openshift",
          "openshift-ambient",
          "preview",
          "remote",
          "stable");

  private Profiles() {}

  static void check(Mapping operator, ResourceId resource, Findings findings) {
    operator
        .entry("spec")
        .map(Entry::value)
        .filter(Mapping.class::isInstance)
        .flatMap(spec -> ((Mapping) spec).entry("profile"))
        .map(Entry::value)
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .filter(profile -> !NAMES.contains(profile.value()))
        .ifPresent(
            profile ->
                Suggestions.nearest(profile.value(), NAMES)
                    .ifPresent(
                        meant ->
                            findings.add(
                                "YAML-ENUM",
                                Severity.WARNING,
                                resource,
                                "spec.profile",
                                "istioctl has no profile " + Excerpt.quoted(profile.value()),
                                "did you mean " + meant + "?",
                                profile.line(),
                                profile.column())));
  }
}
