package com.policycortex.istio.validation;

import static com.policycortex.istio.model.Metadata.metadata;
import static com.policycortex.istio.model.TargetReference.targetReference;
import static com.policycortex.istio.model.WorkloadSelector.workloadSelector;
import static com.policycortex.istio.model.extensions.EnvVar.envVar;
import static com.policycortex.istio.model.extensions.LuaConfig.luaConfig;
import static com.policycortex.istio.model.extensions.TrafficExtension.trafficExtension;
import static com.policycortex.istio.model.extensions.VmConfig.vmConfig;
import static com.policycortex.istio.model.extensions.WasmPlugin.wasmPlugin;
import static com.policycortex.istio.model.kubernetes.ConfigMap.configMap;
import static com.policycortex.istio.model.networking.ConnectionPoolSettings.connectionPoolSettings;
import static com.policycortex.istio.model.networking.ConsistentHash.consistentHash;
import static com.policycortex.istio.model.networking.Destination.destination;
import static com.policycortex.istio.model.networking.DestinationRule.destinationRule;
import static com.policycortex.istio.model.networking.EnvoyConfigObjectMatch.envoyConfigObjectMatch;
import static com.policycortex.istio.model.networking.EnvoyConfigObjectPatch.envoyConfigObjectPatch;
import static com.policycortex.istio.model.networking.EnvoyFilter.envoyFilter;
import static com.policycortex.istio.model.networking.HttpCookie.httpCookie;
import static com.policycortex.istio.model.networking.HttpDirectResponse.httpDirectResponse;
import static com.policycortex.istio.model.networking.HttpDirectResponseBody.httpDirectResponseBody;
import static com.policycortex.istio.model.networking.HttpRoute.httpRoute;
import static com.policycortex.istio.model.networking.HttpRouteDestination.httpRouteDestination;
import static com.policycortex.istio.model.networking.IstioEgressListener.istioEgressListener;
import static com.policycortex.istio.model.networking.ListenerMatch.listenerMatch;
import static com.policycortex.istio.model.networking.LoadBalancerSettings.loadBalancerSettings;
import static com.policycortex.istio.model.networking.OutlierDetection.outlierDetection;
import static com.policycortex.istio.model.networking.Patch.patch;
import static com.policycortex.istio.model.networking.PortTrafficPolicy.portTrafficPolicy;
import static com.policycortex.istio.model.networking.ProxyConfig.proxyConfig;
import static com.policycortex.istio.model.networking.ProxyMatch.proxyMatch;
import static com.policycortex.istio.model.networking.RingHash.ringHash;
import static com.policycortex.istio.model.networking.ServiceEntry.serviceEntry;
import static com.policycortex.istio.model.networking.ServiceEntryPort.serviceEntryPort;
import static com.policycortex.istio.model.networking.Sidecar.sidecar;
import static com.policycortex.istio.model.networking.TcpSettings.tcpSettings;
import static com.policycortex.istio.model.networking.TrafficPolicy.trafficPolicy;
import static com.policycortex.istio.model.networking.VirtualService.virtualService;
import static com.policycortex.istio.model.networking.WorkloadEntry.workloadEntry;
import static com.policycortex.istio.model.networking.WorkloadEntrySpec.workloadEntrySpec;
import static com.policycortex.istio.model.networking.WorkloadGroup.workloadGroup;
import static com.policycortex.istio.model.networking.WorkloadGroupMetadata.workloadGroupMetadata;
import static com.policycortex.istio.model.security.AuthorizationFrom.authorizationFrom;
import static com.policycortex.istio.model.security.AuthorizationOperation.authorizationOperation;
import static com.policycortex.istio.model.security.AuthorizationPolicy.authorizationPolicy;
import static com.policycortex.istio.model.security.AuthorizationRule.authorizationRule;
import static com.policycortex.istio.model.security.AuthorizationSource.authorizationSource;
import static com.policycortex.istio.model.security.AuthorizationTo.authorizationTo;
import static com.policycortex.istio.model.security.JwtRule.jwtRule;
import static com.policycortex.istio.model.security.RequestAuthentication.requestAuthentication;
import static com.policycortex.istio.model.telemetry.Telemetry.telemetry;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.TargetReference;
import com.policycortex.istio.model.extensions.FilterConfig;
import com.policycortex.istio.model.extensions.TrafficExtension;
import com.policycortex.istio.model.networking.ApplyTo;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.EnvoyObjectMatch;
import com.policycortex.istio.model.networking.HashAlgorithm;
import com.policycortex.istio.model.networking.HashKey;
import com.policycortex.istio.model.networking.HttpBody;
import com.policycortex.istio.model.networking.LoadBalancerPolicy;
import com.policycortex.istio.model.networking.PatchContext;
import com.policycortex.istio.model.networking.PatchOperation;
import com.policycortex.istio.model.networking.PortSelector;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.ServiceEntryResolution;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.wire.JsonValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Examples that are made by a program: too large to be written down, of several manifests, or with
 * a value that only Java can hold, as the reader finds it first.
 *
 * @param id the rule's id
 * @param broken the manifests with the mistake
 * @param repaired the manifests without it
 */
