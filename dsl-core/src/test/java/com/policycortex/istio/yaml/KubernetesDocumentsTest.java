package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Kubernetes' own documents as clusters return them: those that a mesh needs are typed, with every
 * field; all others are kept as they are.
 */
class KubernetesDocumentsTest {

  static Stream<Arguments> typed() {
    return Stream.of(
        Arguments.of(
            "Namespace",
            """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: shop
              uid: 8a6b1e2c-0000-4000-8000-000000000000
              resourceVersion: "42"
              creationTimestamp: "2026-01-02T03:04:05Z"
              labels: {istio-injection: enabled, kubernetes.io/metadata.name: shop}
              managedFields:
              - {manager: kubectl, operation: Apply, fieldsV1: {"f:metadata": {}}}
            spec: {finalizers: [kubernetes]}
            status: {phase: Active}
            """),
        Arguments.of(
            "Service",
            """
            apiVersion: v1
            kind: Service
            metadata:
              name: reviews
              namespace: shop
              annotations: {networking.istio.io/exportTo: "."}
            spec:
              type: LoadBalancer
              clusterIP: 10.0.0.1
              clusterIPs: [10.0.0.1, "fd00::1"]
              externalIPs: [192.0.2.1]
              externalTrafficPolicy: Local
              internalTrafficPolicy: Cluster
              healthCheckNodePort: 30000
              ipFamilies: [IPv4, IPv6]
              ipFamilyPolicy: PreferDualStack
              loadBalancerIP: 192.0.2.2
              loadBalancerClass: example.com/class
              loadBalancerSourceRanges: [192.0.2.0/24]
              allocateLoadBalancerNodePorts: false
              publishNotReadyAddresses: true
              sessionAffinity: ClientIP
              sessionAffinityConfig: {clientIP: {timeoutSeconds: 10800}}
              trafficDistribution: PreferClose
              selector: {app: reviews}
              ports:
              - {name: http, port: 80, targetPort: web, nodePort: 30080, protocol: TCP}
              - {name: grpc, port: 9000, targetPort: 9000, appProtocol: kubernetes.io/h2c}
            status: {loadBalancer: {ingress: [{ip: 192.0.2.2, ports: [{port: 80}]}]}}
            """),
        Arguments.of(
            "Service",
            """
            apiVersion: v1
            kind: Service
            metadata: {name: far, namespace: shop}
            spec: {type: ExternalName, externalName: far.example.com}
            """),
        Arguments.of(
            "ServiceAccount",
            """
            apiVersion: v1
            kind: ServiceAccount
            metadata: {name: reviews, namespace: shop}
            automountServiceAccountToken: false
            imagePullSecrets: [{name: registry}]
            secrets: [{name: token, namespace: shop}]
            """),
        Arguments.of(
            "NetworkPolicy",
            """
            apiVersion: networking.k8s.io/v1
            kind: NetworkPolicy
            metadata: {name: reviews, namespace: shop}
            spec:
              podSelector:
                matchLabels: {app: reviews}
                matchExpressions: [{key: version, operator: In, values: [v1, v2]}]
              policyTypes: [Ingress, Egress]
              ingress:
              - from:
                - podSelector: {}
                - namespaceSelector: {matchLabels: {mesh: "yes"}}
                  podSelector: {matchLabels: {app: a}}
                ports: [{port: http}, {protocol: UDP, port: 53}, {port: 8000, endPort: 8080}]
              - {}
              egress:
              - to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.1.0.0/16]}}]
            """),
        Arguments.of(
            "ConfigMap",
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: settings, namespace: shop}
            immutable: true
            data: {text: "a\\nb\\n", number: "1", empty: ""}
            binaryData: {bytes: AAEC}
            """),
        Arguments.of(
            "Secret",
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: cert, namespace: shop}
            type: kubernetes.io/tls
            immutable: false
            data: {tls.crt: AAEC, tls.key: AAEC}
            stringData: {note: "yes"}
            """));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of(
            "Ingress",
            """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: a, namespace: b}
            spec:
              ingressClassName: istio
              rules:
              - {host: a.example.com, http: {paths: [{path: /, pathType: Prefix}]}}
            """),
        Arguments.of(
            "CustomResourceDefinition",
            """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            metadata: {name: widgets.example.com}
            spec:
              group: example.com
              versions:
              - name: v1
                schema: {openAPIV3Schema: {properties: {a: {default: null, minimum: 1.5}}}}
            """),
        Arguments.of(
            "HTTPRoute",
            """
            apiVersion: gateway.networking.k8s.io/v1
            kind: HTTPRoute
            metadata: {name: a, namespace: b}
            spec:
              parentRefs: [{name: gateway, sectionName: https}]
              rules: [{backendRefs: [{name: a, port: 80, weight: 1}], timeouts: {request: 10s}}]
            """),
        Arguments.of(
            "Role",
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: {name: a, namespace: b}
            rules:
            - {apiGroups: [""], resources: [pods], verbs: [get]}
            """),
        Arguments.of(
            "Kafka",
            """
            apiVersion: example.com/v1
            kind: Kafka
            metadata: {name: a, namespace: b}
            spec: {empty: {}, none: null, list: [], big: 12345678901234567890, small: 0.1, deep: [[[1]]]}
            extra: beside the specification
            """),
        Arguments.of(
            "AdmissionReview",
            """
            apiVersion: admission.k8s.io/v1
            kind: AdmissionReview
            request: {uid: a}
            """));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("typed")
  void what_a_mesh_needs_is_typed_with_every_field(String kind, String text) {
    Manifest manifest = read(text);

    assertThat(manifest).isNotInstanceOf(RawManifest.class);
    assertThat(manifest.kind().name()).isEqualTo(kind);
    assertThat(read(manifest.toString())).isEqualTo(manifest);
    assertThat(json(manifest.toString(), kind)).isEqualTo(json(text, kind));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void every_other_document_is_kept_as_it_is_and_written_back(String kind, String text) {
    Manifest manifest = read(text);

    assertThat(manifest.kind().name()).isEqualTo(kind);
    assertThat(read(manifest.toString())).isEqualTo(manifest);
    assertThat(json(manifest.toString(), kind)).isEqualTo(json(text, kind));
  }

  // Under a name that nobody knows, everything is kept.
  private static JsonValue json(String text, String kind) {
    return JsonValue.of(
        read(
            text.replaceFirst("apiVersion: .*", "apiVersion: example.com/v1")
                .replaceFirst("kind: " + kind, "kind: Unknown" + kind)));
  }

  private static Manifest read(String text) {
    ReadResult result = ManifestReader.read("a.yaml", text);
    assertThat(result.findings()).as(text).isEmpty();
    assertThat(result.manifests()).as(text).hasSize(1);
    return result.manifests().get(0);
  }
}
