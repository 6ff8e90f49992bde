package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.install.IstioOperator;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Manifests that would replace each other. */
final class DuplicateRules {

  static final Rule<Manifest> DUPLICATE =
      Rule.error(
          "META-DUPLICATE",
          Gate.APPLY,
          "Rename or remove one of the two",
          (manifest, report) -> {});

  private DuplicateRules() {}

  static void check(Collection<? extends Manifest> manifests, List<Finding> findings) {
    Map<Identity, Manifest> seen = new HashMap<>(2 * manifests.size());
    for (Manifest manifest : manifests) {
      // generateName: the cluster makes the name. istioctl reads the one file that it is given.
      if (manifest.name().isEmpty() || manifest instanceof IstioOperator) {
        continue;
      }
      Manifest first = seen.putIfAbsent(identity(manifest), manifest);
      if (first != null) {
        Report report = new Report(manifest);
        report.begin(DUPLICATE);
        report.add("metadata.name", "There is another " + manifest.resourceId() + place(first));
        findings.addAll(report.findings());
      }
    }
  }

  private static Identity identity(Manifest manifest) {
    return new Identity(
        manifest.kind().group(),
        manifest.kind().name(),
        manifest.namespace().orElse(""),
        manifest.name());
  }

  private static String place(Manifest first) {
    return first.origin().isKnown() ? " at " + first.origin() : "";
  }

  private record Identity(String group, String kind, String namespace, String name) {}
}
