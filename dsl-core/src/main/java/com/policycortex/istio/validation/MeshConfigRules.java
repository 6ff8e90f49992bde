package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.mesh.DefaultTrafficPolicy;
import com.policycortex.istio.model.mesh.MeshConfig;
import com.policycortex.istio.model.mesh.ServiceSettings;
import com.policycortex.istio.model.mesh.TlsConfig;
import com.policycortex.istio.wire.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * MeshConfig. istiod puts what is written over its defaults and judges the whole; so what is absent
 * is good.
 */
final class MeshConfigRules {

  private static final Duration LONGEST_CONNECT = Duration.ofHours(1);
  private static final Set<String> CURVES =
      Set.of(
          "",
          "P-224",
          "P-256",
          "P-384",
          "P-521",
          "X25519",
          "X25519Kyber768Draft00",
          "X25519MLKEM768");

  private static final RuleSet<ServiceSettings> SERVICE_SETTINGS =
      RuleSet.of(ServiceSettings.class)
          .error(
              "MC-SERVICE-SETTINGS",
              Gate.ISTIOD,
              "Write the host of a service, or a wildcard such as *.foo.svc.cluster.local",
              (settings, report) -> {
                for (int i = 0; i < settings.hosts().size(); i++) {
                  String problem = DnsNames.problemWithWildcardDomain(settings.hosts().get(i));
                  if (problem != null) {
                    report.add("hosts[" + i + "]", problem);
                  }
                }
              })
          .build();

  private static final RuleSet<TlsConfig> MESH_MTLS =
      RuleSet.of(TlsConfig.class)
          .error(
              "MC-MESHMTLS-CURVES",
              Gate.ISTIOD,
              "Write them in tlsDefaults, or leave them out",
              (tls, report) -> {
                if (!tls.ecdhCurves().isEmpty()) {
                  report.add("ecdhCurves", "Mutual TLS within the mesh takes no curves");
                }
              })
          .build();

  private static final RuleSet<TlsConfig> TLS_DEFAULTS =
      RuleSet.of(TlsConfig.class)
          .warning(
              "MC-TLSDEFAULTS-CURVES",
              Gate.ISTIOD,
              "Write P-224, P-256, P-384, P-521, X25519, X25519Kyber768Draft00 or X25519MLKEM768",
              (tls, report) -> {
                for (int i = 0; i < tls.ecdhCurves().size(); i++) {
                  if (!CURVES.contains(tls.ecdhCurves().get(i))) {
                    report.add(
                        "ecdhCurves[" + i + "]",
                        Text.quote(tls.ecdhCurves().get(i)) + " is no curve that Envoy knows");
                  }
                }
              })
          .warning(
              "MC-TLSDEFAULTS-DUP",
              Gate.ISTIOD,
              "Keep one of them",
              (tls, report) -> {
                List<String> curves = tls.ecdhCurves();
                for (int i = 0; i < curves.size(); i++) {
                  if (CURVES.contains(curves.get(i)) && curves.indexOf(curves.get(i)) < i) {
                    report.add(
                        "ecdhCurves[" + i + "]", Text.quote(curves.get(i)) + " is there already");
                  }
                }
              })
          .build();

  private static final RuleSet<DefaultTrafficPolicy> DEFAULT_TRAFFIC_POLICY =
      RuleSet.of(DefaultTrafficPolicy.class)
          .part(
              "connectionPool",
              DefaultTrafficPolicy::connectionPool,
              ConnectionPoolRules.RULES.byIstiod(
                  Set.of(
                      "DR-CP-KEEPALIVE-REQUIRED",
                      "DR-CP-KEEPALIVE-INTERVAL",
                      "DR-CP-KEEPALIVE-INTERVAL-PRECISION",
                      "DR-CP-KEEPALIVE-TIMEOUT",
                      "DR-CP-KEEPALIVE-TIMEOUT-PRECISION")))
          .part(
              "outlierDetection",
              DefaultTrafficPolicy::outlierDetection,
              OutlierDetectionRules.RULES.byIstiod(Set.of("DR-OUTLIER-CONSECUTIVE-DEPRECATED")))
          .build();

  static final RuleSet<MeshConfig> RULES =
      RuleSet.of(MeshConfig.class)
          .rule(
              NumberRules.port(
                  "MC-LISTEN-PORT",
                  Gate.ISTIOD,
                  "proxyListenPort",
                  config -> config.proxyListenPort().map(Integer::longValue)))
          .error(
              "MC-CONNECT-TIMEOUT",
              Gate.ISTIOD,
              "Write whole milliseconds from 1ms to 1h, or leave it out for 10s",
              (config, report) -> {
                Optional<Duration> timeout = config.connectTimeout();
                if (timeout.isPresent() && !isConnectTimeout(timeout.get())) {
                  report.add(
                      "connectTimeout",
                      Durations.format(timeout.get())
                          + " is not a whole number of milliseconds from 1ms to 1h");
                }
              })
          .rule(
              DurationRules.precision(
                  "MC-DETECTION-TIMEOUT",
                  "protocolDetectionTimeout",
                  MeshConfig::protocolDetectionTimeout))
          .error(
              "MC-TRUST-DOMAIN",
              Gate.ISTIOD,
              "Write DNS labels separated by dots, as cluster.local",
              (config, report) -> {
                if (config.trustDomain().isPresent()
                    && !DnsNames.isTrustDomain(config.trustDomain().get())) {
                  report.add(
                      "trustDomain",
                      Text.quote(config.trustDomain().get()) + " is not a trust domain");
                }
              })
          .error(
              "MC-TRUST-ALIASES",
              Gate.ISTIOD,
              "Write DNS labels separated by dots; no wildcard",
              (config, report) -> {
                for (int i = 0; i < config.trustDomainAliases().size(); i++) {
                  if (!DnsNames.isTrustDomain(config.trustDomainAliases().get(i))) {
                    report.add(
                        "trustDomainAliases[" + i + "]",
                        Text.quote(config.trustDomainAliases().get(i)) + " is not a trust domain");
                  }
                }
              })
          .part("defaultConfig", MeshConfig::defaultConfig, MeshProxyConfigRules.RULES)
          .part(
              "localityLbSetting",
              MeshConfig::localityLbSetting,
              LocalityRules.DISTRIBUTION.byIstiod(Set.of("LB-OUTLIER-MISSING")))
          .part(
              "zoneAwareLbSetting",
              MeshConfig::zoneAwareLbSetting,
              LocalityRules.ZONE_AWARE.byIstiod(Set.of("LB-ZA-OUTLIER-MISSING")))
          .each("serviceSettings", MeshConfig::serviceSettings, SERVICE_SETTINGS)
          .each("extensionProviders", MeshConfig::extensionProviders, ExtensionProviderRules.RULES)
          .part("meshMTLS", MeshConfig::meshMtls, MESH_MTLS)
          .part("tlsDefaults", MeshConfig::tlsDefaults, TLS_DEFAULTS)
          .part("defaultTrafficPolicy", MeshConfig::defaultTrafficPolicy, DEFAULT_TRAFFIC_POLICY)
          .build();

  private MeshConfigRules() {}

  private static boolean isConnectTimeout(Duration timeout) {
    return !DurationRules.isOutside(timeout)
        && DurationRules.isWholeMilliseconds(timeout)
        && timeout.compareTo(LONGEST_CONNECT) <= 0;
  }
}
