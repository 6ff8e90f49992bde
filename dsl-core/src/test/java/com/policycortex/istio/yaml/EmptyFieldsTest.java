package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A list or map that is there without elements is another thing than one that is absent. */
class EmptyFieldsTest {

  private static Manifest read(String text) {
    ReadResult result = ManifestReader.read("a.yaml", text);
    assertThat(result.findings()).isEmpty();
    return result.manifests().get(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata:
          name: a
        spec:
          hosts: []
          http:
          - match: []
            route:
            - destination:
                host: a
              headers:
                request:
                  set: {}
                  remove: []
        """,
        """
        apiVersion: security.istio.io/v1
        kind: PeerAuthentication
        metadata:
          name: a
        spec:
          selector:
            matchLabels: {}
          portLevelMtls: {}
        """,
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata:
          name: a
        spec:
          targetRefs: []
          rules:
          - from: []
            to:
            - operation:
                ports: []
            when: []
        """,
        """
        apiVersion: networking.istio.io/v1alpha3
        kind: EnvoyFilter
        metadata:
          name: a
        spec:
          configPatches:
          - applyTo: LISTENER
            match:
              proxy:
                metadata: {}
              listener:
                listenerFilter: a
            patch:
              operation: MERGE
              value:
                raw: []
        """,
        """
        apiVersion: networking.istio.io/v1
        kind: Sidecar
        metadata:
          name: a
        spec:
          workloadSelector:
            labels: {}
          egress:
          - hosts: []
        """,
        """
        apiVersion: networking.istio.io/v1
        kind: WorkloadEntry
        metadata:
          name: a
        spec:
          address: a.example
          ports: {}
          labels: {}
        """,
        """
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata:
          name: a
        spec:
          host: a
          trafficPolicy:
            loadBalancer:
              localityLbSetting:
                distribute:
                - from: a
                  to: {}
                failoverPriority: []
        """
      })
  void isWrittenAsItWasRead(String text) {
    assertThat(read(text)).hasToString(text);
  }

  @Test
  void differsFromOneThatIsAbsent() {
    AuthorizationPolicy absent = AuthorizationPolicy.authorizationPolicy("a");

    assertThat(Message.withEmptyFields(absent, List.of("rules")))
        .isNotEqualTo(absent)
        .satisfies(empty -> assertThat(empty.isExplicitlyEmpty("rules")).isTrue());
    assertThat(absent.isExplicitlyEmpty("rules")).isFalse();
  }

  @Test
  void isForgottenWhenThereAreElements() {
    VirtualService empty =
        Message.withEmptyFields(VirtualService.virtualService("a"), List.of("hosts"));

    assertThat(empty.emptyFields()).containsExactly("hosts");
    assertThat(empty.hosts("b")).isEqualTo(VirtualService.virtualService("a").hosts("b"));
    assertThat(empty.hosts("b").emptyFields()).isEmpty();
  }

  @Test
  void isNoNameThatIsNotAListOrMap() {
    VirtualService value =
        Message.withEmptyFields(
            VirtualService.virtualService("a"), List.of("spec", "metadata", "hots", "host"));

    assertThat(value).isEqualTo(VirtualService.virtualService("a"));
  }

  @Test
  void isAbsentWhereTheApiServerForgetsIt() {
    assertThat(
            read(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a, labels: {}, annotations: {}}
                data: {}
                """))
        .isEqualTo(ConfigMap.configMap("a"));
  }

  @Test
  void isAbsentWhenItIsNull() {
    ReadResult read =
        ManifestReader.read(
            "a.yaml",
            """
            apiVersion: security.istio.io/v1
            kind: AuthorizationPolicy
            metadata: {name: a}
            spec: {rules: null, targetRefs: }
            """);
    assertThat(read.findings()).extracting(Finding::id).containsExactly("YAML-NULL", "YAML-NULL");
    assertThat(read.manifests()).containsExactly(AuthorizationPolicy.authorizationPolicy("a"));
  }
}
