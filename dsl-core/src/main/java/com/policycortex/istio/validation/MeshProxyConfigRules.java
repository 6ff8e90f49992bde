package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.mesh.AuthenticationPolicy;
import com.policycortex.istio.model.mesh.ClusterName;
import com.policycortex.istio.model.mesh.MeshProxyConfig;
import com.policycortex.istio.model.mesh.RemoteService;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/** MeshConfig's defaultConfig, and the ProxyConfig of an annotation: what each proxy is told. */
final class MeshProxyConfigRules {

  private static final String ADDRESS = "Write host:port, the port from 1 to 65535";
  private static final String DNS_AUTO_ALLOCATE = "ISTIO_META_DNS_AUTO_ALLOCATE";

  static final RuleSet<MeshProxyConfig> RULES =
      RuleSet.of(MeshProxyConfig.class)
          .rule(
              notEmpty(
                  "PXC-CONFIG-PATH",
                  "configPath",
                  "Write the folder, or leave the field out for ./etc/istio/proxy",
                  MeshProxyConfig::configPath))
          .rule(
              notEmpty(
                  "PXC-BINARY-PATH",
                  "binaryPath",
                  "Write the path of Envoy, or leave the field out for /usr/local/bin/envoy",
                  MeshProxyConfig::binaryPath))
          .rule(
              notEmpty(
                  "PXC-CLUSTER",
                  "serviceCluster",
                  "Write a name, or leave the field out for istio-proxy",
                  MeshProxyConfigRules::serviceCluster))
          .error(
              "PXC-DRAIN",
              Gate.ISTIOD,
              "Write whole seconds, 1s or more, or leave the field out for 45s",
              (config, report) -> {
                Optional<Duration> drain = config.drainDuration();
                if (drain.isPresent() && !isWholeSeconds(drain.get())) {
                  report.add("drainDuration", "Draining takes whole seconds, one at least");
                }
              })
          .error(
              "PXC-DISCOVERY",
              Gate.ISTIOD,
              "Write host:port of istiod, or leave the field out for"
                  + " istiod.istio-system.svc:15012",
              (config, report) -> address(config.discoveryAddress(), "discoveryAddress", report))
          .rule(
              addressIfSet(
                  "PXC-STATSD", "statsdUdpAddress", ADDRESS, MeshProxyConfig::statsdUdpAddress))
          .rule(
              addressIfSet(
                  "PXC-METRICS-SERVICE",
                  "envoyMetricsServiceAddress",
                  ADDRESS,
                  MeshProxyConfig::envoyMetricsServiceAddress))
          .rule(
              addressIfSet(
                  "PXC-METRICS-SERVICE",
                  "envoyMetricsService.address",
                  ADDRESS,
                  config -> config.envoyMetricsService().flatMap(RemoteService::address)))
          .rule(
              addressIfSet(
                  "PXC-ALS",
                  "envoyAccessLogService.address",
                  ADDRESS,
                  config -> config.envoyAccessLogService().flatMap(RemoteService::address)))
          .warning(
              "PXC-DNS-AUTO",
              Gate.ISTIOD,
              "Remove the variable: istiod gives addresses to ServiceEntries by itself",
              (config, report) -> {
                if (config.proxyMetadata().containsKey(DNS_AUTO_ALLOCATE)) {
                  report.add(
                      "proxyMetadata[" + DNS_AUTO_ALLOCATE + "]",
                      DNS_AUTO_ALLOCATE + " is deprecated");
                }
              })
          .rule(
              NumberRules.port(
                  "PXC-ADMIN-PORT",
                  Gate.ISTIOD,
                  "proxyAdminPort",
                  config -> config.proxyAdminPort().map(Integer::longValue)))
          .rule(
              NumberRules.port(
                  "PXC-STATUS-PORT",
                  Gate.ISTIOD,
                  "statusPort",
                  config -> config.statusPort().map(Integer::longValue)))
          .error(
              "PXC-AUTH-POLICY",
              Gate.ISTIOD,
              "Write MUTUAL_TLS or NONE",
              (config, report) -> {
                if (config.controlPlaneAuthPolicy().orElse(AuthenticationPolicy.MUTUAL_TLS)
                    == AuthenticationPolicy.INHERIT) {
                  report.add("controlPlaneAuthPolicy", "There is nobody to inherit it from");
                }
              })
          .part("tracing", MeshProxyConfig::tracing, ProxyTracingRules.RULES)
          .part(
              "privateKeyProvider",
              MeshProxyConfig::privateKeyProvider,
              PrivateKeyProviderRules.RULES)
          .part(
              "connectionSettings",
              MeshProxyConfig::connectionSettings,
              ConnectionSettingsRules.RULES)
          .build();

  private MeshProxyConfigRules() {}

  private static Rule<MeshProxyConfig> notEmpty(
      String id, String field, String hint, Function<MeshProxyConfig, Optional<String>> get) {
    return Rule.error(
        id,
        Gate.ISTIOD,
        hint,
        (config, report) -> {
          Optional<String> text = get.apply(config);
          if (text.isPresent() && text.get().isEmpty()) {
            report.add(field, "An empty text stands in the place of the default");
          }
        });
  }

  private static Rule<MeshProxyConfig> addressIfSet(
      String id, String field, String hint, Function<MeshProxyConfig, Optional<String>> get) {
    return Rule.error(
        id,
        Gate.ISTIOD,
        hint,
        (config, report) -> {
          Optional<String> text = get.apply(config);
          if (Text.isSet(text)) {
            address(text, field, report);
          }
        });
  }

  private static void address(Optional<String> address, String field, Report report) {
    String problem = address.isPresent() ? ProxyAddresses.problem(address.get()) : null;
    if (problem != null) {
      report.add(field, problem);
    }
  }

  private static Optional<String> serviceCluster(MeshProxyConfig config) {
    return config.clusterName().orElse(null) instanceof ClusterName.ServiceCluster cluster
        ? Optional.of(cluster.value())
        : Optional.empty();
  }

  private static boolean isWholeSeconds(Duration duration) {
    return !DurationRules.isOutside(duration) && duration.toNanosPart() == 0;
  }
}
