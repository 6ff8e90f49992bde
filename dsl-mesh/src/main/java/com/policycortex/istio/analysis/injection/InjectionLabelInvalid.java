package com.policycortex.istio.analysis.injection;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Proxy;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.mesh.Workloads;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.Pod;
import com.policycortex.istio.model.kubernetes.WorkloadManifest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A label that asks for proxies, or refuses them, has a value that the injector does not know. */
final class InjectionLabelInvalid extends Check<Manifest> {

  private static final String MODE = "istio.io/dataplane-mode";
  private static final Set<String> YES = Set.of("true", "enabled", "enable", "yes", "on", "1");
  private static final Set<String> NO = Set.of("false", "disabled", "disable", "no", "off", "0");
  // A variable of a template is filled in by others.
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  InjectionLabelInvalid() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning("INJECTION-LABEL-INVALID", "A label of injection has an unknown value")
            .meaning(
                "istio-injection of a Namespace is neither enabled nor disabled, or"
                    + " sidecar.istio.io/inject of pods is neither true nor false. Not reported"
                    + " where the pods get what the value seems to mean, and where an injector's"
                    + " webhook among the manifests takes such a Namespace.")
            .why(
                "No injector takes a Namespace with another value, whatever its pods say: they"
                    + " start without a sidecar. Pods with another value get a sidecar, or none, as"
                    + " without the label.")
            .fix("Write enabled or disabled on a Namespace, true or false on pods"));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    if (manifest instanceof Namespace namespace) {
      check(namespace, mesh, report);
    } else if (manifest instanceof WorkloadManifest) {
      Workloads.of(manifest)
          .filter(workload -> !workload.isMachine() && mesh.workloads().counts(workload))
          .ifPresent(workload -> check(workload, mesh, report));
    }
  }

  private static void check(Namespace namespace, MeshView mesh, Report report) {
    Map<String, String> labels = namespace.metadata().labels();
    String value = labels.getOrDefault(Injectors.INJECTION, "");
    boolean known = value.equals("enabled") || value.equals("disabled");
    if (known
        || !VALUE.matcher(value).matches()
        || means(value, NO)
        || "ambient".equals(labels.get(MODE))
        || Injectors.all(mesh).stream().anyMatch(it -> it.takes(labels, Map.of()))) {
      return;
    }
    Draft draft =
        report.add(
            "metadata.labels." + Injectors.INJECTION,
            "No injector takes pods of a namespace with "
                + Injectors.INJECTION
                + ": "
                + value
                + ", so they start without a sidecar.");
    if (labels.containsKey(Injectors.REVISION)) {
      draft.hint("Remove istio-injection, which outranks istio.io/rev");
    } else {
      meant(value, "enabled", "disabled", draft);
    }
  }

  private static void check(Workload workload, MeshView mesh, Report report) {
    String value = workload.labels().getOrDefault(Workload.INJECT, "");
    boolean known = value.equals("true") || value.equals("false");
    Proxy proxy = mesh.workloads().proxy(workload);
    if (known
        || !VALUE.matcher(value).matches()
        || (means(value, YES) && proxy.isEnvoy())
        || (means(value, NO) && !proxy.mayBeInMesh())) {
      return;
    }
    Draft draft =
        report.add(
            path(workload),
            Workload.INJECT
                + ": "
                + value
                + " is not read: pods of "
                + workload
                + (proxy.isEnvoy()
                    ? " get a sidecar, as without it."
                    : proxy == Proxy.UNKNOWN
                        ? " get what their namespace asks for, as without it."
                        : " get no sidecar, as without it."));
    meant(value, "true", "false", draft);
  }

  private static void meant(String value, String yes, String no, Draft draft) {
    Optional<String> meant =
        means(value, YES)
            ? Optional.of(yes)
            : means(value, NO) ? Optional.of(no) : Suggestions.nearest(value, List.of(yes, no));
    meant.ifPresent(
        write ->
            draft
                .write(write)
                .changing(
                    write.equals(yes)
                        ? "pods get a sidecar when they start"
                        : "pods get no sidecar when they start"));
  }

  private static boolean means(String value, Set<String> words) {
    return words.contains(value.toLowerCase(Locale.ROOT));
  }

  private static String path(Workload workload) {
    String labels = "metadata.labels[" + Workload.INJECT + "]";
    return workload.manifest() instanceof Pod
        ? labels
        : workload.manifest().kind().name().equals("CronJob")
            ? "spec.jobTemplate.spec.template." + labels
            : "spec.template." + labels;
  }
}
