package com.policycortex.istio.policycortex;

import com.policycortex.istio.model.security.MutualTlsMode;
import java.time.Duration;
import java.util.List;

/**
 * Everything about the preset that may be changed, with {@link PolicyCortex#with} in Java or {@code
 * --set key=value} on the command line. {@link PolicyCortex#settings} lists all.
 */
public final class Settings {

  // Where it runs.

  /** The namespace of the services. */
  public static final Setting<String> NAMESPACE =
      Setting.text("namespace", Environment::namespace, "the namespace of the services");

  /** The domain; the hosts are it and www., api., graphql., ai. and internal. before it. */
  public static final Setting<String> DOMAIN =
      Setting.text(
          "domain",
          Environment::domain,
          "the domain; the hosts are it and www., api., graphql., ai. and internal. before it");

  /** The trust domain of the mesh, the first part of every identity. */
  public static final Setting<String> TRUST_DOMAIN =
      Setting.text(
          "trustDomain",
          "cluster.local",
          "the trust domain of the mesh, the first part of every identity");

  /** The namespace of istiod and the gateways, where policies hold for the whole mesh. */
  public static final Setting<String> ROOT_NAMESPACE =
      Setting.text(
          "rootNamespace",
          "istio-system",
          "the namespace of istiod and the gateways, where policies hold for the whole mesh");

  /** Whether base/ holds the Services; false where the charts of the services bring them. */
  public static final Setting<Boolean> SERVICES_RENDERED =
      Setting.flag(
          "services.rendered",
          true,
          "whether base/ holds the Services; false where the charts of the services bring them");

  /** The secret with the certificate of the hosts, in the namespace of the gateway. */
  public static final Setting<String> TLS_CREDENTIAL =
      Setting.name(
          "tls.credential",
          "policycortex-tls-cert",
          "the secret with the certificate of the hosts, in the namespace of the gateway");

  /** Whether there is a second gateway, inside the network, that asks for client certificates. */
  public static final Setting<Boolean> INTERNAL_GATEWAY =
      Setting.flag(
          "internalGateway.enabled",
          true,
          "whether there is a second gateway, inside the network, that asks for client certificates");

  /** The secret of the internal gateway, with the CA of its clients. */
  public static final Setting<String> INTERNAL_CREDENTIAL =
      Setting.name(
          "internalGateway.credential",
          "policycortex-internal-tls-cert",
          "the secret of the internal gateway, with the CA of its clients");

  /** The paths of core-api that the gateways may call. */
  public static final Setting<List<String>> PUBLIC_PATHS =
      Setting.someOf(
          "core-api.publicPaths",
          List.of("/api/v1/*", "/graphql", "/graphql/*"),
          "the paths of core-api that the gateways may call");

  /** Hosts outside the mesh that ai-engine may call with TLS on port 443. */
  public static final Setting<List<String>> EGRESS_HOSTS =
      Setting.list(
          "egress.hosts",
          List.of(),
          "hosts outside the mesh that ai-engine may call with TLS on port 443");

  // Rollouts.

  /** Whether core-api has a canary; false: all requests go to the stable version. */
  public static final Setting<Boolean> CANARY =
      Setting.flag(
          "canary.enabled",
          true,
          "whether core-api has a canary; false: all requests go to the stable version");

  /** The share of the requests that the candidate gets, in percent. */
  public static final Setting<Integer> CANARY_WEIGHT =
      Setting.whole(
          "canary.weight",
          10,
          0,
          100,
          "the share of the requests that the candidate gets, in percent");

  /** The header by which a request asks for the candidate. */
  public static final Setting<String> CANARY_HEADER =
      Setting.header(
          "canary.header", "canary", "the header by which a request asks for the candidate");

  /** The value of that header. */
  public static final Setting<String> CANARY_VALUE =
      Setting.text("canary.value", "true", "the value of that header");

  /** The version label of the stable pods. */
  public static final Setting<String> CANARY_STABLE =
      Setting.text("canary.stable", "v1", "the version label of the stable pods");