record ProgrammedExample(String id, List<Manifest> broken, List<Manifest> repaired) {

  private static final String NAMESPACE = "bookinfo";
  private static final Duration CENTURIES = ofDays(365 * 300);

  static List<ProgrammedExample> all() {
    return List.of(
        twice(),
        caution(),
        sized("META-ANNOTATIONS-SIZE", 262_144, 1_000, ProgrammedExample::annotated),
        sized("VS-DIRECT-BODY-MAX", (1 << 20) + 1, 1_000, ProgrammedExample::answer),
        sized("VS-DIRECT-BODY-LARGE", (100 << 10) + 1, 1_000, ProgrammedExample::answer),
        sized("EF-PROXYVERSION-LONG", 1025, 4, ProgrammedExample::versioned),
        sized("TX-LUA-SIZE", 65_537, 1_000, ProgrammedExample::scripted),
        sized(
            "PC-ENVIRONMENT",
            2049,
            10,
            n -> proxyConfig("reviews").environmentVariables(Map.of("A", text(n)))),
        sized(
            "CM-SIZE",
            (1 << 20) + 1,
            1_000,
            n -> configMap("settings").data(Map.of("a.txt", text(n)))),
        sized(
            "SE-ENDPOINT-TEXT-LONG",
            2049,
            10,
            n -> entry().endpoints(workloadEntrySpec().address("10.0.0.1").network(text(n)))),
        sized("SE-PORT-TEXT-LONG", 257, 10, n -> entry().ports(serviceEntryPort(80L, text(n)))),
        sized(
            "WE-ADDRESS-LONG", 257, 10, n -> workloadEntry("vm").address("unix:///" + text(n - 8))),
        sized(
            "WE-TEXT-LONG",
            2049,
            10,
            n -> workloadEntry("vm").address("10.0.0.1").network(text(n))),
        sized(
            "WG-TEXT-LONG",
            2049,
            10,
            n -> workloadGroup("vms", workloadEntrySpec().network(text(n)))),
        sized("EF-TARGETREFS-MAX", 17, 1, n -> envoyFilter("reviews").targetRefs(targets(n))),
        sized(
            "AP-TARGETREFS-MAX", 17, 1, n -> authorizationPolicy("reviews").targetRefs(targets(n))),
        sized(
            "RA-TARGETREFS-MAX",
            17,
            1,
            n -> requestAuthentication("reviews").targetRefs(targets(n))),
        sized("TEL-TARGETREFS-MAX", 17, 1, n -> telemetry("reviews").targetRefs(targets(n))),
        sized(
            "WASM-TARGETREFS-MAX",
            17,
            1,
            n -> wasmPlugin("reviews", "oci://a/b").targetRefs(targets(n))),
        sized("TX-TARGETREFS-MAX", 17, 1, n -> scripted(10).targetRefs(targets(n))),
        sized(
            "SELECTOR-LABELS-MAX",
            257,
            2,
            n ->
                sidecar("reviews")
                    .workloadSelector(workloadSelector(numbered("label-", n, "x")))
                    .egress(istioEgressListener().hosts("./*"))),
        sized(
            "AP-RULES-MAX",
            513,
            2,
            n -> authorizationPolicy("reviews").rules(times(n, ProgrammedExample::calledBy))),
        sized(
            "AP-LIST-MAX",
            513,
            2,
            n ->
                authorizationPolicy("reviews")
                    .rules(
                        authorizationRule()
                            .from(
                                times(
                                    n,
                                    i ->
                                        authorizationFrom()
                                            .source(
                                                authorizationSource().namespaces("team-" + i)))))),
        sized(
            "RA-RULES-MAX",
            4097,
            2,
            n ->
                requestAuthentication("reviews")
                    .jwtRules(times(n, i -> jwtRule().issuer("issuer-" + i)))),
        sized(
            "WASM-ENV-MAX",
            257,
            2,
            n ->
                wasmPlugin("reviews", "oci://a/b")
                    .vmConfig(vmConfig().env(times(n, i -> envVar("A" + i).value("x"))))),
        sized(
            "SE-LIST-MAX", 257, 2, n -> entry().hosts(times(n, i -> "host-" + i + ".example.com"))),
        sized(
            "WE-PORTS-MAX",
            129,
            2,
            n -> workloadEntry("vm").address("10.0.0.1").ports(numbered("port-", n, 80L))),
        sized(
            "WE-LABELS-MAX",
            257,
            2,
            n -> workloadEntry("vm").address("10.0.0.1").labels(numbered("label-", n, "x"))),
        sized(
            "WG-METADATA-MAX",
            257,
            2,
            n ->
                workloadGroup("vms", workloadEntrySpec())
                    .workloadMetadata(workloadGroupMetadata().labels(numbered("label-", n, "x")))),
        sized(
            "DR-PORTS-MAX",
            4097,
            2,
            n ->
                rule()
                    .trafficPolicy(
                        trafficPolicy()
                            .portLevelSettings(
                                times(
                                    n,
                                    i ->
                                        portTrafficPolicy()
                                            .port(PortSelector.number(i + 1))
                                            .connectionPool(
                                                connectionPoolSettings()
                                                    .tcp(tcpSettings().maxConnections(1))))))),
        valued(
            "DR-UINT32",
            1L << 32,
            5L,
            n ->
                rule()
                    .trafficPolicy(
                        trafficPolicy()
                            .outlierDetection(outlierDetection().consecutive5xxErrors(n)))),
        valued("EF-UINT32", 1L << 32, 8080L, ProgrammedExample::patched),
        valued(
            "SE-UINT32",
            1L << 32,
            5L,
            n -> entry().endpoints(workloadEntrySpec().address("10.0.0.1").weight(n))),
        valued("WE-UINT32", 1L << 32, 5L, n -> workloadEntry("vm").address("10.0.0.1").weight(n)),
        valued("WG-UINT32", 1L << 32, 5L, n -> workloadGroup("vms", workloadEntrySpec().weight(n))),
        valued(
            "DR-DURATION-RANGE",
            CENTURIES,
            ofSeconds(0),
            time -> hashed(new HashKey.Cookie(httpCookie("session").ttl(time)))),
        valued(
            "DR-LB-RING-NEGATIVE",
            -1L,
            1024L,
            n ->
                rule()
                    .trafficPolicy(
                        trafficPolicy()
                            .loadBalancer(
                                loadBalancerSettings()
                                    .lbPolicy(
                                        new LoadBalancerPolicy.Hash(
                                            consistentHash()
                                                .hashKey(new HashKey.UseSourceIp(true))
                                                .hashAlgorithm(
                                                    new HashAlgorithm.Ring(
                                                        ringHash().minimumRingSize(n)))))))));
  }

