package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.ApplyTo;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.PatchOperation;
import java.util.Set;

/** A patch has an operation that nothing is done for. */
final class FilterOperationUnsupported extends Check<EnvoyFilter> {

  private static final Set<PatchOperation> MERGES =
      Set.of(PatchOperation.MERGE, PatchOperation.MERGE_AND_REPLACE_LIST);

  FilterOperationUnsupported() {
    super(
        Subject.of(EnvoyFilter.KIND),
        CheckInfo.error("EF-OPERATION-UNSUPPORTED", "A patch does nothing by its operation")
            .meaning(
                "istiod does nothing for the operation at what the patch applies to: REPLACE other"
                    + " than at HTTP_FILTER, NETWORK_FILTER, LISTENER_FILTER and VIRTUAL_HOST; ADD"
                    + " and REMOVE at ROUTE_CONFIGURATION; INSERT_BEFORE, INSERT_AFTER and"
                    + " INSERT_FIRST at what has no order. At HTTP_ROUTE, ADD and REMOVE work, but"
                    + " the reference says that they are ignored.")
            .why("The patch is ignored without a word: the proxy is as without it.")
            .fix("Use an operation that is there for what the patch applies to")
            .codes("IST0152", "IST0153", "IST0154"));
  }

  @Override
  public void check(EnvoyFilter filter, MeshView mesh, Report report) {
    for (int i = 0; i < filter.configPatches().size(); i++) {
      EnvoyConfigObjectPatch patch = filter.configPatches().get(i);
      PatchOperation operation = Patches.operation(patch);
      ApplyTo target = Patches.applyTo(patch);
      String path = PatchPaths.patch(i) + ".patch.operation";
      if (operation == PatchOperation.INVALID || target == ApplyTo.INVALID) {
        continue;
      }
      if (!works(operation, target)) {
        report.add(path, operation + " does nothing at " + target + ".").at(patch);
      } else if (target == ApplyTo.HTTP_ROUTE
          && (operation == PatchOperation.ADD || operation == PatchOperation.REMOVE)) {
        report
            .add(path, "Istio's reference says that " + operation + " is ignored at HTTP_ROUTE.")
            .at(patch)
            .severity(Severity.INFO);
      }
    }
  }

  private static boolean works(PatchOperation operation, ApplyTo target) {
    boolean ordered = operation.name().startsWith("INSERT");
    return switch (target) {
      case ROUTE_CONFIGURATION, BOOTSTRAP -> MERGES.contains(operation);
      case LISTENER, FILTER_CHAIN, CLUSTER -> operation != PatchOperation.REPLACE && !ordered;
      case VIRTUAL_HOST -> !ordered;
      case HTTP_ROUTE -> operation != PatchOperation.REPLACE;
      case EXTENSION_CONFIG -> operation == PatchOperation.ADD;
      default -> true;
    };
  }
}
