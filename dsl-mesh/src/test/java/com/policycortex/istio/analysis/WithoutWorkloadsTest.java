package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.yaml.ManifestReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A Service's selector tells enough of the workloads behind it where no Deployment is given. */
class WithoutWorkloadsTest {

  private static final String PLAIN_CLIENTS =
      """
      apiVersion: v1
      kind: Service
      metadata: {name: reviews, namespace: shop}
      spec: {selector: {app: reviews}, ports: [{name: http, port: 80, targetPort: web}]}
      ---
      apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: reviews, namespace: shop}
      spec: {host: reviews, trafficPolicy: {tls: {mode: DISABLE}}}
      ---
      """;

  private static String policy(String spec) {
    return """
    apiVersion: security.istio.io/v1
    kind: PeerAuthentication
    metadata: {name: servers, namespace: shop}
    spec: %s
    """
        .formatted(spec);
  }

  private static List<String> found(String yaml) {
    return found("MTLS-CLIENT-SERVER-MISMATCH", PLAIN_CLIENTS + yaml);
  }

  private static List<String> found(String id, String yaml) {
    return Analysis.of(Mesh.of(ManifestReader.read("mesh.yaml", yaml).manifests()))
        .findings()
        .stream()
        .map(Finding::id)
        .filter(id::equals)
        .toList();
  }

  @Test
  void plain_clients_do_not_go_with_a_namespace_that_takes_mutual_tls_only() {
    assertThat(found(policy("{mtls: {mode: STRICT}}"))).hasSize(1);
    assertThat(found(policy("{mtls: {mode: PERMISSIVE}}"))).isEmpty();
  }

  @Test
  void a_policy_that_picks_by_the_label_of_the_service_applies() {
    assertThat(found(policy("{selector: {matchLabels: {app: reviews}}, mtls: {mode: STRICT}}")))
        .hasSize(1);
    assertThat(found(policy("{selector: {matchLabels: {app: other}}, mtls: {mode: STRICT}}")))
        .isEmpty();
  }

  @Test
  void what_other_labels_or_the_port_of_a_container_would_decide_is_left_open() {
    assertThat(found(policy("{selector: {matchLabels: {version: v1}}, mtls: {mode: STRICT}}")))
        .isEmpty();
    assertThat(
            found(
                policy(
                    "{selector: {matchLabels: {app: reviews}}, mtls: {mode: STRICT},"
                        + " portLevelMtls: {8080: {mode: DISABLE}}}")))
        .isEmpty();
  }

  @Test
  void a_namespace_without_injection_has_no_proxies() {
    String namespace =
        """
        ---
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop}
        """;
    assertThat(found(policy("{mtls: {mode: STRICT}}") + namespace)).isEmpty();
  }

  @Test
  void service_accounts_tell_who_there_is() {
    String accounts =
        """
        apiVersion: v1
        kind: ServiceAccount
        metadata: {name: web, namespace: shop}
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: callers, namespace: shop}
        spec:
          rules:
          - from: [{source: {principals: ["cluster.local/ns/%s/sa/%s"]}}]
        """;

    String id = "AUTHZ-PRINCIPAL-MISSING";
    assertThat(found(id, accounts.formatted("shop", "wbe"))).hasSize(1);
    assertThat(found(id, accounts.formatted("shop", "web"))).isEmpty();
    assertThat(found(id, accounts.formatted("shop", "default"))).isEmpty();
    assertThat(found(id, accounts.formatted("elsewhere", "wbe"))).isEmpty();
  }
}