  /** The version label of the candidate pods. */
  public static final Setting<String> CANARY_CANDIDATE =
      Setting.text("canary.candidate", "v2", "the version label of the candidate pods");

  /** Whether frontend has two colours; false: its requests go to all pods. */
  public static final Setting<Boolean> BLUE_GREEN =
      Setting.flag(
          "blueGreen.enabled",
          true,
          "whether frontend has two colours; false: its requests go to all pods");

  /** The colour that gets the requests. */
  public static final Setting<Colour> BLUE_GREEN_ACTIVE =
      Setting.choice(
          "blueGreen.active", Colour.class, Colour.BLUE, "the colour that gets the requests");

  /** Whether a request with the header preview: "true" gets the idle colour. */
  public static final Setting<Boolean> BLUE_GREEN_PREVIEW =
      Setting.flag(
          "blueGreen.preview",
          false,
          "whether a request with the header preview: \"true\" gets the idle colour");

  // Resilience.

  /** The 5xx answers in a row after which an endpoint is ejected. */
  public static final Setting<Integer> CONSECUTIVE_ERRORS =
      Setting.whole(
          "circuitBreaker.consecutive5xxErrors",
          5,
          1,
          1000,
          "the 5xx answers in a row after which an endpoint is ejected");

  /** How often endpoints are judged. */
  public static final Setting<Duration> EJECTION_INTERVAL =
      Setting.duration(
          "circuitBreaker.interval", Duration.ofSeconds(30), "how often endpoints are judged");

  /** How long an ejection lasts, times the number of ejections. */
  public static final Setting<Duration> BASE_EJECTION_TIME =
      Setting.duration(
          "circuitBreaker.baseEjectionTime",
          Duration.ofSeconds(30),
          "how long an ejection lasts, times the number of ejections");

  /** The share of the endpoints that may be ejected at a time, in percent. */
  public static final Setting<Integer> MAX_EJECTION_PERCENT =
      Setting.whole(
          "circuitBreaker.maxEjectionPercent",
          50,
          0,
          100,
          "the share of the endpoints that may be ejected at a time, in percent");

  /** The connections that one client proxy opens to frontend at most. */
  public static final Setting<Integer> FRONTEND_MAX_CONNECTIONS =
      Setting.whole(
          "frontend.maxConnections",
          100,
          1,
          100000,
          "the connections that one client proxy opens to frontend at most");

  /** The time for a request to frontend, retries included. */
  public static final Setting<Duration> FRONTEND_TIMEOUT =
      Setting.duration(
          "frontend.timeout",
          Duration.ofSeconds(15),
          "the time for a request to frontend, retries included");

  /** How often a request to frontend is tried again. */
  public static final Setting<Integer> FRONTEND_ATTEMPTS =
      Setting.whole(
          "frontend.retries.attempts", 2, 0, 10, "how often a request to frontend is tried again");

  /** The time for one try of a request to frontend. */
  public static final Setting<Duration> FRONTEND_PER_TRY_TIMEOUT =
      Setting.duration(
          "frontend.retries.perTryTimeout",
          Duration.ofSeconds(4),
          "the time for one try of a request to frontend");

  /** The connections that one client proxy opens to core-api at most. */
  public static final Setting<Integer> CORE_API_MAX_CONNECTIONS =
      Setting.whole(
          "core-api.maxConnections",
          200,
          1,
          100000,
          "the connections that one client proxy opens to core-api at most");

  /** The time for a request to core-api, retries included. */
  public static final Setting<Duration> CORE_API_TIMEOUT =
      Setting.duration(
          "core-api.timeout",
          Duration.ofSeconds(30),
          "the time for a request to core-api, retries included");

  /** How often a request to core-api is tried again. */
  public static final Setting<Integer> CORE_API_ATTEMPTS =
      Setting.whole(
          "core-api.retries.attempts", 3, 0, 10, "how often a request to core-api is tried again");

