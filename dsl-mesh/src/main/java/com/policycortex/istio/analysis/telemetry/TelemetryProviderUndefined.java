package com.policycortex.istio.analysis.telemetry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;

/** A Telemetry names a provider that nobody defines. */
final class TelemetryProviderUndefined extends Check<Telemetry> {

  TelemetryProviderUndefined() {
    super(
        Subject.of(Telemetry.KIND),
        CheckInfo.error(
                "TELEMETRY-PROVIDER-UNDEFINED", "A Telemetry names a provider that is not there")
            .meaning(
                "A provider that the Telemetry names is none of MeshConfig's extensionProviders,"
                    + " and none of those that Istio has by itself (prometheus, stackdriver,"
                    + " envoy).")
            .why("No trace, metric or access log is sent, and nobody says so.")
            .fix("Define the provider in MeshConfig, or name one that is there")
            .needs(Need.MESH_CONFIG));
  }

  @Override
  public void check(Telemetry telemetry, MeshView mesh, Report report) {
    for (ProviderUse use : ProviderUse.of(telemetry)) {
      if (ProviderUse.isBuiltIn(use.name()) || ProviderUse.defined(use.name(), mesh).isPresent()) {
        continue;
      }
      List<String> known = new ArrayList<>(ProviderUse.BUILT_IN);
      mesh.settings().config().extensionProviders().forEach(other -> known.add(other.name()));
      Draft draft =
          report.add(
              use.path(),
              "MeshConfig has no extension provider "
                  + use.name()
                  + ", so there are no "
                  + use.signal()
                  + ".");
      draft.meant(use.name(), known);
    }
  }
}
