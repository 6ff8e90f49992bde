package com.policycortex.istio.analysis.destination;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.Destinations;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.mesh.Workload;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.validation.Hosts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The labels of a subset pick none of the workloads of its host. */
final class SubsetWithoutWorkload extends Check<DestinationRule> {

  SubsetWithoutWorkload() {
    super(
        Subject.of(DestinationRule.KIND),
        CheckInfo.error("DR-SUBSET-NO-WORKLOAD", "A subset picks no workload")
            .meaning(
                "None of the workloads that answer for the host has all labels of the subset."
                    + " Where no VirtualService routes to the subset, it is no more than a hint."
                    + " So it is where no workload that answers is among the manifests at all."
                    + " Labels that say where an endpoint runs come from nodes; a subset with such"
                    + " labels is left out.")
            .why("Whatever is routed to the subset is answered with 503 (no healthy upstream).")
            .fix("Use labels that the pods of the host have, or remove the subset")
            .needs(Need.WORKLOADS, Need.SERVICES)
            .codes("IST0173", "KIA0203"));
  }

  @Override
  public void check(DestinationRule rule, MeshView mesh, Report report) {
    String host = DestinationRules.host(rule);
    if (rule.subsets().isEmpty() || Hosts.isWildcard(host)) {
      return;
    }
    List<Map<String, String>> endpoints = new ArrayList<>();
    for (MeshService service : mesh.services().withHost(host)) {
      if (!collect(service, mesh, endpoints)) {
        return;
      }
    }
    if (endpoints.isEmpty()) {
      nobody(rule, host, mesh, report);
      return;
    }
    for (int i = 0; i < rule.subsets().size(); i++) {
      Subset subset = rule.subsets().get(i);
      if (!saysWhere(subset) && endpoints.stream().noneMatch(labels -> hasAll(labels, subset))) {
        report
            .add(
                "spec.subsets[" + i + "].labels",
                "No workload behind "
                    + host
                    + " has the labels "
                    + subset.labels()
                    + ", so the subset "
                    + subset.name()
                    + " has no endpoint.")
            .at(subset)
            .severity(isRouted(subset, host, mesh) ? Severity.ERROR : Severity.INFO)
            .witness(
                Witness.request(
                    "GET",
                    host,
                    "/",
                    "once it is routed to the subset " + subset.name() + ", it gets 503"));
      }
    }
  }

  private static void nobody(DestinationRule rule, String host, MeshView mesh, Report report) {
    List<MeshService> services = mesh.services().withHost(host);
    if (services.isEmpty() || rule.subsets().stream().allMatch(SubsetWithoutWorkload::saysWhere)) {
      return;
    }
    MeshService service = services.get(0);
    report
        .add(
            "spec.subsets",
            "No workload that answers for "
                + host
                + " is among the manifests: whether the subsets have endpoints is not known.")
        .severity(Severity.INFO)
        .related(service.manifest(), "", "has the host");
  }

  // False where the manifests cannot tell who answers.
  private static boolean collect(
      MeshService service, MeshView mesh, List<Map<String, String>> endpoints) {
    if (service.manifest() instanceof ServiceEntry entry && !entry.endpoints().isEmpty()) {
      entry.endpoints().forEach(endpoint -> endpoints.add(endpoint.labels()));
      return true;
    }
    if (service.selector().isEmpty()) {
      return false;
    }
    for (Workload workload : mesh.workloads().behind(service)) {
      endpoints.add(workload.labels());
    }
    return true;
  }

  private static boolean isRouted(Subset subset, String host, MeshView mesh) {
    return mesh.virtualServices().routingTo(host).stream()
        .anyMatch(service -> routes(service, subset, host));
  }

  private static boolean routes(VirtualService service, Subset subset, String host) {
    return Destinations.of(service).stream()
        .map(DestinationUse::destination)
        .anyMatch(
            to ->
                to.subset().equals(Optional.of(subset.name()))
                    && Names.host(to.host(), Names.namespace(service)).equals(host));
  }

  private static boolean saysWhere(Subset subset) {
    return subset.labels().keySet().stream()
        .anyMatch(
            key ->
                key.startsWith("topology.")
                    || key.startsWith("kubernetes.io/")
                    || key.startsWith("failure-domain."));
  }

  private static boolean hasAll(Map<String, String> labels, Subset subset) {
    return labels.entrySet().containsAll(subset.labels().entrySet());
  }
}
