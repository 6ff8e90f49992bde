package com.policycortex.istio.analysis.telemetry;

import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.mesh.ExtensionProvider;
import com.policycortex.istio.model.mesh.Provider;
import com.policycortex.istio.model.telemetry.ProviderRef;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A place in a Telemetry that names a provider.
 *
 * @param path the field of the name
 * @param name the name
 * @param signal what the provider is to take
 */
record ProviderUse(String path, String name, Signal signal) {

  /** What a provider takes. */
  enum Signal {
    TRACES("traces"),
    METRICS("metrics"),
    LOGS("access logs");

    private final String text;

    Signal(String text) {
      this.text = text;
    }

    /** True if a provider of this type takes it. */
    boolean isTakenBy(Provider provider) {
      return switch (this) {
        case TRACES ->
            provider instanceof Provider.Zipkin
                || provider instanceof Provider.Datadog
                || provider instanceof Provider.SkyWalking
                || provider instanceof Provider.OpenTelemetry
                || provider instanceof Provider.Lightstep
                || provider instanceof Provider.OpenCensus
                || provider instanceof Provider.Stackdriver;
        case METRICS ->
            provider instanceof Provider.Prometheus || provider instanceof Provider.Stackdriver;
        case LOGS ->
            provider instanceof Provider.EnvoyFileAccessLog
                || provider instanceof Provider.EnvoyHttpAls
                || provider instanceof Provider.EnvoyTcpAls
                || provider instanceof Provider.EnvoyOtelAls
                || provider instanceof Provider.Stackdriver;
      };
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** The providers that there are without being defined. */
  static final List<String> BUILT_IN = List.of("prometheus", "stackdriver", "envoy");

  /** All of a Telemetry, in the order of the fields. */
  static List<ProviderUse> of(Telemetry telemetry) {
    List<ProviderUse> uses = new ArrayList<>();
    for (int i = 0; i < telemetry.tracing().size(); i++) {
      add("spec.tracing[" + i + "]", telemetry.tracing().get(i).providers(), Signal.TRACES, uses);
    }
    for (int i = 0; i < telemetry.metrics().size(); i++) {
      add("spec.metrics[" + i + "]", telemetry.metrics().get(i).providers(), Signal.METRICS, uses);
    }
    for (int i = 0; i < telemetry.accessLogging().size(); i++) {
      add(
          "spec.accessLogging[" + i + "]",
          telemetry.accessLogging().get(i).providers(),
          Signal.LOGS,
          uses);
    }
    return uses;
  }

  /** The provider that MeshConfig defines by this name; istiod does not look at the case. */
  static Optional<ExtensionProvider> defined(String name, MeshView mesh) {
    return mesh.settings().config().extensionProviders().stream()
        .filter(provider -> provider.name().equalsIgnoreCase(name))
        .findFirst();
  }

  /** True if Istio has a provider of this name by itself. */
  static boolean isBuiltIn(String name) {
    return BUILT_IN.contains(name.toLowerCase(Locale.ROOT));
  }

  private static void add(
      String path, List<ProviderRef> providers, Signal signal, List<ProviderUse> uses) {
    for (int i = 0; i < providers.size(); i++) {
      uses.add(
          new ProviderUse(path + ".providers[" + i + "].name", providers.get(i).name(), signal));
    }
  }
}
