package com.policycortex.istio.analysis.injection;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.kubernetes.Namespace;
import java.util.List;
import java.util.Map;

/** A namespace asks for a control plane that is not there. */
final class RevisionUnknown extends Check<Namespace> {

  RevisionUnknown() {
    super(
        Subject.of(Namespace.KIND),
        CheckInfo.error("NS-REVISION-UNKNOWN", "A namespace asks for a revision that is not there")
            .meaning(
                "The Namespace has istio-injection: enabled or istio.io/rev, and no injector's"
                    + " webhook (MutatingWebhookConfiguration) among the manifests takes pods of"
                    + " such a namespace: there is no such revision or tag, or only revisions that"
                    + " want to be named.")
            .why("Pods start without a sidecar, in plain text and without any policy.")
            .fix("Label the namespace with a revision or tag that is installed")
            .needs(Need.WEBHOOKS));
  }

  @Override
  public void check(Namespace namespace, MeshView mesh, Report report) {
    Map<String, String> labels = namespace.metadata().labels();
    boolean enabled = "enabled".equals(labels.get(Injectors.INJECTION));
    String revision = labels.get(Injectors.REVISION);
    if (!enabled && (revision == null || labels.containsKey(Injectors.INJECTION))) {
      return;
    }
    List<Injectors.Injector> injectors = Injectors.all(mesh);
    if (injectors.isEmpty()
        || injectors.stream().anyMatch(injector -> injector.takes(labels, Map.of()))) {
      return;
    }
    List<String> known = Injectors.revisions(injectors);
    String label = enabled ? Injectors.INJECTION : Injectors.REVISION;
    Draft draft =
        report
            .add(
                "metadata.labels." + label,
                "No injector takes pods of a namespace with "
                    + label
                    + ": "
                    + labels.get(label)
                    + ", so they start without a sidecar. There are the revisions and tags "
                    + known
                    + ".")
            .related(injectors.get(0).configuration(), "webhooks", "takes other namespaces");
    if (revision != null && !enabled) {
      draft.meant(revision, known).changing("pods get that revision's proxy when they start");
    }
  }
}