  private static ProgrammedExample twice() {
    VirtualService first = routes("v1");
    VirtualService second = routes("v2");
    return new ProgrammedExample(
        "META-DUPLICATE",
        List.of(first, second),
        List.of(first, second.metadata(metadata("reviews-v2").namespace(NAMESPACE))));
  }

  private static VirtualService routes(String subset) {
    return virtualService("reviews")
        .in(NAMESPACE)
        .hosts(subset + ".example.com")
        .http(httpRoute().route(httpRouteDestination(destination("reviews").subset(subset))));
  }

  private static ProgrammedExample caution() {
    EnvoyFilter filter =
        envoyFilter("reviews")
            .in(NAMESPACE)
            .configPatches(
                envoyConfigObjectPatch()
                    .applyTo(ApplyTo.CLUSTER)
                    .match(envoyConfigObjectMatch().context(PatchContext.SIDECAR_OUTBOUND))
                    .patch(
                        patch()
                            .operation(PatchOperation.MERGE)
                            .value(JsonValue.object().with("connect_timeout", "1s"))));
    DestinationRule field =
        rule()
            .trafficPolicy(
                trafficPolicy()
                    .connectionPool(
                        connectionPoolSettings().tcp(tcpSettings().connectTimeout(ofSeconds(1)))));
    return new ProgrammedExample("EF-CAUTION", List.of(filter), List.of(field));
  }