  /** The time for one try of a request to core-api. */
  public static final Setting<Duration> CORE_API_PER_TRY_TIMEOUT =
      Setting.duration(
          "core-api.retries.perTryTimeout",
          Duration.ofSeconds(7),
          "the time for one try of a request to core-api");

  /** The connections that one client proxy opens to graphql-gateway at most. */
  public static final Setting<Integer> GRAPHQL_GATEWAY_MAX_CONNECTIONS =
      Setting.whole(
          "graphql-gateway.maxConnections",
          150,
          1,
          100000,
          "the connections that one client proxy opens to graphql-gateway at most");

  /** The time for a request to graphql-gateway, retries included. */
  public static final Setting<Duration> GRAPHQL_GATEWAY_TIMEOUT =
      Setting.duration(
          "graphql-gateway.timeout",
          Duration.ofSeconds(20),
          "the time for a request to graphql-gateway, retries included");

  /** How often a request to graphql-gateway is tried again. */
  public static final Setting<Integer> GRAPHQL_GATEWAY_ATTEMPTS =
      Setting.whole(
          "graphql-gateway.retries.attempts",
          2,
          0,
          10,
          "how often a request to graphql-gateway is tried again");

  /** The time for one try of a request to graphql-gateway. */
  public static final Setting<Duration> GRAPHQL_GATEWAY_PER_TRY_TIMEOUT =
      Setting.duration(
          "graphql-gateway.retries.perTryTimeout",
          Duration.ofSeconds(6),
          "the time for one try of a request to graphql-gateway");

  /** The connections that one client proxy opens to ai-engine at most. */
  public static final Setting<Integer> AI_ENGINE_MAX_CONNECTIONS =
      Setting.whole(
          "ai-engine.maxConnections",
          50,
          1,
          100000,
          "the connections that one client proxy opens to ai-engine at most");

  /** The time for a request to ai-engine, retries included. */
  public static final Setting<Duration> AI_ENGINE_TIMEOUT =
      Setting.duration(
          "ai-engine.timeout",
          Duration.ofSeconds(25),
          "the time for a request to ai-engine, retries included");

  /** How often a request to ai-engine is tried again. */
  public static final Setting<Integer> AI_ENGINE_ATTEMPTS =
      Setting.whole(
          "ai-engine.retries.attempts",
          1,
          0,
          10,
          "how often a request to ai-engine is tried again");

  /** The time for one try of a request to ai-engine. */
  public static final Setting<Duration> AI_ENGINE_PER_TRY_TIMEOUT =
      Setting.duration(
          "ai-engine.retries.perTryTimeout",
          Duration.ofSeconds(10),
          "the time for one try of a request to ai-engine");

  /** The connections that one client proxy opens to postgresql at most. */
  public static final Setting<Integer> POSTGRESQL_MAX_CONNECTIONS =
      Setting.whole(
          "postgresql.maxConnections",
          100,
          1,
          100000,
          "the connections that one client proxy opens to postgresql at most");

  /** The connections that one client proxy opens to dragonfly at most. */
  public static final Setting<Integer> DRAGONFLY_MAX_CONNECTIONS =
      Setting.whole(
          "dragonfly.maxConnections",
          150,
          1,
          100000,
          "the connections that one client proxy opens to dragonfly at most");

  /** The wait before the first retry; it doubles with each, up to ten times this. */
  public static final Setting<Duration> RETRY_BACKOFF =
      Setting.duration(
          "retries.backoff",
          Duration.ofMillis(100),
          "the wait before the first retry; it doubles with each, up to ten times this");

  /** The share of the active requests that may be retries, in percent. */
  public static final Setting<Double> RETRY_BUDGET_PERCENT =
      Setting.number(
          "retries.budget.percent",
          environment -> 20.0,
          0,
          100,
          "the share of the active requests that may be retries, in percent");

