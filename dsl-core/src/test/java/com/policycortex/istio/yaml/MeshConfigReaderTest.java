package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.mesh.ExtensionProvider;
import com.policycortex.istio.model.mesh.LogFormat;
import com.policycortex.istio.model.mesh.MeshConfig;
import com.policycortex.istio.model.mesh.MeshNetworks;
import com.policycortex.istio.model.mesh.MeshOutboundTrafficPolicyMode;
import com.policycortex.istio.model.mesh.NetworkMembers;
import com.policycortex.istio.model.mesh.Provider;
import com.policycortex.istio.yaml.MeshConfigReader.Embedded;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeshConfigReaderTest {

  private static final String CONFIG_MAP =
      """
      # before
      apiVersion: v1
      kind: Namespace
      metadata: {name: istio-system}
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: istio
        namespace: istio-system
      data:
        mesh: |-
          # where everything is set
          trustDomain: example.org
          defaultConfig:
            concurrency: 2
            terminationDrainDuration: 5s

          outboundTrafficPolicy: {mode: ALLOW_ANY_DYNAMIC_DNS}
          extensionProviders:
          - name: opa
            envoyExtAuthzGrpc: {service: opa.opa.svc.cluster.local, port: 9191}
          - name: log
            envoyFileAccessLog: {logFormat: {}}
        meshNetworks: |
          networks:
            here: {endpoints: [{fromCidr: 10.0.0.0/8}], gateways: [{address: 1.2.3.4, port: 15443}]}
      """;

  @Test
  void fields_may_have_the_names_that_protocol_buffers_give_them() {
    ReadResult file =
        ManifestReader.read(
            "istio.yaml",
            """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: istio, namespace: istio-system}
            data:
              mesh: |
                root_namespace: roots
                defaultConfig: {tracing: {custom_tags: {a: {literal: {value: b}}}}}
              meshNetworks: |
                networks: {here: {endpoints: [{from_registry: Kubernetes}]}}
            ---
            apiVersion: install.istio.io/v1alpha1
            kind: IstioOperator
            spec: {meshConfig: {root_namespace: roots}}
            """);
    assertThat(file.findings()).noneMatch(finding -> finding.severity() == Severity.ERROR);
    assertThat(MeshConfigReader.meshConfig((ConfigMap) file.manifests().get(0), Map.of()).value())
        .hasValueSatisfying(config -> assertThat(config.rootNamespace()).contains("roots"));
    assertThat(
            ManifestReader.read(
                    "a.yaml",
                    "{apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name:"
                        + " a}, spec: {hosts: [a], export_to: ['*']}}")
                .findings())
        .extracting(Finding::id)
        .contains("YAML-UNKNOWN-FIELD");
  }

  @Test
  void mesh_config_is_read_from_istiods_config_map() {
    ReadResult file = ManifestReader.read("istio.yaml", CONFIG_MAP);
    ConfigMap map = (ConfigMap) file.manifests().get(1);

    assertThat(file.findings()).isEmpty();
    assertThat(MeshConfigReader.isOfMesh(map)).isTrue();
    MeshConfig config = MeshConfigReader.meshConfig(map, file.sources()).value().orElseThrow();
    assertThat(config.trustDomain()).contains("example.org");
    assertThat(config.defaultConfig().orElseThrow().terminationDrainDuration())
        .contains(Duration.ofSeconds(5));
    assertThat(config.outboundTrafficPolicy().orElseThrow().mode())
        .contains(MeshOutboundTrafficPolicyMode.ALLOW_ANY_DYNAMIC_DNS);
    assertThat(config.extensionProviders())
        .extracting(ExtensionProvider::name)
        .containsExactly("opa", "log");
    assertThat(config.extensionProviders().get(0).provider().orElseThrow())
        .isInstanceOfSatisfying(
            Provider.EnvoyExtAuthzGrpc.class,
            opa -> assertThat(opa.value().port()).contains(9191L));
    assertThat(config.extensionProviders().get(1).provider().orElseThrow())
        .isInstanceOfSatisfying(
            Provider.EnvoyFileAccessLog.class,
            log -> assertThat(log.value().logFormat()).contains(new LogFormat.Default()));
  }

  @Test
  void mesh_networks_are_read_from_the_same_config_map() {
    ReadResult file = ManifestReader.read("istio.yaml", CONFIG_MAP);
    ConfigMap map = (ConfigMap) file.manifests().get(1);
    MeshNetworks networks =
        MeshConfigReader.meshNetworks(map, file.sources()).value().orElseThrow();

    assertThat(networks.networks()).containsOnlyKeys("here");
    assertThat(networks.networks().values().iterator().next().endpoints().get(0).members())
        .contains(new NetworkMembers.FromCidr("10.0.0.0/8"));
  }

  @Test
  void values_of_an_embedded_text_know_their_line_of_the_file() {
    ReadResult file = ManifestReader.read("istio.yaml", CONFIG_MAP);
    MeshConfig config =
        MeshConfigReader.meshConfig((ConfigMap) file.manifests().get(1), file.sources())
            .value()
            .orElseThrow();
    assertThat(config.defaultConfig().orElseThrow().origin()).hasToString("istio.yaml:16:7");
    assertThat(config.extensionProviders().get(0).origin()).hasToString("istio.yaml:21:7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "concurrency: 2 | concurency: 2 | 16:7 YAML-UNKNOWN-FIELD"
            + " data.mesh.defaultConfig.concurency",
        "concurrency: 2 | concurrency: two | 16:20 YAML-TYPE data.mesh.defaultConfig.concurrency",
        "mode: ALLOW_ANY_DYNAMIC_DNS | mode: ANY |"
            + " 19:35 YAML-ENUM data.mesh.outboundTrafficPolicy.mode",
        "- name: opa | - zipkin: {} |"
            + " 21:7 YAML-SECOND-ARM data.mesh.extensionProviders[0].zipkin",
        "concurrency: 2 | concurrency 2 | 17:31 YAML-SYNTAX data.mesh",
        "port: 15443 | port: http | 27:87 YAML-TYPE"
            + " data.meshNetworks.networks.here.gateways[0].port",
      })
  void a_mistake_within_the_text_is_found_at_its_place_in_the_file(
      String right, String wrong, String finding) {
    ReadResult file = ManifestReader.read("istio.yaml", CONFIG_MAP.replace(right, wrong));
    assertThat(file.findings())
        .extracting(
            found ->
                found.origin().line()
                    + ":"
                    + found.origin().column()
                    + " "
                    + found.id()
                    + " "
                    + found.path())
        .first()
        .isEqualTo(finding);
    assertThat(file.findings().get(0).resource()).hasToString("ConfigMap istio-system/istio");
  }

  @Test
  void a_mistake_in_a_quoted_text_has_its_place_within_that_text() {
    String text =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: istio-canary}
        data: {mesh: "trustDomain: a\\nrootNamespce: b\\n"}
        """;
    assertThat(ManifestReader.read("istio.yaml", text).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.origin()).hasToString("istio.yaml data.mesh:2:1"))
        .satisfies(finding -> assertThat(finding.hint()).contains("rootNamespace"));
  }

  @Test
  void a_config_map_made_in_java_is_read_too() {
    ConfigMap map = ConfigMap.configMap("istio").data(Map.of("mesh", "trustDomain: a\nb: c\n"));
    Embedded<MeshConfig> read = MeshConfigReader.meshConfig(map, Map.of());

    assertThat(read.value()).isEmpty();
    assertThat(read.findings()).extracting(Finding::path).containsExactly("data.mesh.b");
  }

  @Test
  void other_config_maps_are_left_alone() {
    String text =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: mine}\ndata: {mesh: \"a: [\"}\n";
    assertThat(ManifestReader.read("a.yaml", text).findings()).isEmpty();
  }

  @Test
  void an_empty_text_says_nothing_and_is_no_mistake() {
    ConfigMap map = ConfigMap.configMap("istio").data(Map.of("mesh", ""));
    assertThat(MeshConfigReader.meshConfig(map, Map.of()).value())
        .contains(MeshConfig.meshConfig());
    assertThat(MeshConfigReader.meshNetworks(map, Map.of()).value()).isEmpty();
  }

  @Test
  void a_finding_about_a_field_of_the_text_is_located_in_the_file() {
    ReadResult file = ManifestReader.read("istio.yaml", CONFIG_MAP);
    ConfigMap map = (ConfigMap) file.manifests().get(1);
    Finding finding =
        new Finding(
            "MC-TRUST-DOMAIN",
            Severity.ERROR,
            map.resourceId(),
            "data.mesh.extensionProviders[0].envoyExtAuthzGrpc.port",
            "",
            "",
            map.origin());
    assertThat(file.locate(finding).origin()).hasToString("istio.yaml:22:69");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "meshConfig: {trustDomian: a} | istiod leaves it out, and only its log says so",
        "profil: default | istioctl refuses the manifest",
        "components: {pilot: {k8s: {replicas: 2}}} | istioctl refuses the manifest",
        "components: {base: {hub: a}} | istioctl refuses the manifest",
      })
  void what_becomes_of_an_unknown_field_of_an_installation_is_said(String spec, String said) {
    String text =
        "apiVersion: install.istio.io/v1alpha1\nkind: IstioOperator\nspec: {" + spec + "}\n";
    assertThat(ManifestReader.read("a.yaml", text).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.message()).endsWith(said));
  }

  @Test
  void an_installation_is_written_as_it_was_read() {
    String text =
        """
        apiVersion: install.istio.io/v1alpha1
        kind: IstioOperator
        metadata:
          name: all
          namespace: istio-system
        spec:
          profile: ambient
          installPackagePath: /charts
          hub: docker.io/istio
          tag: "1.31.0"
          namespace: istio-system
          revision: canary
          compatibilityVersion: "1.30"
          meshConfig:
            trustDomain: example.org
          components:
            base:
              enabled: true
            pilot:
              k8s:
                hpaSpec:
                  maxReplicas: 5
                replicaCount: 2
                tolerations:
                - key: a
                overlays:
                - kind: Deployment
                  name: istiod
                  patches:
                  - path: spec.replicas
                    value: 3
                  - path: spec.paused
            istiodRemote:
              enabled: false
          values:
            global:
              meshID: here
          unvalidatedValues:
            a: b
        """;
    ReadResult read = ManifestReader.read("a.yaml", text);
    assertThat(read.findings()).isEmpty();
    assertThat(read.manifests())
        .singleElement()
        .isInstanceOf(IstioOperator.class)
        .hasToString(text);
    assertThat(List.of(read.manifests().get(0)))
        .isEqualTo(ManifestReader.read("b.yaml", text).manifests());
  }

  // What istiod's own mesh.ApplyMeshConfigDefaults takes and refuses.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "defaultConfig: {concurrency: \"2\"}",
        "defaultConfig: {concurrency: \" 2\"}",
        "defaultConfig: {concurrency: 2.0}",
        "defaultConfig: {tracing: {sampling: \"1.5\"}}",
        "defaultHttpRetryPolicy: {attempts: \"3\"}",
        "extensionProviders: [{name: a, zipkin: {service: a.b.svc, port: \"9000\"}}]",
        "trust_domain: a",
        "default_config: {concurrency: 2}",
        "mesh_mTLS: {minProtocolVersion: TLSV1_3}",
        "meshMTLS: {minProtocolVersion: TLSV1_3}",
        "extensionProviders: [{name: a, zipkin: {service: a, port: 1, enable_64bit_trace_id: true}}]",
        "defaultTrafficPolicy: {outlierDetection: {consecutive_5xx_errors: 3}}",
        "accessLogEncoding: 1",
        "accessLogEncoding: 1.0",
        "accessLogEncoding: 0x1",
        "outboundTrafficPolicy: {mode: 3}",
        "defaultConfig: {controlPlaneAuthPolicy: 1000}",
        "defaultHttpRetryPolicy: {attempts: \"-0\"}",
        "defaultConfig: {tracing: {sampling: \" 1.5 \"}}",
      })
  void what_istiod_takes_is_read_and_at_most_noted(String text) {
    Embedded<MeshConfig> read = MeshConfigReader.meshConfig(map(text), Map.of());

    assertThat(read.findings())
        .as(text)
        .allSatisfy(finding -> assertThat(finding.severity()).isEqualTo(Severity.INFO));
    assertThat(read.value()).isPresent();
    assertThat(read.value().get()).isNotEqualTo(MeshConfig.meshConfig());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "proxyListenPort: \"0x10\"",
        "proxyListenPort: \"9e3\"",
        "proxyListenPort: \"15001.0\"",
        "proxyListenPort: \"\"",
        "proxyListenPort: \"015001\"",
        "proxyListenPort: \"+15001\"",
        "proxyListenPort: true",
        "enableTracing: \"true\"",
        "enableTracing: 1",
        "trustDomain: 5",
        "accessLogEncoding: \"1\"",
        "accessLogEncoding: json",
        "connectTimeout: \"5\"",
        "defaultConfig: {tracing: {sampling: abc}}",
        "defaultConfig: {proxyMetadata: {A: 5}}",
        "trustDomainAliases: a",
        "extensionProviders: [{name: a, zipkin: {service: a.b.svc, port: \"-1\"}}]",
        "extensionProviders: [{name: a, zipkin: {service: a.b.svc, port: \"4294967296\"}}]",
        "proxyListenPort: \"\\t1\"",
        "proxyListenPort: \"1\\n\"",
        "tcpKeepalive: {probes: \"-0\"}",
        "tcpKeepalive: {probes: -0.0}",
        "defaultConfig: {tracing: {sampling: \"1e400\"}}",
        "defaultConfig: {tracing: {sampling: .nan}}",
        "defaultConfig: {tracing: {sampling: \" NaN\"}}",
        "accessLogEncoding: 1.5",
        "accessLogEncoding: 2147483648",
        "accessLogEncoding: true",
        "discoverySelectors: [{match_labels: {a: b}}]",
      })
  void what_istiod_refuses_is_an_error(String text) {
    assertThat(MeshConfigReader.meshConfig(map(text), Map.of()).findings())
        .as(text)
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  // istiod takes these too, and hardly as they were meant.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "defaultConfig: {tracing: {sampling: \"NaN\"}} | defaultConfig: {tracing: {sampling: NaN}}",
        "defaultConfig: {tracing: {sampling: -Infinity}} |"
            + " defaultConfig: {tracing: {sampling: \"-Infinity\"}}",
        "proxyListenPort: \"null\" | proxyListenPort: 0",
        "trustDomainAliases: [a, null] | trustDomainAliases: [a, '']",
        "discoverySelectors: [~] | discoverySelectors: [{}]",
        "defaultConfig: {proxyMetadata: {A: null}} | defaultConfig: {proxyMetadata: {A: ''}}",
        "defaultConfig: {tracing: {customTags: {a: null}}} |"
            + " defaultConfig: {tracing: {customTags: {a: {}}}}",
        "localityLbSetting: {distribute: [{from: a, to: {b: null}}]} |"
            + " localityLbSetting: {distribute: [{from: a, to: {b: 0}}]}",
        "discoverySelectors: [{matchExpressions: [{key: a}]}] |"
            + " discoverySelectors: [{matchExpressions: [{key: a, operator: ''}]}]",
      })
  void what_istiod_takes_for_something_else_is_warned_of(String text, String meaning) {
    Embedded<MeshConfig> read = MeshConfigReader.meshConfig(map(text), Map.of());

    assertThat(read.findings())
        .as(text)
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(read.value()).isPresent();
    assertThat(read.value()).isEqualTo(MeshConfigReader.meshConfig(map(meaning), Map.of()).value());
  }

  @Test
  void a_number_that_no_constant_has_is_an_error_since_its_value_would_be_lost() {
    assertThat(MeshConfigReader.meshConfig(map("accessLogEncoding: 7"), Map.of()).findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.ERROR))
        .satisfies(finding -> assertThat(finding.hint()).isEqualTo("write one of TEXT, JSON"));
  }

  @Test
  void a_number_as_text_is_noted_with_what_to_write() {
    assertThat(
            MeshConfigReader.meshConfig(
                    map("extensionProviders: [{name: a, zipkin: {service: a, port: \"9000\"}}]"),
                    Map.of())
                .findings())
        .singleElement()
        .hasToString(
            """
            MeshConfigReaderTest.java data.mesh:1:59: info YAML-TYPE
              ConfigMap istio data.mesh.extensionProviders[0].zipkin.port: istiod reads the text as a \
            number, and other readers do not
              fix: Remove the quotes around 9000\
            """);
  }

  @Test
  void both_names_of_a_field_are_not_one() {
    assertThat(
            MeshConfigReader.meshConfig(map("trustDomain: a\ntrust_domain: b"), Map.of())
                .findings())
        .extracting(Finding::id, Finding::severity)
        .containsExactly(tuple("YAML-UNKNOWN-FIELD", Severity.ERROR));
  }

  @Test
  void an_installations_mesh_config_is_read_as_istiod_will_read_it() {
    ReadResult read =
        ManifestReader.read(
            "a.yaml",
            "{apiVersion: install.istio.io/v1alpha1, kind: IstioOperator, spec: {meshConfig:"
                + " {defaultConfig: {concurrency: \"2\"}}}}");

    assertThat(read.findings()).extracting(Finding::severity).containsExactly(Severity.INFO);
    assertThat(read.manifests()).hasSize(1);
  }

  private static ConfigMap map(String text) {
    return ConfigMap.configMap("istio").data(Map.of("mesh", text));
  }
}
