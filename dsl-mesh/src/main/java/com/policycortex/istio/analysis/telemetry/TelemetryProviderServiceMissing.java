package com.policycortex.istio.analysis.telemetry;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.mesh.MeshService;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.mesh.ExtensionProvider;
import com.policycortex.istio.model.mesh.Provider;
import com.policycortex.istio.model.telemetry.Telemetry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A provider's service is not known to the mesh. */
final class TelemetryProviderServiceMissing extends Check<Telemetry> {

  TelemetryProviderServiceMissing() {
    super(
        Subject.of(Telemetry.KIND),
        CheckInfo.error("TELEMETRY-PROVIDER-SERVICE-MISSING", "A provider's service is not there")
            .meaning(
                "A provider that the Telemetry names leads to a host that is no Service and in no"
                    + " ServiceEntry, or to a port that it does not have. A warning, if no Service"
                    + " of the host's namespace is among the manifests.")
            .why("istiod cannot make the cluster, and leaves the provider out: nothing is sent.")
            .fix("Name the host of a Service or ServiceEntry and one of its ports, in MeshConfig")
            .needs(Need.MESH_CONFIG, Need.SERVICES));
  }

  @Override
  public void check(Telemetry telemetry, MeshView mesh, Report report) {
    Set<String> seen = new LinkedHashSet<>();
    for (ProviderUse use : ProviderUse.of(telemetry)) {
      Optional<Provider> provider =
          ProviderUse.defined(use.name(), mesh).flatMap(ExtensionProvider::provider);
      Optional<String> written = provider.flatMap(TelemetryProviderServiceMissing::service);
      if (written.isEmpty() || !seen.add(use.name())) {
        continue;
      }
      // namespace/host limits where the host is looked for.
      String host = written.get().substring(written.get().indexOf('/') + 1);
      List<MeshService> services = new ArrayList<>(mesh.services().withHost(host));
      services.addAll(mesh.services().wildcardsOver(host));
      long port = provider.flatMap(TelemetryProviderServiceMissing::port).orElse(0L);
      if (services.isEmpty()) {
        report
            .add(
                use.path(),
                "The provider "
                    + use.name()
                    + " leads to "
                    + host
                    + ", which is no Service and in no ServiceEntry: nothing is sent.")
            .severity(knowsNamespace(host, mesh) ? Severity.ERROR : Severity.INFO);
      } else if (port > 0 && services.stream().noneMatch(to -> to.port(port).isPresent())) {
        report
            .add(
                use.path(),
                "The provider " + use.name() + " leads to a port that " + host + " does not have.")
            .related(services.get(0).manifest(), "spec.ports", "has other ports");
      }
    }
  }

  // Of a namespace without any Service, all may be somewhere else.
  private static boolean knowsNamespace(String host, MeshView mesh) {
    String[] labels = host.split("[.]", -1);
    return labels.length > 1 && !mesh.in(labels[1], Service.KIND).isEmpty();
  }

  private static Optional<String> service(Provider provider) {
    Optional<String> service =
        provider instanceof Provider.Zipkin zipkin
            ? zipkin.value().service()
            : provider instanceof Provider.SkyWalking skyWalking
                ? skyWalking.value().service()
                : provider instanceof Provider.OpenTelemetry openTelemetry
                    ? openTelemetry.value().service()
                    : provider instanceof Provider.EnvoyHttpAls http
                        ? http.value().service()
                        : provider instanceof Provider.EnvoyTcpAls tcp
                            ? tcp.value().service()
                            : provider instanceof Provider.EnvoyOtelAls otel
                                ? otel.value().service()
                                : Optional.empty();
    return service.filter(host -> !host.isEmpty());
  }

  private static Optional<Long> port(Provider provider) {
    return provider instanceof Provider.Zipkin zipkin
        ? zipkin.value().port()
        : provider instanceof Provider.SkyWalking skyWalking
            ? skyWalking.value().port()
            : provider instanceof Provider.OpenTelemetry openTelemetry
                ? openTelemetry.value().port()
                : provider instanceof Provider.EnvoyHttpAls http
                    ? http.value().port()
                    : provider instanceof Provider.EnvoyTcpAls tcp
                        ? tcp.value().port()
                        : provider instanceof Provider.EnvoyOtelAls otel
                            ? otel.value().port()
                            : Optional.empty();
  }
}
