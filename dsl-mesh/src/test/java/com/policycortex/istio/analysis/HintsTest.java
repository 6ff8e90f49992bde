package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A hint says what is to be done here. */
class HintsTest {

  @Test
  void a_host_that_the_namespace_does_not_see_is_to_be_exported_to_it() {
    String yaml =
        """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: payments, namespace: bank}
        spec:
          hosts: [api.payments.example]
          exportTo: ["."]
          resolution: DNS
          ports: [{number: 80, name: http, protocol: HTTP}]
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: payments, namespace: shop}
        spec:
          hosts: [api.payments.example]
          http:
            - route: [{destination: {host: api.payments.example}}]
        """;

    assertThat(hint("REF-ROUTE-HOST-MISSING", yaml))
        .isEqualTo("Add shop to exportTo of the ServiceEntry bank/payments");
  }

  @Test
  void delegated_rules_are_left_out_for_different_reasons() {
    String yaml =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: edge, namespace: web}
        spec:
          hosts: [shop.example.com]
          gateways: [edge]
          http:
            - match: [{uri: {prefix: /reviews}}]
              delegate: %s
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: reviews, namespace: shop}
        spec:
          %s
          http:
            - match: [{uri: {prefix: /reviews/new}}]
              route: [{destination: {host: reviews}}]
        """;
    String named = "{name: reviews, namespace: shop}";

    assertThat(hint("VS-DELEGATE-BROKEN", yaml.formatted("{name: reviews}", "")))
        .isEqualTo("Write the namespace of shop/reviews beside its name");
    assertThat(hint("VS-DELEGATE-BROKEN", yaml.formatted("{name: gone}", "")))
        .startsWith("Create it");
    assertThat(hint("VS-DELEGATE-BROKEN", yaml.formatted(named, "hosts: [reviews]")))
        .isEqualTo("Delegate to a VirtualService without hosts and gateways");
    assertThat(hint("VS-DELEGATE-BROKEN", yaml.formatted(named, "exportTo: [\".\"]")))
        .isEqualTo("Add web to the exportTo of the delegate");
    assertThat(
            hint("VS-DELEGATE-BROKEN", yaml.formatted(named, "").replace("/reviews/new", "/old")))
        .startsWith("Let each match of the delegate be within one of this rule");
  }

  @Test
  void pods_that_have_the_labels_and_no_proxy_are_to_get_one() {
    String yaml =
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop}
        ---
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: reviews, namespace: shop}
        spec:
          selector: {matchLabels: {app: reviews}}
          template:
            metadata: {labels: {app: reviews}}
            spec: {containers: [{name: app, image: "reviews:1"}]}
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: reviews, namespace: shop}
        spec:
          selector: {matchLabels: {app: %s}}
          rules: [{}]
        """;

    assertThat(hint("POLICY-SELECTOR-NO-WORKLOAD", yaml.formatted("reviews")))
        .startsWith("Give its pods a sidecar");
    assertThat(hint("POLICY-SELECTOR-NO-WORKLOAD", yaml.formatted("ratings")))
        .startsWith("Use labels that the pods have");
  }

  @Test
  void a_subset_that_is_defined_but_not_exported_is_to_be_exported() {
    String yaml =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: reviews, namespace: shop}
        spec:
          ports: [{name: http, port: 80}]
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: reviews, namespace: shop}
        spec:
          host: reviews
          exportTo: ["."]
          subsets: [{name: v1, labels: {version: v1}}]
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: reviews, namespace: web}
        spec:
          hosts: [reviews.shop.svc.cluster.local]
          http:
            - route: [{destination: {host: reviews.shop.svc.cluster.local, subset: v1}}]
        """;

    assertThat(hint("REF-ROUTE-SUBSET-MISSING", yaml))
        .isEqualTo("Add web to the exportTo of DestinationRule shop/reviews");
  }

  @Test
  void alternatives_that_were_meant_together_belong_into_one_source_or_operation() {
    String policy =
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: reviews, namespace: shop}
        spec:
          rules:
            - from:
                - source: {principals: [cluster.local/ns/shop/sa/web]}
              %s
        """;

    assertThat(
            hint(
                "AUTHZ-OR-INSTEAD-OF-AND",
                policy.formatted("  - source: {requestPrincipals: [\"*\"]}")))
        .isEqualTo("Put both into one source");
    assertThat(
            hint(
                "AUTHZ-OR-INSTEAD-OF-AND",
                policy.formatted(
                    "to: [{operation: {methods: [GET]}}, {operation: {paths: [/reviews]}}]")))
        .isEqualTo("Put both into one operation");
  }

  @Test
  void retries_without_a_time_for_each_try_are_to_have_one() {
    String yaml =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: reviews, namespace: shop}
        spec:
          hosts: [reviews]
          http:
            - route: [{destination: {host: reviews}}]
              timeout: 6s
              retries: {attempts: 2}
        """;

    assertThat(hint("VS-RETRY-EXCEEDS-TIMEOUT", yaml)).startsWith("Set perTryTimeout");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http|name: tcp-web|Name port 9080 http-web, or set its appProtocol to http, if that is"
            + " what it carries",
        "http|name: mongo|Name port 9080 http, or set its appProtocol to http, if that is what it"
            + " carries",
        "http|name: http-web, appProtocol: tcp|Set the appProtocol of port 9080 to http, if that is"
            + " what it carries",
        "http|name: https|Write tls rules with sniHosts, which is all that a proxy sees of what is"
            + " encrypted",
        "tcp|name: https|Write tls rules with sniHosts, which is all that a proxy sees of what is"
            + " encrypted",
        "tcp|name: http-web|Write http rules, or, if it is not HTTP, name port 9080 tcp-web, or set"
            + " its appProtocol to tcp",
        "http|name: dns, protocol: UDP|Declare the port as what it carries, or write rules for that"
      })
  void a_port_is_to_be_declared_as_what_the_rules_are_for(String kind, String port, String hint) {
    String yaml =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: reviews, namespace: shop}
        spec:
          ports: [{%s, port: 9080}]
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: reviews, namespace: shop}
        spec:
          hosts: [reviews]
          %s:
            - route: [{destination: {host: reviews}}]
        """;

    assertThat(hint("VS-RULE-KIND-NOT-OF-PORT", yaml.formatted(port, kind))).isEqualTo(hint);
  }

  @Test
  void of_several_ports_none_is_named_and_an_entry_has_protocols() {
    String rules =
        """
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: reviews, namespace: shop}
        spec:
          hosts: [%s]
          http:
            - route: [{destination: {host: reviews}}]
        """;
    String service =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: reviews, namespace: shop}
        spec:
          ports: [{name: tcp-a, port: 9080}, {name: tcp-b, port: 9081}]
        """;
    String entry =
        """
        apiVersion: networking.istio.io/v1
        kind: ServiceEntry
        metadata: {name: api, namespace: shop}
        spec:
          hosts: [api.example.com]
          addresses: [240.0.0.1]
          resolution: DNS
          ports: [{number: 80, name: web, protocol: TCP}]
        """;

    assertThat(hint("VS-RULE-KIND-NOT-OF-PORT", service + rules.formatted("reviews")))
        .isEqualTo(
            "Name the port http-…, or set its appProtocol to http, if that is what it carries");
    assertThat(hint("VS-RULE-KIND-NOT-OF-PORT", entry + rules.formatted("api.example.com")))
        .isEqualTo("Set the protocol of port 80 to HTTP, if that is what it carries");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{name: http, port: 80}|Write 80, or leave the port out of the match",
        "{name: http, port: 80}, {name: tls, port: 443}|Write 80, or leave the port out of the match",
        "{name: tls, port: 443}|Write the rule for another protocol: no port of the hosts is for HTTP",
        "{name: http, port: 80}, {name: web, port: 81}|Write a port of the service, or leave the port out of the match"
      })
  void the_port_of_a_match_is_one_on_which_the_rule_is_asked(String ports, String hint) {
    String yaml =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: reviews, namespace: shop}
        spec:
          ports: [%s]
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: reviews, namespace: shop}
        spec:
          hosts: [reviews]
          http:
            - match: [{port: 9080}]
              route: [{destination: {host: reviews}}]
        """;

    assertThat(hint("VS-MATCH-PORT-MISSING", yaml.formatted(ports))).isEqualTo(hint);
  }

  @Test
  void a_rule_of_deny_is_to_name_the_ports_that_have_requests() {
    String yaml =
        """
        apiVersion: v1
        kind: Service
        metadata: {name: web, namespace: shop}
        spec:
          selector: {app: web}
          ports:
            - {name: tcp, port: 5432, targetPort: 5433}
            - {name: http, port: 80, targetPort: 8080}
            - {name: web, port: 81, targetPort: 8081}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop, labels: {app: web}}
        spec:
          containers: [{name: web, image: "web:1"}]
        ---
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: web, namespace: shop}
        spec:
          selector: {matchLabels: {app: web}}
          action: DENY
          rules:
            - to: [{operation: {methods: [DELETE]}}]
        """;

    assertThat(hint("AUTHZ-HTTP-ON-TCP-PORT", yaml))
        .isEqualTo(
            "Name the ports of the workload that are for HTTP in operation.ports: [8080, 8081]");
  }

  private static String hint(String check, String yaml) {
    return Found.oneBy(check, yaml).hint();
  }
}