  /** The retries at a time that are always allowed. */
  public static final Setting<Integer> RETRY_BUDGET_MIN =
      Setting.whole(
          "retries.budget.minRetryConcurrency",
          3,
          0,
          1000000,
          "the retries at a time that are always allowed");

  /** The header by which requests to ai-engine keep to one pod, for its model cache. */
  public static final Setting<String> HASH_HEADER =
      Setting.header(
          "ai-engine.hashHeader",
          "x-tenant-id",
          "the header by which requests to ai-engine keep to one pod, for its model cache");

  // Security.

  /** The mutual TLS that pods of the namespace ask for; PERMISSIVE only while migrating. */
  public static final Setting<MutualTlsMode> MTLS_MODE =
      Setting.choice(
          "mtls.mode",
          MutualTlsMode.class,
          MutualTlsMode.STRICT,
          "the mutual TLS that pods of the namespace ask for; PERMISSIVE only while migrating");

  /** The mutual TLS that pods of all other namespaces ask for. */
  public static final Setting<MutualTlsMode> MTLS_MESH_MODE =
      Setting.choice(
          "mtls.meshMode",
          MutualTlsMode.class,
          MutualTlsMode.STRICT,
          "the mutual TLS that pods of all other namespaces ask for");

  /** Whether everything that no policy allows is refused. */
  public static final Setting<Boolean> DEFAULT_DENY =
      Setting.flag(
          "defaultDeny.enabled", true, "whether everything that no policy allows is refused");

  /** Whether NetworkPolicies close every connection that the mesh does not need. */
  public static final Setting<Boolean> NETWORK_POLICIES =
      Setting.flag(
          "networkPolicies.enabled",
          true,
          "whether NetworkPolicies close every connection that the mesh does not need");

  /** The addresses of the nodes, where the network refuses the probes of the kubelet otherwise. */
  public static final Setting<List<String>> NODE_CIDRS =
      Setting.list(
          "networkPolicies.nodeCidrs",
          List.of(),
          "the addresses of the nodes, where the network refuses the probes of the kubelet otherwise");

  /** Whether api., graphql. and ai. ask for a token. */
  public static final Setting<Boolean> JWT =
      Setting.flag("jwt.enabled", true, "whether api., graphql. and ai. ask for a token");

  /** Who issues tokens. */
  public static final Setting<String> JWT_ISSUER =
      Setting.text("jwt.issuer", "https://policycortex.com", "who issues tokens");

  /** For whom a token must be issued. */
  public static final Setting<List<String>> JWT_AUDIENCES =
      Setting.someOf(
          "jwt.audiences", List.of("policycortex-api"), "for whom a token must be issued");

  /** Where istiod gets the keys of the issuer. */
  public static final Setting<String> JWT_JWKS_URI =
      Setting.text(
          "jwt.jwksUri",
          "https://policycortex.com/.well-known/jwks.json",
          "where istiod gets the keys of the issuer");

  /** The claim that names the tenant. */
  public static final Setting<String> TENANT_CLAIM =
      Setting.text("jwt.tenantClaim", "tenant", "the claim that names the tenant");

  /** The claim that names the tier of the tenant: basic, premium or enterprise. */
  public static final Setting<String> TIER_CLAIM =
      Setting.text(
          "jwt.tierClaim",
          "tier",
          "the claim that names the tier of the tenant: basic, premium or enterprise");

  // Observability.

  /** How spans travel to Jaeger. */
  public static final Setting<TracingProvider> TRACING_PROVIDER =
      Setting.choice(
          "tracing.provider",
          TracingProvider.class,
          TracingProvider.OPENTELEMETRY,
          "how spans travel to Jaeger");

  /** The host of the trace collector. */
  public static final Setting<String> TRACING_SERVICE =
      Setting.text(
          "tracing.service",
          "jaeger-collector.istio-system.svc.cluster.local",
          "the host of the trace collector");

  /** The label of the pods of the trace collector, for NetworkPolicies. */
  public static final Setting<String> TRACING_POD_LABEL =
      Setting.text(
          "tracing.podLabel",
          "app=jaeger",
          "the label of the pods of the trace collector, for NetworkPolicies");

