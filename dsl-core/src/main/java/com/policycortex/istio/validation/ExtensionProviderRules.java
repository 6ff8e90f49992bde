package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.mesh.DatadogTracingProvider;
import com.policycortex.istio.model.mesh.EnvoyExternalAuthorizationGrpcProvider;
import com.policycortex.istio.model.mesh.EnvoyExternalAuthorizationHttpProvider;
import com.policycortex.istio.model.mesh.EnvoyHttpGrpcV3LogProvider;
import com.policycortex.istio.model.mesh.EnvoyOpenTelemetryLogProvider;
import com.policycortex.istio.model.mesh.EnvoyTcpGrpcV3LogProvider;
import com.policycortex.istio.model.mesh.ExtensionProvider;
import com.policycortex.istio.model.mesh.LightstepTracingProvider;
import com.policycortex.istio.model.mesh.OpenCensusAgentTracingProvider;
import com.policycortex.istio.model.mesh.OpenTelemetryTracingProvider;
import com.policycortex.istio.model.mesh.Provider;
import com.policycortex.istio.model.mesh.SkyWalkingTracingProvider;
import com.policycortex.istio.model.mesh.ZipkinTracingProvider;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Extension providers. istiod takes a MeshConfig with one that is wrong and writes into its log
 * what is; whoever uses the provider is left without.
 */
final class ExtensionProviderRules {

  private static final RuleSet<EnvoyExternalAuthorizationHttpProvider> EXT_AUTHZ_HTTP =
      endpoint(
              EnvoyExternalAuthorizationHttpProvider.class,
              EnvoyExternalAuthorizationHttpProvider::service,
              EnvoyExternalAuthorizationHttpProvider::port)
          .rule(status(EnvoyExternalAuthorizationHttpProvider::statusOnError))
          .warning(
              "MCX-EXTAUTHZ-PREFIX",
              Gate.ISTIOD,
              "Write a path that begins with /",
              (provider, report) -> {
                String prefix = provider.pathPrefix().orElse("");
                if (!prefix.isEmpty()
                    && !(prefix.startsWith("/") && Url.parse(prefix).isPresent())) {
                  report.add("pathPrefix", Text.quote(prefix) + " is not a path");
                }
              })
          .build();

  private static final RuleSet<EnvoyExternalAuthorizationGrpcProvider> EXT_AUTHZ_GRPC =
      endpoint(
              EnvoyExternalAuthorizationGrpcProvider.class,
              EnvoyExternalAuthorizationGrpcProvider::service,
              EnvoyExternalAuthorizationGrpcProvider::port)
          .rule(status(EnvoyExternalAuthorizationGrpcProvider::statusOnError))
          .build();

  private static final RuleSet<ZipkinTracingProvider> ZIPKIN =
      endpoint(
              ZipkinTracingProvider.class,
              ZipkinTracingProvider::service,
              ZipkinTracingProvider::port)
          .build();

  private static final RuleSet<LightstepTracingProvider> LIGHTSTEP =
      endpoint(
              LightstepTracingProvider.class,
              LightstepTracingProvider::service,
              LightstepTracingProvider::port)
          .warning(
              "MCX-LIGHTSTEP-TOKEN",
              Gate.ISTIOD,
              "Write accessToken",
              (provider, report) -> {
                if (!Text.isSet(provider.accessToken())) {
                  report.add("accessToken", "The access token is missing");
                }
              })
          .build();

  private static final RuleSet<DatadogTracingProvider> DATADOG =
      endpoint(
              DatadogTracingProvider.class,
              DatadogTracingProvider::service,
              DatadogTracingProvider::port)
          .build();

  private static final RuleSet<OpenCensusAgentTracingProvider> OPEN_CENSUS =
      endpoint(
              OpenCensusAgentTracingProvider.class,
              OpenCensusAgentTracingProvider::service,
              OpenCensusAgentTracingProvider::port)
          .build();

  private static final RuleSet<SkyWalkingTracingProvider> SKY_WALKING =
      endpoint(
              SkyWalkingTracingProvider.class,
              SkyWalkingTracingProvider::service,
              SkyWalkingTracingProvider::port)
          .build();

  private static final RuleSet<OpenTelemetryTracingProvider> OPEN_TELEMETRY =
      endpoint(
              OpenTelemetryTracingProvider.class,
              OpenTelemetryTracingProvider::service,
              OpenTelemetryTracingProvider::port)
          .warning(
              "MCX-OTEL-BOTH",
              Gate.ISTIOD,
              "Keep one of http and grpc",
              (provider, report) -> {
                if (provider.http().isPresent() && provider.grpc().isPresent()) {
                  report.add("http", "Traces are exported by HTTP and by gRPC at once");
                }
              })
          .build();

  private static final RuleSet<EnvoyHttpGrpcV3LogProvider> HTTP_LOG =
      endpoint(
              EnvoyHttpGrpcV3LogProvider.class,
              EnvoyHttpGrpcV3LogProvider::service,
              EnvoyHttpGrpcV3LogProvider::port)
          .build();

