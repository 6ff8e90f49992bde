package com.policycortex.istio.analysis.visibility;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.GivenNames;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.NearNames;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A manifest is exported to a namespace that does not exist. */
final class ExportNamespaceMissing extends Check<Manifest> {

  ExportNamespaceMissing() {
    super(
        Subject.MANIFESTS,
        CheckInfo.error(
                "EXPORT-NAMESPACE-MISSING", "A manifest is for a namespace that is not there")
            .meaning(
                "A value of exportTo in a VirtualService, DestinationRule or ServiceEntry, or of a"
                    + " Service's annotation networking.istio.io/exportTo, is that of no Namespace"
                    + " among the manifests. It is a warning where its name is not like one of"
                    + " theirs.")
            .why("The proxies for which it was meant do not see it, and do as without it.")
            .fix("Name a namespace that exists, . for its own, or * for all")
            .needs(Need.NAMESPACES)
            .codes("KIA0005"));
  }

  @Override
  public void check(Manifest manifest, MeshView mesh, Report report) {
    if (manifest instanceof Service) {
      String annotation = manifest.metadata().annotations().getOrDefault(MeshService.EXPORT_TO, "");
      for (String name : annotation.split(",", -1)) {
        String path = "metadata.annotations[" + MeshService.EXPORT_TO + "]";
        List<String> others = Arrays.asList(annotation.split(",", -1));
        check(
            name.strip(),
            path,
            near ->
                others.stream()
                    .map(other -> other.equals(name) ? near : other.strip())
                    .collect(Collectors.joining(",")),
            mesh,
            report);
      }
      return;
    }
    List<String> to =
        manifest instanceof VirtualService routes
            ? routes.exportTo()
            : manifest instanceof DestinationRule rule
                ? rule.exportTo()
                : manifest instanceof ServiceEntry entry ? entry.exportTo() : List.of();
    for (int i = 0; i < to.size(); i++) {
      check(to.get(i), "spec.exportTo[" + i + "]", near -> near, mesh, report);
    }
  }

  private static void check(
      String name, String path, UnaryOperator<String> value, MeshView mesh, Report report) {
    boolean special = name.isEmpty() || name.equals(".") || name.equals("*") || name.equals("~");
    if (special || mesh.namespace(name).isPresent() || mesh.workloads().hasAny(name)) {
      return;
    }
    Draft draft = report.add(path, "There is no namespace " + name + " that could see it.");
    NearNames known = GivenNames.namespaces(mesh);
    // Another team's may well be somewhere else; a slip in the name of one that is here is not.
    if (known.nearest(name).isEmpty()) {
      draft.severity(Severity.WARNING);
    }
    draft.meant(name, known, value);
    draft.changing("the namespace sees it, and what it says holds there");
  }
}
