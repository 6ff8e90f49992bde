package com.policycortex.istio.analysis.telemetry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.telemetry.AccessLogging;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.List;

/** Access logs are asked for, and nobody takes them. */
final class AccessLogWithoutProvider extends Check<Telemetry> {

  AccessLogWithoutProvider() {
    super(
        Subject.of(Telemetry.KIND),
        CheckInfo.warning("TELEMETRY-PROVIDER-MISSING", "Access logs are for no provider")
            .meaning(
                "An entry of accessLogging that is not disabled names no provider, MeshConfig has"
                    + " no default for access logs (defaultProviders.accessLogging), and no"
                    + " Telemetry of the root namespace or of the whole namespace names one that"
                    + " would be inherited.")
            .why("No access log is written, whatever the entry says.")
            .fix("Name a provider, for example envoy")
            .codes("IST0157"));
  }

  @Override
  public void check(Telemetry telemetry, MeshView mesh, Report report) {
    boolean byDefault =
        mesh.settings()
            .config()
            .defaultProviders()
            .filter(providers -> !providers.accessLogging().isEmpty())
            .isPresent();
    if (byDefault) {
      return;
    }
    for (int i = 0; i < telemetry.accessLogging().size(); i++) {
      AccessLogging entry = telemetry.accessLogging().get(i);
      if (entry.providers().isEmpty()
          && !entry.disabled().orElse(false)
          && !inherits(telemetry, mesh)) {
        report.add(
            "spec.accessLogging[" + i + "]",
            "The access log has no provider, and there is no default: nothing is logged.");
      }
    }
  }

  private static boolean inherits(Telemetry telemetry, MeshView mesh) {
    for (String namespace : List.of(mesh.rootNamespace(), Names.namespace(telemetry))) {
      for (Telemetry wide : mesh.withoutSelector(namespace, Telemetry.KIND)) {
        if (wide != telemetry && Policies.targetRefs(wide).isEmpty()) {
          if (wide.accessLogging().stream().anyMatch(entry -> !entry.providers().isEmpty())) {
            return true;
          }
          break; // of several the first counts
        }
      }
    }
    return false;
  }
}