  private static final RuleSet<EnvoyTcpGrpcV3LogProvider> TCP_LOG =
      endpoint(
              EnvoyTcpGrpcV3LogProvider.class,
              EnvoyTcpGrpcV3LogProvider::service,
              EnvoyTcpGrpcV3LogProvider::port)
          .build();

  private static final RuleSet<EnvoyOpenTelemetryLogProvider> OPEN_TELEMETRY_LOG =
      endpoint(
              EnvoyOpenTelemetryLogProvider.class,
              EnvoyOpenTelemetryLogProvider::service,
              EnvoyOpenTelemetryLogProvider::port)
          .build();

  static final RuleSet<ExtensionProvider> RULES =
      RuleSet.of(ExtensionProvider.class)
          .warning(
              "MCX-NAME",
              Gate.ISTIOD,
              "Write the name by which policies and Telemetry call the provider",
              (provider, report) -> {
                if (provider.name().isEmpty()) {
                  report.add("name", "The provider has no name");
                }
              })
          .warning(
              "MCX-KIND",
              Gate.ISTIOD,
              "Write what it is, for example envoyExtAuthzGrpc, opentelemetry or prometheus",
              (provider, report) -> {
                if (provider.provider().isEmpty()) {
                  report.add("", "Nothing says what the provider is");
                } else if (provider.provider().get() instanceof Provider.Sds) {
                  report.add("sds", "istiod knows no providers of secrets");
                }
              })
          .part(
              "envoyExtAuthzHttp",
              arm(Provider.EnvoyExtAuthzHttp.class, Provider.EnvoyExtAuthzHttp::value),
              EXT_AUTHZ_HTTP)
          .part(
              "envoyExtAuthzGrpc",
              arm(Provider.EnvoyExtAuthzGrpc.class, Provider.EnvoyExtAuthzGrpc::value),
              EXT_AUTHZ_GRPC)
          .part("zipkin", arm(Provider.Zipkin.class, Provider.Zipkin::value), ZIPKIN)
          .part("lightstep", arm(Provider.Lightstep.class, Provider.Lightstep::value), LIGHTSTEP)
          .part("datadog", arm(Provider.Datadog.class, Provider.Datadog::value), DATADOG)
          .part(
              "opencensus", arm(Provider.OpenCensus.class, Provider.OpenCensus::value), OPEN_CENSUS)
          .part(
              "skywalking", arm(Provider.SkyWalking.class, Provider.SkyWalking::value), SKY_WALKING)
          .part(
              "opentelemetry",
              arm(Provider.OpenTelemetry.class, Provider.OpenTelemetry::value),
              OPEN_TELEMETRY)
          .part(
              "envoyHttpAls",
              arm(Provider.EnvoyHttpAls.class, Provider.EnvoyHttpAls::value),
              HTTP_LOG)
          .part(
              "envoyTcpAls", arm(Provider.EnvoyTcpAls.class, Provider.EnvoyTcpAls::value), TCP_LOG)
          .part(
              "envoyOtelAls",
              arm(Provider.EnvoyOtelAls.class, Provider.EnvoyOtelAls::value),
              OPEN_TELEMETRY_LOG)
          .build();

  private ExtensionProviderRules() {}

  private static <A, V> Function<ExtensionProvider, Optional<V>> arm(
      Class<A> type, Function<? super A, V> value) {
    return provider -> provider.provider().filter(type::isInstance).map(type::cast).map(value);
  }

  // A service of the mesh and its port.
  private static <T> RuleSet.Builder<T> endpoint(
      Class<T> type, Function<T, Optional<String>> service, Function<T, Optional<Long>> port) {
    return RuleSet.of(type)
        .warning(
            "MCX-SERVICE",
            Gate.ISTIOD,
            "Write the host of a service, an IP, or namespace/host",
            (provider, report) -> {
              String problem = problem(service.apply(provider).orElse(""));
              if (problem != null) {
                report.add("service", problem);
              }
            })
        .warning(
            "MCX-PORT",
            Gate.ISTIOD,
            "Write a port from 1 to 65535",
            (provider, report) -> {
              long number = port.apply(provider).orElse(0L);
              if (!NumberRules.isPort(number)) {
                report.add("port", "Port " + number + " is outside 1 to 65535");
              }
            });
  }

  private static @Nullable String problem(String service) {
    if (service.indexOf('/') >= 0) {
      return NamespacedHosts.problemInSidecar(service);
    }
    return IpAddresses.isAddress(service) ? null : DnsNames.problemWithFqdn(service);
  }

  private static <T> Rule<T> status(Function<T, Optional<String>> get) {
    return Rule.warning(
        "MCX-EXTAUTHZ-STATUS",
        Gate.ISTIOD,
        "Write a status such as 403 or 503",
        (provider, report) -> {
          String status = get.apply(provider).orElse("");
          if (!status.isEmpty() && !EnvoyStatusCodes.isCode(status)) {
            report.add("statusOnError", Text.quote(status) + " is no status that Envoy answers");
          }
        });
  }
}
