package com.policycortex.istio.analysis.telemetry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.mesh.ExtensionProvider;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.Locale;
import java.util.Optional;

/** A provider is of a type that does not take what is sent to it. */
final class TelemetryProviderOfAnotherType extends Check<Telemetry> {

  TelemetryProviderOfAnotherType() {
    super(
        Subject.of(Telemetry.KIND),
        CheckInfo.error("TELEMETRY-PROVIDER-TYPE", "A provider does not take what is sent to it")
            .meaning(
                "The Telemetry names a provider for traces, metrics or access logs whose definition"
                    + " in MeshConfig is of a type for something else, for example zipkin for"
                    + " metrics.")
            .why("No trace, metric or access log is sent, and nobody says so.")
            .fix("Name a provider of the right type")
            .needs(Need.MESH_CONFIG));
  }

  @Override
  public void check(Telemetry telemetry, MeshView mesh, Report report) {
    for (ProviderUse use : ProviderUse.of(telemetry)) {
      Optional<ExtensionProvider> defined = ProviderUse.defined(use.name(), mesh);
      boolean wrong =
          defined.isPresent()
              ? defined.get().provider().filter(type -> !use.signal().isTakenBy(type)).isPresent()
              : isBuiltInForAnother(use);
      if (wrong) {
        report.add(
            use.path(), "The provider " + use.name() + " does not take " + use.signal() + ".");
      }
    }
  }

  private static boolean isBuiltInForAnother(ProviderUse use) {
    return switch (use.name().toLowerCase(Locale.ROOT)) {
      case "prometheus" -> use.signal() != ProviderUse.Signal.METRICS;
      case "envoy" -> use.signal() != ProviderUse.Signal.LOGS;
      default -> false;
    };
  }
}
