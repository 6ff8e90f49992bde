package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.mesh.DatadogTracer;
import com.policycortex.istio.model.mesh.LightstepTracer;
import com.policycortex.istio.model.mesh.ProxyTracing;
import com.policycortex.istio.model.mesh.Tracer;
import com.policycortex.istio.model.mesh.ZipkinTracer;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How proxies trace, as MeshConfig says it: where to, and by which TLS. */
final class ProxyTracingRules {

  private static final String ADDRESS = "Write host:port; the host may be $(HOST_IP)";

  private static final RuleSet<LightstepTracer> LIGHTSTEP =
      RuleSet.of(LightstepTracer.class)
          .error(
              "PXC-LIGHTSTEP",
              Gate.ISTIOD,
              "Write address, host:port, and accessToken",
              (tracer, report) -> {
                String problem = ProxyAddresses.problem(tracer.address().orElse(""));
                if (problem != null) {
                  report.add("address", problem);
                }
                if (!Text.isSet(tracer.accessToken())) {
                  report.add("accessToken", "The access token is missing");
                }
              })
          .build();

  private static final RuleSet<ZipkinTracer> ZIPKIN =
      RuleSet.of(ZipkinTracer.class).rule(address("PXC-ZIPKIN", ZipkinTracer::address)).build();

  private static final RuleSet<DatadogTracer> DATADOG =
      RuleSet.of(DatadogTracer.class).rule(address("PXC-DATADOG", DatadogTracer::address)).build();

  // A ConfigMap has to be of the configuration's own namespace, and MeshConfig has none.
  private static final RuleSet<ClientTlsSettings> TLS =
      RuleSet.of(ClientTlsSettings.class)
          .error(
              "PXC-TRACING-CONFIGMAP",
              Gate.ISTIOD,
              "Write caCertificates with the path of a file",
              (tls, report) -> {
                if (tls.credentialName().orElse("").startsWith("configmap://")) {
                  report.add("credentialName", "MeshConfig cannot name a ConfigMap");
                }
              })
          .build();

  static final RuleSet<ProxyTracing> RULES =
      RuleSet.of(ProxyTracing.class)
          .part(
              "lightstep",
              tracing -> arm(tracing, Tracer.Lightstep.class, Tracer.Lightstep::value),
              LIGHTSTEP)
          .part(
              "zipkin", tracing -> arm(tracing, Tracer.Zipkin.class, Tracer.Zipkin::value), ZIPKIN)
          .part(
              "datadog",
              tracing -> arm(tracing, Tracer.Datadog.class, Tracer.Datadog::value),
              DATADOG)
          .part("tlsSettings", ProxyTracing::tlsSettings, TLS)
          .part(
              "tlsSettings",
              ProxyTracing::tlsSettings,
              ClientTlsRules.RULES.byIstiod(Set.of("DR-TLS-CONFIGMAP", "DR-TLS-CONFIGMAP-NS")))
          .build();

  private ProxyTracingRules() {}

  private static <T> Rule<T> address(String id, Function<T, Optional<String>> get) {
    return Rule.error(
        id,
        Gate.ISTIOD,
        ADDRESS,
        (tracer, report) -> {
          String problem = ProxyAddresses.problemWithTracer(get.apply(tracer).orElse(""));
          if (problem != null) {
            report.add("address", problem);
          }
        });
  }

  private static <A, V> Optional<V> arm(
      ProxyTracing tracing, Class<A> type, Function<? super A, V> value) {
    return tracing.tracer().filter(type::isInstance).map(type::cast).map(value);
  }
}
