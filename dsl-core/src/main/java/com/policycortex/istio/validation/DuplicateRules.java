package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.install.IstioOperator;
import java.util.ArrayList;
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

  /** Of manifests that are applied together, wherever they come from. */
  static List<Finding> check(Collection<? extends Manifest> manifests) {
    List<Finding> findings = new ArrayList<>();
    Map<Identity, Manifest> seen = new HashMap<>(2 * manifests.size());
    for (Manifest manifest : manifests) {
      if (isNamed(manifest)) {
        Manifest first = seen.putIfAbsent(Identity.of(manifest), manifest);
        if (first != null) {
          findings.add(duplicate(manifest, first));
        }
      }
    }
    return findings;
  }

  /** Of manifests that were read: what lies in different folders may be meant as alternatives. */
  static List<Finding> checkFiles(Collection<? extends Manifest> manifests) {
    List<Finding> findings = new ArrayList<>();
    Map<Identity, Manifest> seen = new HashMap<>(2 * manifests.size());
    Alternatives alternatives = new Alternatives();
    for (Manifest manifest : manifests) {
      if (!isNamed(manifest)) {
        continue;
      }
      Identity identity = Identity.of(manifest);
      Manifest first = seen.putIfAbsent(identity, manifest);
      if (first == null) {
        continue;
      }
      Manifest beside =
          Alternatives.areApart(first, manifest)
              ? alternatives.add(identity, manifest, first)
              : first;
      if (beside != null) {
        boolean same = Alternatives.isOfFile(manifest) && manifest.equals(beside);
        findings.add(same ? copy(manifest, beside) : duplicate(manifest, beside));
      }
    }
    findings.addAll(alternatives.findings());
    return findings;
  }

  // generateName: the cluster makes the name. istioctl reads the one file that it is given.
  private static boolean isNamed(Manifest manifest) {
    return !manifest.name().isEmpty() && !(manifest instanceof IstioOperator);
  }

  private static Finding duplicate(Manifest manifest, Manifest other) {
    return finding(
        manifest,
        DUPLICATE.severity(),
        "There is another "
            + manifest.resourceId()
            + place(other)
            + " ("
            + DUPLICATE.gate().verdict(true)
            + ")",
        DUPLICATE.hint());
  }

  private static Finding copy(Manifest manifest, Manifest other) {
    return finding(
        manifest,
        Severity.WARNING,
        manifest.resourceId() + " is written twice, both times the same; it is also" + place(other),
        "Remove one of the two");
  }

  /** What is said of a manifest because of others of its name. */
  static Finding finding(Manifest manifest, Severity severity, String message, String hint) {
    return new Finding(
            DUPLICATE.id(),
            severity,
            manifest.resourceId(),
            "metadata.name",
            message,
            hint,
            manifest.origin())
        .by(DUPLICATE.gate());
  }

  private static String place(Manifest first) {
    return first.origin().isKnown() ? " at " + first.origin() : "";
  }

  /** What a cluster knows an object by. */
  record Identity(String group, String kind, String namespace, String name) {
    static Identity of(Manifest manifest) {
      return new Identity(
          manifest.kind().group(),
          manifest.kind().name(),
          manifest.namespace().orElse(""),
          manifest.name());
    }

    // Each manifest of a mesh is asked, and what a record has is slow until it is warm.
    @Override
    public int hashCode() {
      return (31 * name.hashCode() + namespace.hashCode()) * 31 + kind.hashCode();
    }
  }
}
