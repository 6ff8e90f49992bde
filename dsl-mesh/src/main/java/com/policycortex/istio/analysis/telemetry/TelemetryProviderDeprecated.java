package com.policycortex.istio.analysis.telemetry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.mesh.ExtensionProvider;
import com.policycortex.istio.model.mesh.Provider;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.Optional;

/** A provider is of a type that Istio gives up. */
final class TelemetryProviderDeprecated extends Check<Telemetry> {

  TelemetryProviderDeprecated() {
    super(
        Subject.of(Telemetry.KIND),
        CheckInfo.warning("TELEMETRY-PROVIDER-DEPRECATED", "A provider's type is deprecated")
            .meaning(
                "The Telemetry sends its traces to a provider of type lightstep or opencensus,"
                    + " which Istio has deprecated in favour of opentelemetry.")
            .why("Present releases of Istio send nothing to it, or a later one will not.")
            .fix("Define a provider of type opentelemetry")
            .needs(Need.MESH_CONFIG)
            .codes("IST0002"));
  }

  @Override
  public void check(Telemetry telemetry, MeshView mesh, Report report) {
    for (ProviderUse use : ProviderUse.of(telemetry)) {
      Optional<Provider> provider =
          ProviderUse.defined(use.name(), mesh).flatMap(ExtensionProvider::provider);
      boolean old =
          provider.isPresent()
              && (provider.get() instanceof Provider.Lightstep
                  || provider.get() instanceof Provider.OpenCensus);
      if (old && use.signal() == ProviderUse.Signal.TRACES) {
        report.add(use.path(), "The provider " + use.name() + " is of a deprecated type.");
      }
    }
  }
}
