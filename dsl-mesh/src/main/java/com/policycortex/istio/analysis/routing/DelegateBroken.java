package com.policycortex.istio.analysis.routing;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MergedRoutes.DroppedRoute;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.List;
import java.util.Optional;

/** Rules are delegated to something that is no delegate. */
final class DelegateBroken extends Check<VirtualService> {

  DelegateBroken() {
    super(
        Subject.of(VirtualService.KIND),
        CheckInfo.error("VS-DELEGATE-BROKEN", "Delegated rules are left out")
            .meaning(
                "A rule delegates to a VirtualService that does not exist, has hosts of its own, is"
                    + " not exported to this namespace, or has rules whose conditions contradict"
                    + " those of the delegating rule.")
            .why(
                "istiod leaves the rules out and says so in its log only: requests fall through to"
                    + " the next rule, or get 404.")
            .fix("Delegate to a VirtualService without hosts and gateways that this namespace sees")
            .confidence(Confidence.CERTAIN));
  }

  @Override
  public void check(VirtualService service, MeshView mesh, Report report) {
    if (service.http().stream().noneMatch(rule -> rule.delegate().isPresent())) {
      return;
    }
    for (DroppedRoute dropped : mesh.virtualServices().merged(service).dropped()) {
      String problem =
          switch (dropped.reason()) {
            case MISSING -> "There is no VirtualService " + dropped.delegate();
            case HAS_HOSTS ->
                "VirtualService " + dropped.delegate() + " has hosts, so it is no delegate";
            case NOT_EXPORTED ->
                "VirtualService "
                    + dropped.delegate()
                    + " is not exported to "
                    + Names.namespace(service);
            case CONFLICT ->
                "spec.http["
                    + dropped.index()
                    + "] of VirtualService "
                    + dropped.delegate()
                    + " wants other requests than this rule lets through";
          };
      Draft draft =
          report
              .add(
                  "spec.http[" + dropped.rootIndex() + "].delegate",
                  problem + ": its rules are left out.")
              .at(service.http().get(dropped.rootIndex()));
      dropped.target().ifPresent(target -> draft.related(target, "", "is delegated to"));
      draft.hint(hint(dropped, service, mesh));
    }
  }

  private static String hint(DroppedRoute dropped, VirtualService service, MeshView mesh) {
    return switch (dropped.reason()) {
      case MISSING ->
          elsewhere(dropped.delegate(), mesh)
              .map(other -> "Write the namespace of " + Names.qualified(other) + " beside its name")
              .orElse("Create it, without hosts and gateways, or name one that is there");
      case HAS_HOSTS -> "Delegate to a VirtualService without hosts and gateways";
      case NOT_EXPORTED -> "Add " + Names.namespace(service) + " to the exportTo of the delegate";
      case CONFLICT ->
          "Let each match of the delegate be within one of this rule: /a/b where this says /a";
    };
  }

  // The one delegate that has the name, in another namespace.
  private static Optional<VirtualService> elsewhere(String delegate, MeshView mesh) {
    String name = delegate.substring(delegate.indexOf('/') + 1);
    List<VirtualService> found =
        mesh.all(VirtualService.KIND).stream()
            .filter(it -> it.hosts().isEmpty() && it.metadata().name().equals(name))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
