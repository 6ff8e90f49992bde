package com.policycortex.istio.mesh;

import static com.policycortex.istio.mesh.Meshes.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.MutualTlsMode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoliciesTest {

  private static final String BY_AGE =
      "the older one decides; of two created in the same second the first by name";

  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata:
            labels: {app: web}
          spec:
            containers:
              - {name: web, image: web:1}
      """;

  private static String peer(String name, String namespace, String spec) {
    return """
    apiVersion: security.istio.io/v1
    kind: PeerAuthentication
    metadata: {name: %s, namespace: %s}
    spec: %s
    """
        .formatted(name, namespace, spec);
  }

  private static Workload web(Mesh mesh) {
    return mesh.view().workloads().in("shop").get(0);
  }

  private static EffectivePeerAuthentication peerOf(String... policies) {
    Mesh mesh = mesh(WEB, String.join("---\n", policies));
    return mesh.view().policies().peerAuthentication(web(mesh));
  }

  @Test
  void without_a_policy_both_are_let_in() {
    Mesh mesh = mesh(WEB);
    EffectivePeerAuthentication peer = mesh.view().policies().peerAuthentication(web(mesh));

    assertThat(peer.mode()).isEqualTo(MutualTlsMode.PERMISSIVE);
    assertThat(peer.decisive()).isEmpty();
  }

  @Test
  void what_is_closer_to_the_workload_decides() {
    EffectivePeerAuthentication peer =
        peerOf(
            peer("default", "istio-system", "{mtls: {mode: STRICT}}"),
            peer("default", "shop", "{mtls: {mode: DISABLE}}"),
            peer(
                "web",
                "shop",
                "{selector: {matchLabels: {app: web}}, mtls: {mode: PERMISSIVE},"
                    + " portLevelMtls: {\"8080\": {mode: STRICT}, \"9090\": {mode: UNSET}}}"));

    assertThat(peer.mode()).isEqualTo(MutualTlsMode.PERMISSIVE);
    assertThat(peer.mode(8080)).isEqualTo(MutualTlsMode.STRICT);
    assertThat(peer.mode(9090)).isEqualTo(MutualTlsMode.PERMISSIVE);
    assertThat(peer.namespaceMode()).isEqualTo(MutualTlsMode.DISABLE);
    assertThat(peer.decisive().map(Manifest::name)).contains("web");
  }

  @Test
  void a_policy_that_sets_nothing_leaves_it_to_the_next() {
    EffectivePeerAuthentication peer =
        peerOf(
            peer("default", "istio-system", "{mtls: {mode: STRICT}}"),
            peer("default", "shop", "{mtls: {mode: UNSET}}"));

    assertThat(peer.mode()).isEqualTo(MutualTlsMode.STRICT);
  }

  @Test
  void of_two_of_one_level_only_the_first_is_looked_at() {
    EffectivePeerAuthentication peer =
        peerOf(
            peer("a", "shop", "{mtls: {mode: UNSET}}"),
            peer("b", "shop", "{mtls: {mode: STRICT}}"));

    assertThat(peer.mode()).isEqualTo(MutualTlsMode.PERMISSIVE);
  }

  @Test
  void a_selector_in_the_root_namespace_has_no_effect_on_mutual_tls() {
    EffectivePeerAuthentication peer =
        peerOf(
            peer(
                "web",
                "istio-system",
                "{selector: {matchLabels: {app: web}}, mtls: {mode: STRICT}}"));

    assertThat(peer.mode()).isEqualTo(MutualTlsMode.PERMISSIVE);
  }

  @Test
  void access_rules_of_the_root_namespace_pick_workloads_everywhere() {
    Mesh mesh =
        mesh(
            WEB,
            access("all", "istio-system", "{}"),
            access("web", "istio-system", "{selector: {matchLabels: {app: web}}}"),
            access("api", "istio-system", "{selector: {matchLabels: {app: api}}}"),
            access("own", "shop", "{selector: {matchLabels: {app: web}}}"),
            access("other", "bank", "{}"),
            access(
                "gateway",
                "shop",
                "{targetRefs: [{group: gateway.networking.k8s.io, kind: Gateway, name: g}]}"));

    assertThat(mesh.view().policies().authorizationPolicies(web(mesh)))
        .extracting(Manifest::name)
        .containsExactly("all", "web", "own");
    assertThat(mesh.view().policies().workloads(mesh.manifests().get(2)))
        .containsExactly(web(mesh));
    assertThat(mesh.view().policies().workloads(mesh.manifests().get(3))).isEmpty();
    assertThat(mesh.view().policies().workloads(mesh.manifests().get(1))).hasSize(1);
  }

  private static String access(String name, String namespace, String spec) {
    return """
    apiVersion: security.istio.io/v1
    kind: AuthorizationPolicy
    metadata: {name: %s, namespace: %s}
    spec: %s
    """
        .formatted(name, namespace, spec);
  }

  @Test
  void the_root_namespace_is_what_mesh_config_says() {
    Mesh mesh =
        mesh(
            WEB,
            access("all", "platform", "{}"),
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: istio-system}
            data:
              mesh: |-
                rootNamespace: platform
                trustDomain: example.com
            """);

    assertThat(mesh.settings().rootNamespace()).isEqualTo("platform");
    assertThat(mesh.settings().trustDomain()).isEqualTo("example.com");
    assertThat(mesh.view().policies().authorizationPolicies(web(mesh))).hasSize(1);
    assertThat(mesh.knows(Need.MESH_CONFIG)).isTrue();
  }

  @Test
  void of_telemetry_for_a_whole_namespace_the_oldest_counts_and_what_picks_the_workload_is_added() {
    Mesh mesh =
        mesh(
            WEB,
            telemetry("a-mesh", "istio-system", "{}"),
            telemetry("b-mesh", "istio-system", "{selector: {}}"),
            telemetry("far", "istio-system", "{selector: {matchLabels: {app: web}}}"),
            telemetry("a-shop", "shop", "{}"),
            telemetry("b-shop", "shop", "{}"),
            telemetry("own", "shop", "{selector: {matchLabels: {app: web}}}"),
            telemetry("more", "shop", "{selector: {matchLabels: {app: web}}}"));

    assertThat(mesh.view().policies().telemetries(web(mesh)))
        .extracting(Manifest::name)
        .containsExactly("a-mesh", "a-shop", "more", "own");
    assertThat(mesh.workload("shop/web").overruled())
        .extracting(Overruled::toString)
        .containsExactly(
            "Telemetry istio-system/b-mesh: Telemetry istio-system/a-mesh decides: " + BY_AGE,
            "Telemetry istio-system/far: a selector in the root namespace picks nothing beyond it",
            "Telemetry shop/b-shop: Telemetry shop/a-shop decides: " + BY_AGE);
    assertThat(mesh.view().policies().workloads(mesh.manifests().get(3))).isEmpty();
  }

  @Test
  void of_proxy_settings_one_of_each_layer_counts_and_an_empty_selector_picks_nothing() {
    Mesh mesh =
        mesh(
            WEB,
            proxyConfig("mesh", "istio-system", "{concurrency: 1}"),
            proxyConfig("empty", "shop", "{selector: {}, concurrency: 2}"),
            proxyConfig("shop", "shop", "{concurrency: 3}"),
            proxyConfig("web-a", "shop", "{selector: {matchLabels: {app: web}}, concurrency: 4}"),
            proxyConfig("web-b", "shop", "{selector: {matchLabels: {app: web}}, concurrency: 5}"));

    assertThat(mesh.view().policies().proxyConfigs(web(mesh)))
        .extracting(Manifest::name)
        .containsExactly("mesh", "shop", "web-a");
    assertThat(mesh.workload("shop/web").overruled())
        .extracting(Overruled::toString)
        .containsExactly(
            "ProxyConfig shop/empty: an empty selector picks no workload",
            "ProxyConfig shop/web-b: ProxyConfig shop/web-a decides: " + BY_AGE);
  }

  private static String telemetry(String name, String namespace, String spec) {
    return """
    apiVersion: telemetry.istio.io/v1
    kind: Telemetry
    metadata: {name: %s, namespace: %s}
    spec: %s
    """
        .formatted(name, namespace, spec);
  }

  private static String proxyConfig(String name, String namespace, String spec) {
    return """
    apiVersion: networking.istio.io/v1beta1
    kind: ProxyConfig
    metadata: {name: %s, namespace: %s}
    spec: %s
    """
        .formatted(name, namespace, spec);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "True, true", "TRUE, true", "false, false", "yes, false"})
  void a_dry_run_is_told_by_its_annotation_in_any_case(String value, boolean expected) {
    AuthorizationPolicy policy = AuthorizationPolicy.authorizationPolicy("a");
    Metadata tried = policy.metadata().annotations(Map.of("istio.io/dry-run", value));

    assertThat(Policies.isDryRun(policy.metadata(tried))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "shop, shop, true",
    "shop, shops, false",
    "shop*, shops, true",
    "*shop, workshop, true",
    "*shop, shops, false",
    "*, anything, true"
  })
  void a_star_at_one_end_of_a_value_stands_for_any_text(
      String value, String text, boolean expected) {
    assertThat(Policies.matches(value, text)).isEqualTo(expected);
  }
}