  /** The namespace of Prometheus and Grafana. */
  public static final Setting<String> PROMETHEUS_NAMESPACE =
      Setting.text(
          "prometheus.namespace", "istio-system", "the namespace of Prometheus and Grafana");

  /** The share of the requests that is traced, in percent. */
  public static final Setting<Double> TRACING_SAMPLING =
      Setting.number(
          "tracing.sampling",
          Settings::sampling,
          0,
          100,
          "the share of the requests that is traced, in percent");

  /** Whether requests are logged, as JSON. */
  public static final Setting<Boolean> ACCESS_LOGS =
      Setting.flag("accessLogs.enabled", true, "whether requests are logged, as JSON");

  /** The header whose value connects the log lines of one request. */
  public static final Setting<String> CORRELATION_HEADER =
      Setting.header(
          "accessLogs.correlationHeader",
          "x-correlation-id",
          "the header whose value connects the log lines of one request");

  /** The share of the requests to frontend that must not fail, in percent. */
  public static final Setting<Double> FRONTEND_AVAILABILITY =
      Setting.number(
          "slo.frontend.availability",
          environment -> 99.95,
          1,
          99.999,
          "the share of the requests to frontend that must not fail, in percent");

  /** The share of the requests to frontend that must be fast enough. */
  public static final Setting<Double> FRONTEND_LATENCY_QUANTILE =
      Setting.number(
          "slo.frontend.latencyQuantile",
          environment -> 0.95,
          0.01,
          0.9999,
          "the share of the requests to frontend that must be fast enough");

  /** What is fast enough for frontend. */
  public static final Setting<Duration> FRONTEND_LATENCY =
      Setting.duration(
          "slo.frontend.latency", Duration.ofMillis(200), "what is fast enough for frontend");

  /** The share of the requests to core-api that must not fail, in percent. */
  public static final Setting<Double> CORE_API_AVAILABILITY =
      Setting.number(
          "slo.core-api.availability",
          environment -> 99.9,
          1,
          99.999,
          "the share of the requests to core-api that must not fail, in percent");

  /** The share of the requests to core-api that must be fast enough. */
  public static final Setting<Double> CORE_API_LATENCY_QUANTILE =
      Setting.number(
          "slo.core-api.latencyQuantile",
          environment -> 0.99,
          0.01,
          0.9999,
          "the share of the requests to core-api that must be fast enough");

  /** What is fast enough for core-api. */
  public static final Setting<Duration> CORE_API_LATENCY =
      Setting.duration(
          "slo.core-api.latency", Duration.ofMillis(500), "what is fast enough for core-api");

  /** The share of the requests to ai-engine that must not fail, in percent. */
  public static final Setting<Double> AI_ENGINE_AVAILABILITY =
      Setting.number(
          "slo.ai-engine.availability",
          environment -> 99.5,
          1,
          99.999,
          "the share of the requests to ai-engine that must not fail, in percent");

  /** The share of the requests to ai-engine that must be fast enough. */
  public static final Setting<Double> AI_ENGINE_LATENCY_QUANTILE =
      Setting.number(
          "slo.ai-engine.latencyQuantile",
          environment -> 0.95,
          0.01,
          0.9999,
          "the share of the requests to ai-engine that must be fast enough");

  /** What is fast enough for ai-engine. */
  public static final Setting<Duration> AI_ENGINE_LATENCY =
      Setting.duration(
          "slo.ai-engine.latency", Duration.ofSeconds(2), "what is fast enough for ai-engine");

  /**
   * Whether rules are also rendered as PrometheusRule, for clusters with the Prometheus operator.
   */
  public static final Setting<Boolean> PROMETHEUS_OPERATOR =
      Setting.flag(
          "prometheus.operator",
          false,
          "whether rules are also rendered as PrometheusRule, for clusters with the Prometheus operator");

  // Rate limits.

