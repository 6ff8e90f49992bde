package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.reachability.RuleRequests;
import com.policycortex.istio.finding.NearNames;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.AppliedDestinationRule;
import com.policycortex.istio.mesh.AppliedDestinationRule.DefinedSubset;
import com.policycortex.istio.mesh.DestinationRules;
import com.policycortex.istio.mesh.DestinationUse;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds destinations whose subset is not defined for who follows the route. */
final class SubsetMissing {

  private SubsetMissing() {}

  /**
   * Reports the destination if its subset is not defined.
   *
   * @param what what happens then
   */
  static void check(
      VirtualService service, DestinationUse use, String what, MeshView mesh, Report report) {
    String namespace = Names.namespace(service);
    String subset = use.destination().subset().orElse("");
    if (!subset.isEmpty()) {
      String host = Names.host(use.destination().host(), namespace);
      Optional<MeshService> to = mesh.services().resolve(host, namespace);
      if (to.isPresent()) {
        check(service, use, subset, what, to.get(), mesh, report);
      }
    }
  }

  private static void check(
      VirtualService service,
      DestinationUse use,
      String subset,
      String what,
      MeshService to,
      MeshView mesh,
      Report report) {
    boolean missing = false;
    for (String client : mesh.virtualServices().clientNamespaces(service)) {
      List<AppliedDestinationRule> applied = mesh.destinationRules().forNamespace(client, to);
      if (!defines(applied, subset)) {
        report(service, use, subset, what, to, client, applied, mesh, report);
        missing = true;
      }
    }
    if (!missing) {
      OtherClients.without(subset, to, service, mesh)
          .ifPresent(
              client -> {
                List<AppliedDestinationRule> applied =
                    mesh.destinationRules().forNamespace(client, to);
                report(service, use, subset, what, to, client, applied, mesh, report)
                    .severity(Severity.WARNING);
              });
    }
  }

  private static boolean defines(List<AppliedDestinationRule> applied, String subset) {
    for (AppliedDestinationRule rule : applied) {
      if (rule.subset(subset).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static Draft report(
      VirtualService service,
      DestinationUse use,
      String subset,
      String what,
      MeshService to,
      String client,
      List<AppliedDestinationRule> applied,
      MeshView mesh,
      Report report) {
    String who = "for proxies of the namespace " + client;
    Draft draft =
        report
            .add(
                use.path() + ".subset",
                applied.isEmpty()
                    ? "No DestinationRule applies to "
                        + to.host()
                        + " "
                        + who
                        + ", so there is no subset "
                        + subset
                        + ": "
                        + what
                    : "The DestinationRule that applies to "
                        + to.host()
                        + " "
                        + who
                        + " has no subset "
                        + subset
                        + ": "
                        + what)
            .at(use.holder())
            .witness(
                () ->
                    RuleRequests.takenTo(
                        service,
                        use,
                        use.use().isMirror() ? "is copied nowhere" : "is answered with 503",
                        mesh));
    List<String> names = new ArrayList<>();
    for (AppliedDestinationRule rule : applied) {
      draft.related(rule.first(), "spec.subsets", "applies, and does not define it");
      rule.subsets().stream().map(DefinedSubset::subset).forEach(s -> names.add(s.name()));
    }
    for (DestinationRule elsewhere : mesh.destinationRules().withHost(to.host())) {
      boolean defines = elsewhere.subsets().stream().anyMatch(s -> s.name().equals(subset));
      if (defines && !applies(elsewhere, applied)) {
        draft.related(elsewhere, "spec.subsets", "defines it, but does not apply " + who);
        if (applied.isEmpty() && !elsewhere.exportTo().isEmpty()) {
          draft.hint(
              "Add "
                  + client
                  + " to the exportTo of "
                  + Names.kind(elsewhere)
                  + " "
                  + Names.qualified(elsewhere));
        }
      }
    }
    NearNames known = NearNames.of(names);
    draft.meant(subset, known);
    known
        .nearest(subset)
        .ifPresent(
            name ->
                draft.hint("Write " + name + ", or define " + subset + " in that DestinationRule"));
    return draft;
  }

  private static boolean applies(DestinationRule rule, List<AppliedDestinationRule> applied) {
    return DestinationRules.host(rule).isEmpty()
        || applied.stream().anyMatch(group -> group.rules().contains(rule));
  }
}
