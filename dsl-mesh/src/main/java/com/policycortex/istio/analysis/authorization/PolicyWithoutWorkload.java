package com.policycortex.istio.analysis.authorization;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.InstalledGateways;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.PeerAuthentication;
import com.policycortex.istio.model.security.RequestAuthentication;
import java.util.List;
import java.util.Map;

/** A policy's selector picks no workload. */
final class PolicyWithoutWorkload extends Check<Manifest> {

  PolicyWithoutWorkload() {
    super(
        Subject.MANIFESTS,
        CheckInfo.warning("POLICY-SELECTOR-NO-WORKLOAD", "A policy is for no workload")
            .meaning(
                "The selector of an AuthorizationPolicy, RequestAuthentication or"
                    + " PeerAuthentication picks no workload that has a proxy, or may have one: of"
                    + " its namespace, or, in the root namespace, of any. A policy without a"
                    + " selector is for a namespace in which there is none. It is no more than a"
                    + " hint where the workloads of the namespace are not among the manifests.")
            .why(
                "The policy protects nothing: the workload that was meant is as open as without"
                    + " it.")
            .fix("Use labels that the pods have, in the namespace of the pods")
            .needs(Need.WORKLOADS)
            .codes("IST0127", "KIA0004"));
  }

  @Override
  public void check(Manifest policy, MeshView mesh, Report report) {
    boolean known =
        policy instanceof AuthorizationPolicy
            || policy instanceof RequestAuthentication
            || policy instanceof PeerAuthentication;
    if (!known || !Policies.targetRefs(policy).isEmpty()) {
      return;
    }
    String namespace = Names.namespace(policy);
    boolean forAll = Policies.isForAll(policy);
    boolean root = namespace.equals(mesh.rootNamespace());
    if (root && (forAll || policy instanceof PeerAuthentication)) {
      return;
    }
    if (forAll && !(policy instanceof AuthorizationPolicy)) {
      return; // defaults for what may come
    }
    Map<String, String> labels = Policies.selector(policy).orElse(Map.of());
    List<Workload> selected =
        root
            ? mesh.workloads().selectEverywhere(labels)
            : mesh.workloads().select(namespace, labels);
    for (Workload workload : selected) {
      if (mesh.workloads().proxy(workload).mayBeInMesh()) {
        return;
      }
    }
    if (forAll) {
      report
          .add("metadata.namespace", "No workload in " + namespace + " has a proxy.")
          .severity(Severity.INFO);
    } else if (!selected.isEmpty()) {
      report
          .add(
              "spec.selector",
              selected.get(0)
                  + " has the labels "
                  + labels
                  + " and no proxy, so nobody enforces the policy.")
          .related(selected.get(0).manifest(), "metadata", "gets no proxy")
          .hint(
              "Give its pods a sidecar (istio-injection: enabled as a label of their namespace,"
                  + " and nothing at the pods against it), or take them into ambient mode")
          .severity(
              mesh.workloads().wouldBeGiven(namespace, labels) ? Severity.WARNING : Severity.INFO);
    } else if (!InstalledGateways.have(labels, mesh)) {
      report
          .add(
              "spec.selector",
              "No workload "
                  + (root ? "of the mesh" : "in " + namespace)
                  + " with a proxy has the labels "
                  + labels
                  + ", so the policy applies to nothing.")
          .severity(
              mesh.workloads().wouldBeGiven(policy, labels) ? Severity.WARNING : Severity.INFO);
    }
  }
}