  /** Whether the ingress gateway asks the rate-limit service about the requests. */
  public static final Setting<Boolean> GLOBAL_RATE_LIMIT =
      Setting.flag(
          "rateLimit.global.enabled",
          true,
          "whether the ingress gateway asks the rate-limit service about the requests");

  /** The requests of one client address in a minute. */
  public static final Setting<Integer> RATE_LIMIT_CLIENT =
      Setting.whole(
          "rateLimit.perClientPerMinute",
          1000,
          1,
          1000000000,
          "the requests of one client address in a minute");

  /** The requests of a basic tenant in an hour. */
  public static final Setting<Integer> RATE_LIMIT_BASIC =
      Setting.whole(
          "rateLimit.basicPerHour",
          5000,
          1,
          1000000000,
          "the requests of a basic tenant in an hour");

  /** The requests of a premium tenant in an hour. */
  public static final Setting<Integer> RATE_LIMIT_PREMIUM =
      Setting.whole(
          "rateLimit.premiumPerHour",
          50000,
          1,
          1000000000,
          "the requests of a premium tenant in an hour");

  /** The requests of an enterprise tenant in an hour. */
  public static final Setting<Integer> RATE_LIMIT_ENTERPRISE =
      Setting.whole(
          "rateLimit.enterprisePerHour",
          500000,
          1,
          1000000000,
          "the requests of an enterprise tenant in an hour");

  /** Whether requests are refused while the rate-limit service does not answer. */
  public static final Setting<Boolean> RATE_LIMIT_FAIL_CLOSED =
      Setting.flag(
          "rateLimit.failClosed",
          false,
          "whether requests are refused while the rate-limit service does not answer");

  /** Whether each pod of frontend limits its own requests. */
  public static final Setting<Boolean> LOCAL_RATE_LIMIT =
      Setting.flag(
          "rateLimit.local.enabled", true, "whether each pod of frontend limits its own requests");

  /** The requests that one pod of frontend takes in a second; bursts of twice as many. */
  public static final Setting<Integer> LOCAL_RATE_LIMIT_TOKENS =
      Setting.whole(
          "rateLimit.local.perSecond",
          100,
          1,
          1000000,
          "the requests that one pod of frontend takes in a second; bursts of twice as many");

  /** The image of the rate-limit service. */
  public static final Setting<String> RATE_LIMIT_IMAGE =
      Setting.text(
          "rateLimit.image",
          "docker.io/envoyproxy/ratelimit:30a4ce1a",
          "the image of the rate-limit service");

  // The installation.

  /** The profile of istioctl install. */
  public static final Setting<String> PROFILE =
      Setting.text("install.profile", "default", "the profile of istioctl install");

  /** The CPU that each sidecar asks for. */
  public static final Setting<String> PROXY_CPU_REQUEST =
      Setting.quantity("proxy.cpuRequest", "100m", "the CPU that each sidecar asks for");

  /** The memory that each sidecar asks for. */
  public static final Setting<String> PROXY_MEMORY_REQUEST =
      Setting.quantity("proxy.memoryRequest", "128Mi", "the memory that each sidecar asks for");

  /** The CPU that each sidecar gets at most. */
  public static final Setting<String> PROXY_CPU_LIMIT =
      Setting.quantity("proxy.cpuLimit", "2000m", "the CPU that each sidecar gets at most");

  /** The memory that each sidecar gets at most. */
  public static final Setting<String> PROXY_MEMORY_LIMIT =
      Setting.quantity("proxy.memoryLimit", "1024Mi", "the memory that each sidecar gets at most");

  /** The worker threads of each sidecar; 0: one for each CPU. */
  public static final Setting<Integer> PROXY_CONCURRENCY =
      Setting.whole(
          "proxy.concurrency",
          2,
          0,
          1024,
          "the worker threads of each sidecar; 0: one for each CPU");

