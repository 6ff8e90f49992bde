package com.policycortex.istio.fabric8;

import static com.policycortex.istio.dsl.Istio.header;
import static com.policycortex.istio.dsl.Istio.label;
import static com.policycortex.istio.dsl.Istio.service;
import static com.policycortex.istio.dsl.Istio.split;
import static com.policycortex.istio.dsl.Istio.virtualService;
import static com.policycortex.istio.dsl.Istio.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import io.fabric8.istio.api.api.networking.v1alpha3.HTTPMatchRequestBuilder;
import io.fabric8.istio.api.api.networking.v1alpha3.StringMatch;
import io.fabric8.istio.api.api.networking.v1alpha3.StringMatchExact;
import io.fabric8.istio.api.api.networking.v1alpha3.StringMatchPrefix;
import io.fabric8.istio.api.networking.v1.DestinationRule;
import io.fabric8.istio.api.networking.v1.VirtualService;
import io.fabric8.istio.api.networking.v1.VirtualServiceBuilder;
import io.fabric8.istio.api.networking.v1alpha3.EnvoyFilter;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.coordination.v1.LeaseBuilder;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Fabric8Test {

  private static final KubernetesSerialization FABRIC8 = new KubernetesSerialization();

  @Test
  void aManifestBecomesAnObjectOfFabric8sClassForItsKind() {
    var coreApi = service("core-api").in("shop").http(8080);
    var v1 = coreApi.subset("v1", label("version", "v1"));
    var v2 = coreApi.subset("v2", label("version", "v2"));
    var routes =
        virtualService(coreApi)
            .http(
                when(header("canary").exact("true")).routeTo(v2),
                split(v1.weight(90), v2.weight(10)));

    HasMetadata object = Fabric8.toFabric8(routes);

    assertThat(object).isInstanceOf(VirtualService.class);
    var spec = ((VirtualService) object).getSpec();
    assertThat(spec.getHttp().get(0).getMatch().get(0).getHeaders())
        .isEqualTo(Map.of("canary", new StringMatch(new StringMatchExact("true"))));
    assertThat(spec.getHttp().get(1).getRoute().get(0).getWeight()).isEqualTo(90);
    assertThat(Fabric8.fromFabric8(object))
        .isEqualTo(new ReadResult(List.of(routes), List.of(), Map.of()));
  }

  @Test
  void fieldsThatFabric8DoesNotKnowTravelInAdditionalProperties() {
    Manifest manifest =
        one(
            """
            apiVersion: networking.istio.io/v1
            kind: DestinationRule
            metadata: {name: a}
            spec:
              host: a
              trafficPolicy:
                connectionPool: {http: {http2KeepAlive: {interval: 5s}}}
                loadBalancer: {consistentHash: {useSourceIp: true, ringHash: {minimumRingSize: 9}}}
            """);

    HasMetadata object = Fabric8.toFabric8(manifest);

    assertThat(object).isInstanceOf(DestinationRule.class);
    assertThat(
            ((DestinationRule) object)
                .getSpec()
                .getTrafficPolicy()
                .getConnectionPool()
                .getHttp()
                .getAdditionalProperties())
        .isEqualTo(Map.of("http2KeepAlive", Map.of("interval", "5s")));
    assertThat(FABRIC8.asJson(object)).contains("\"ringHash\":{\"minimumRingSize\":9}");
    assertThat(Fabric8.fromFabric8(object).manifests()).containsExactly(manifest);
  }

  @Test
  void constantsAndEmptyListsThatFabric8WouldLoseTravelInAdditionalProperties() {
    Manifest manifest =
        one(
            """
            apiVersion: networking.istio.io/v1alpha3
            kind: EnvoyFilter
            metadata: {name: a}
            spec:
              targetRefs: []
              configPatches:
              - applyTo: CLUSTER
                patch: {operation: MERGE_AND_REPLACE_LIST, value: {a: [1.5, {b: []}]}}
            """);

    HasMetadata object = Fabric8.toFabric8(manifest);

    assertThat(object).isInstanceOf(EnvoyFilter.class);
    var spec = ((EnvoyFilter) object).getSpec();
    assertThat(spec.getAdditionalProperties()).isEqualTo(Map.of("targetRefs", List.of()));
    assertThat(spec.getConfigPatches().get(0).getPatch().getAdditionalProperties())
        .isEqualTo(Map.of("operation", "MERGE_AND_REPLACE_LIST"));
    assertThat(Fabric8.fromFabric8(object).manifests()).containsExactly(manifest);
  }

  @Test
  void whatCouldNotBeToldFromALossTravelsInAGenericObject() {
    Manifest emptyMatch = virtualServiceWithMatch("{uri: {}}");

    HasMetadata object = Fabric8.toFabric8(emptyMatch);

    assertThat(object).isInstanceOf(GenericKubernetesResource.class);
    assertThat(Fabric8.fromFabric8(object))
        .isEqualTo(new ReadResult(List.of(emptyMatch), List.of(), Map.of()));
  }

  @Test
  void aKindThatFabric8DoesNotHaveIsAGenericObject() {
    Manifest extension =
        one(
            """
            apiVersion: extensions.istio.io/v1alpha1
            kind: TrafficExtension
            metadata: {name: a}
            spec: {lua: {inlineCode: x}}
            """);
    Manifest raw =
        one(
            "{apiVersion: example.com/v1, kind: Other, metadata: {name: a}, spec: {a: [null,"
                + " 1e40]}}");

    for (Manifest manifest : List.of(extension, raw)) {
      HasMetadata object = Fabric8.toFabric8(manifest);
      assertThat(object).isInstanceOf(GenericKubernetesResource.class);
      assertThat(Fabric8.fromFabric8(object).manifests()).containsExactly(manifest);
    }
  }

  @Test
  void valuesOfAnotherTypeTravelInAdditionalProperties() {
    Manifest manifest =
        one(
            "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, generation: x, finalizers: [b],"
                + " managedFields: {a: {b: c}}}, data: {a: b}}");

    HasMetadata object = Fabric8.toFabric8(manifest);

    assertThat(object).isInstanceOf(ConfigMap.class);
    assertThat(object.getMetadata().getFinalizers()).containsExactly("b");
    assertThat(object.getMetadata().getAdditionalProperties())
        .isEqualTo(Map.of("generation", "x", "managedFields", Map.of("a", Map.of("b", "c"))));
    assertThat(Fabric8.fromFabric8(object).manifests()).containsExactly(manifest);
  }

  @Test
  void whatJacksonCannotHoldIsRefused() {
    JsonValue deep = JsonValue.object();
    for (int i = 0; i < 1000; i++) {
      deep = JsonValue.array(deep);
    }
    Manifest manifest =
        RawManifest.rawManifest(
            "example.com/v1", "Other", Metadata.metadata("a"), JsonValue.object().with("b", deep));

    assertThatThrownBy(() -> Fabric8.toFabric8(manifest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Other a does not fit");
  }

  @Test
  void aLossBesideOtherFieldsCannotBeSeenAnyMore() {
    HasMetadata object =
        FABRIC8.unmarshal(
            """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: a}
            spec: {hosts: [a], http: [{redirect: {uri: /b, prefixRewrit: /c}}]}
            """,
            VirtualService.class);

    ReadResult read = Fabric8.fromFabric8(object);

    assertThat(read.findings()).isEmpty();
    assertThat(read.manifests().get(0).toString()).contains("uri: /b").doesNotContain("/c");
  }

  @Test
  void anArmThatFabric8DroppedIsFound() {
    HasMetadata object =
        FABRIC8.unmarshal(virtualServiceText("{uri: {prefx: /a}}"), VirtualService.class);

    assertThat(FABRIC8.asJson(object)).contains("\"uri\":{}"); // what fabric8 made of it
    assertRefused(
        object,
        "FABRIC8-LOST-ARM",
        "spec.http[0].match[0].uri",
        "no arm of MatchType is set and nothing beside it; fabric8 makes that of a mistyped arm");
  }

  @Test
  void anArmWithoutAValueIsFound() {
    assertRefused(
        withUri(new StringMatch(new StringMatchPrefix(null))),
        "FABRIC8-LOST-ARM",
        "spec.http[0].match[0].uri",
        "the arm of MatchType has no value, and nothing of it would be written");
  }

  @Test
  void twoArmsAreFound() {
    StringMatch match = new StringMatch(new StringMatchPrefix("/a"));
    match.setAdditionalProperty("exact", "/b");

    assertRefused(
        withUri(match),
        "YAML-SECOND-ARM",
        "spec.http[0].match[0].uri.prefix",
        "exact and prefix exclude each other (match_type); one of them would be lost");
  }

  @Test
  void aFieldThatIsSetTwiceIsFound() {
    StringMatch match = new StringMatch(new StringMatchPrefix("/a"));
    match.setAdditionalProperty("prefix", "/b");
    VirtualService hosts = withUri(new StringMatch(new StringMatchPrefix("/a")));
    hosts.getSpec().setAdditionalProperty("hosts", List.of("b"));

    String message =
        "this field is set in the object and in its additionalProperties; one of them would be"
            + " lost";
    assertRefused(withUri(match), "FABRIC8-TWICE", "spec.http[0].match[0].uri.prefix", message);
    assertRefused(hosts, "FABRIC8-TWICE", "spec.hosts", message);
  }

  @Test
  void aFieldThatNobodyKnowsIsFoundWithWhatWasMeant() {
    HasMetadata object =
        FABRIC8.unmarshal(virtualServiceText("{ignoreUriCases: true}"), VirtualService.class);

    Finding finding = refused(object);
    assertThat(finding.id()).isEqualTo("YAML-UNKNOWN-FIELD");
    assertThat(finding.path()).isEqualTo("spec.http[0].match[0].ignoreUriCases");
    assertThat(finding.hint()).isEqualTo("did you mean \"ignoreUriCase\"?");
    assertThat(finding.origin()).hasToString("fabric8 object");
  }

  @Test
  void aHeaderThatMustBeThereIsReadWithAWarningThatItMayBeALoss() {
    Manifest manifest = virtualServiceWithMatch("{headers: {canary: {}}}");

    HasMetadata object = Fabric8.toFabric8(manifest);
    ReadResult read = Fabric8.fromFabric8(object);

    assertThat(object).isInstanceOf(VirtualService.class);
    assertThat(read.manifests()).containsExactly(manifest);
    assertThat(read.findings())
        .extracting(Finding::id, Finding::severity, Finding::path)
        .containsExactly(
            tuple("FABRIC8-EMPTY-ONEOF", Severity.WARNING, "spec.http[0].match[0].headers.canary"));
  }

  @Test
  void aPolicyThatAllowsNothingIsReadWithAWarning() {
    Manifest nothing =
        one(
            "{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: a},"
                + " spec: {}}");

    ReadResult read = Fabric8.fromFabric8(Fabric8.toFabric8(nothing));

    assertThat(read.manifests()).containsExactly(nothing);
    assertThat(read.findings()).extracting(Finding::id).containsExactly("FABRIC8-EMPTY-ONEOF");
  }

  @Test
  void anObjectThatIsNoJsonIsFound() {
    VirtualService object = withUri(new StringMatch(new StringMatchPrefix("/a")));
    object.setAdditionalProperty("itself", object.getAdditionalProperties());

    assertThat(refused(object).id()).isEqualTo("FABRIC8-UNREADABLE");
  }

  @Test
  void anObjectWithTimesIsKept() {
    HasMetadata lease =
        new LeaseBuilder()
            .withNewMetadata()
            .withName("a")
            .endMetadata()
            .withNewSpec()
            .withRenewTime(ZonedDateTime.parse("2026-01-02T03:04:05Z"))
            .endSpec()
            .build();

    assertThat(Fabric8.fromFabric8(lease).manifests().get(0).toString())
        .endsWith("spec:\n  renewTime: \"2026-01-02T03:04:05.000000Z\"\n");
  }

  @Test
  void anOlderVersionIsRead() {
    HasMetadata object =
        FABRIC8.unmarshal(
            virtualServiceText("{uri: {prefix: /a}}").replace("istio.io/v1", "istio.io/v1alpha3"),
            io.fabric8.istio.api.networking.v1alpha3.VirtualService.class);

    assertThat(Fabric8.fromFabric8(object).manifests())
        .containsExactly(virtualServiceWithMatch("{uri: {prefix: /a}}"));
  }

  private static void assertRefused(HasMetadata object, String id, String path, String message) {
    Finding finding = refused(object);
    assertThat(finding.id()).isEqualTo(id);
    assertThat(finding.path()).isEqualTo(path);
    assertThat(finding.message()).isEqualTo(message);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.origin()).hasToString("fabric8 object");
  }

  private static Finding refused(HasMetadata object) {
    ReadResult read = Fabric8.fromFabric8(object);
    assertThat(read.manifests()).isEmpty();
    assertThat(read.findings()).hasSize(1);
    return read.findings().get(0);
  }

  private static VirtualService withUri(StringMatch uri) {
    return new VirtualServiceBuilder()
        .withNewMetadata()
        .withName("a")
        .endMetadata()
        .withNewSpec()
        .withHosts("a")
        .addNewHttp()
        .withMatch(new HTTPMatchRequestBuilder().withUri(uri).build())
        .endHttp()
        .endSpec()
        .build();
  }

  private static Manifest virtualServiceWithMatch(String match) {
    return one(virtualServiceText(match));
  }

  private static String virtualServiceText(String match) {
    return """
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: a}
    spec:
      hosts: [a]
      http:
      - match: [%s]
        route: [{destination: {host: a}}]
    """
        .formatted(match);
  }

  private static Manifest one(String yaml) {
    ReadResult read = ManifestReader.read("a.yaml", yaml);
    assertThat(read.findings()).isEmpty();
    assertThat(read.manifests()).hasSize(1);
    return read.manifests().get(0);
  }
}