  private static ProgrammedExample sized(
      String id, int broken, int repaired, IntFunction<Manifest> manifest) {
    return new ProgrammedExample(
        id, List.of(manifest.apply(broken)), List.of(manifest.apply(repaired)));
  }

  private static <V> ProgrammedExample valued(
      String id, V broken, V repaired, Function<V, Manifest> manifest) {
    return new ProgrammedExample(
        id, List.of(manifest.apply(broken)), List.of(manifest.apply(repaired)));
  }

  private static String text(int length) {
    return "x".repeat(length);
  }

  private static <T> List<T> times(int count, IntFunction<T> element) {
    return IntStream.range(0, count).mapToObj(element).toList();
  }

  private static <V> Map<String, V> numbered(String prefix, int count, V value) {
    return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> prefix + i, i -> value));
  }

  private static List<TargetReference> targets(int count) {
    return times(
        count, i -> targetReference("gateway.networking.k8s.io", "Gateway", "waypoint-" + i));
  }

  private static Manifest annotated(int length) {
    return routes("v1")
        .metadata(
            metadata("reviews").namespace(NAMESPACE).annotation("example.com/note", text(length)));
  }

  private static Manifest answer(int length) {
    return virtualService("reviews")
        .in(NAMESPACE)
        .hosts("reviews")
        .http(
            httpRoute()
                .directResponse(
                    httpDirectResponse(503)
                        .body(
                            httpDirectResponseBody().specifier(new HttpBody.Text(text(length))))));
  }

  private static Manifest versioned(int length) {
    return envoyFilter("reviews")
        .in(NAMESPACE)
        .configPatches(
            envoyConfigObjectPatch()
                .applyTo(ApplyTo.CLUSTER)
                .match(envoyConfigObjectMatch().proxy(proxyMatch().proxyVersion(text(length))))
                .patch(
                    patch()
                        .operation(PatchOperation.MERGE)
                        .value(JsonValue.object().with("connect_timeout", "1s"))));
  }

  private static TrafficExtension scripted(int length) {
    return trafficExtension("reviews")
        .in(NAMESPACE)
        .filterConfig(new FilterConfig.Lua(luaConfig("-- " + text(length - 3))));
  }

  private static AuthorizationRule calledBy(int port) {
    return authorizationRule()
        .to(List.of(authorizationTo().operation(authorizationOperation().ports("" + (port + 1)))));
  }

  private static Manifest patched(long port) {
    return envoyFilter("reviews")
        .in(NAMESPACE)
        .configPatches(
            envoyConfigObjectPatch()
                .applyTo(ApplyTo.LISTENER)
                .match(
                    envoyConfigObjectMatch()
                        .objectTypes(
                            new EnvoyObjectMatch.Listener(listenerMatch().portNumber(port))))
                .patch(patch().operation(PatchOperation.REMOVE)));
  }

  private static ServiceEntry entry() {
    return serviceEntry("payments")
        .in(NAMESPACE)
        .hosts("payments.example.com")
        .ports(serviceEntryPort(443, "https").protocol("HTTPS"))
        .resolution(ServiceEntryResolution.STATIC);
  }

  private static DestinationRule rule() {
    return destinationRule("reviews", "reviews").in(NAMESPACE);
  }

  private static Manifest hashed(HashKey key) {
    return rule()
        .trafficPolicy(
            trafficPolicy()
                .loadBalancer(
                    loadBalancerSettings()
                        .lbPolicy(new LoadBalancerPolicy.Hash(consistentHash().hashKey(key)))));
  }
}