  /** All of them, in the order of the documentation. */
  static final List<Setting<?>> ALL =
      List.of(
          NAMESPACE,
          DOMAIN,
          TRUST_DOMAIN,
          ROOT_NAMESPACE,
          SERVICES_RENDERED,
          TLS_CREDENTIAL,
          INTERNAL_GATEWAY,
          INTERNAL_CREDENTIAL,
          PUBLIC_PATHS,
          EGRESS_HOSTS,
          CANARY,
          CANARY_WEIGHT,
          CANARY_HEADER,
          CANARY_VALUE,
          CANARY_STABLE,
          CANARY_CANDIDATE,
          BLUE_GREEN,
          BLUE_GREEN_ACTIVE,
          BLUE_GREEN_PREVIEW,
          CONSECUTIVE_ERRORS,
          EJECTION_INTERVAL,
          BASE_EJECTION_TIME,
          MAX_EJECTION_PERCENT,
          FRONTEND_MAX_CONNECTIONS,
          FRONTEND_TIMEOUT,
          FRONTEND_ATTEMPTS,
          FRONTEND_PER_TRY_TIMEOUT,
          CORE_API_MAX_CONNECTIONS,
          CORE_API_TIMEOUT,
          CORE_API_ATTEMPTS,
          CORE_API_PER_TRY_TIMEOUT,
          GRAPHQL_GATEWAY_MAX_CONNECTIONS,
          GRAPHQL_GATEWAY_TIMEOUT,
          GRAPHQL_GATEWAY_ATTEMPTS,
          GRAPHQL_GATEWAY_PER_TRY_TIMEOUT,
          AI_ENGINE_MAX_CONNECTIONS,
          AI_ENGINE_TIMEOUT,
          AI_ENGINE_ATTEMPTS,
          AI_ENGINE_PER_TRY_TIMEOUT,
          POSTGRESQL_MAX_CONNECTIONS,
          DRAGONFLY_MAX_CONNECTIONS,
          RETRY_BACKOFF,
          RETRY_BUDGET_PERCENT,
          RETRY_BUDGET_MIN,
          HASH_HEADER,
          MTLS_MODE,
          MTLS_MESH_MODE,
          DEFAULT_DENY,
          NETWORK_POLICIES,
          NODE_CIDRS,
          JWT,
          JWT_ISSUER,
          JWT_AUDIENCES,
          JWT_JWKS_URI,
          TENANT_CLAIM,
          TIER_CLAIM,
          TRACING_PROVIDER,
          TRACING_SERVICE,
          TRACING_POD_LABEL,
          PROMETHEUS_NAMESPACE,
          TRACING_SAMPLING,
          ACCESS_LOGS,
          CORRELATION_HEADER,
          FRONTEND_AVAILABILITY,
          FRONTEND_LATENCY_QUANTILE,
          FRONTEND_LATENCY,
          CORE_API_AVAILABILITY,
          CORE_API_LATENCY_QUANTILE,
          CORE_API_LATENCY,
          AI_ENGINE_AVAILABILITY,
          AI_ENGINE_LATENCY_QUANTILE,
          AI_ENGINE_LATENCY,
          PROMETHEUS_OPERATOR,
          GLOBAL_RATE_LIMIT,
          RATE_LIMIT_CLIENT,
          RATE_LIMIT_BASIC,
          RATE_LIMIT_PREMIUM,
          RATE_LIMIT_ENTERPRISE,
          RATE_LIMIT_FAIL_CLOSED,
          LOCAL_RATE_LIMIT,
          LOCAL_RATE_LIMIT_TOKENS,
          RATE_LIMIT_IMAGE,
          PROFILE,
          PROXY_CPU_REQUEST,
          PROXY_MEMORY_REQUEST,
          PROXY_CPU_LIMIT,
          PROXY_MEMORY_LIMIT,
          PROXY_CONCURRENCY);

  private Settings() {}

  private static double sampling(Environment environment) {
    return switch (environment) {
      case PROD -> 1;
      case STAGING -> 10;
      case DEV -> 100;
    };
  }
}
