package com.policycortex.istio.source;

import static com.policycortex.istio.model.Metadata.metadata;
import static com.policycortex.istio.model.TargetReference.targetReference;
import static com.policycortex.istio.model.WorkloadSelector.workloadSelector;
import static com.policycortex.istio.model.kubernetes.Namespace.namespace;
import static com.policycortex.istio.model.networking.DestinationRule.destinationRule;
import static com.policycortex.istio.model.networking.HttpRoute.httpRoute;
import static com.policycortex.istio.model.networking.Sidecar.sidecar;
import static com.policycortex.istio.model.networking.VirtualService.virtualService;
import static com.policycortex.istio.model.security.AuthorizationPolicy.authorizationPolicy;
import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.yaml.ManifestReader;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaSourceTest {

  private static final int ARMS = 4;

  @Test
  void the_expression_reads_as_a_person_would_have_written_it() {
    var routes =
        virtualService("reviews")
            .in("bookinfo")
            .hosts("reviews")
            .http(
                httpRoute()
                    .timeout(Duration.ofSeconds(90))
                    .route(to("v1").weight(90), to("v2").weight(10)));

    JavaSource source = JavaSource.of(routes);

    assertThat(source.expression())
        .isEqualTo(
            """
            virtualService("reviews")
                .in("bookinfo")
                .hosts("reviews")
                .http(
                    httpRoute()
                        .route(
                            httpRouteDestination(destination("reviews").subset("v1")).weight(90),
                            httpRouteDestination(destination("reviews").subset("v2")).weight(10))
                        .timeout(ofSeconds(90)))""");
    assertThat(source.imports())
        .containsExactly(
            "import static com.policycortex.istio.model.networking.Destination.destination;",
            "import static com.policycortex.istio.model.networking.HttpRoute.httpRoute;",
            "import static"
                + " com.policycortex.istio.model.networking.HttpRouteDestination"
                + ".httpRouteDestination;",
            "import static com.policycortex.istio.model.networking.VirtualService.virtualService;",
            "import static java.time.Duration.ofSeconds;");
    assertThat(source)
        .hasToString(String.join("\n", source.imports()) + "\n\n" + source.expression() + "\n");
  }

  @Test
  void what_every_field_holds_comes_back_from_the_compiled_source() throws Exception {
    Map<String, String> sources = new LinkedHashMap<>();
    List<Manifest> all = new ArrayList<>();
    for (int variant = 0; variant < ARMS; variant++) {
      List<Manifest> manifests = FullValues.manifests(variant);
      all.addAll(manifests);
      sources.put("Variant" + variant, JavaSource.program("Variant" + variant, manifests));
    }

    CompiledJava compiled = CompiledJava.of(sources);

    List<Object> made = new ArrayList<>();
    for (String name : sources.keySet()) {
      made.addAll((List<?>) compiled.call(name, "manifests"));
    }
    assertThat(made).hasSizeGreaterThan(80).isEqualTo(all);
  }

  @Test
  void texts_of_any_kind_come_back_from_the_compiled_source() throws Exception {
    List<String> texts =
        List.of(
            "",
            "a \"quoted\" text",
            "back\\slash \\u0041 \\n",
            "tab\tand\rreturn",
            "one line\n",
            "two\nlines",
            "two\nlines\n",
            "\n\nblank lines\n\n\nin it",
            "  indented\n    more\n  less  \n",
            "blanks at the end  \nof a line \n ",
            "\"\"\"\nquotes\"\"\"\n\"",
            "ends with a quote\n\"",
            "backslash at the end\\\nof a line\\",
            "controls \u0000\u0007\u001b7\u007f",
            "ä 例 \uD83D\uDE00 \uD800 \u200B\u2028\u202E\uFEFF\u00A0",
            "x".repeat(200_000),
            "é\n".repeat(50_000));
    List<Manifest> manifests = new ArrayList<>();
    for (String text : texts) {
      manifests.add(ConfigMap.configMap("a").data(Map.of("text", text)));
    }

    assertThat((List<?>) compiled(manifests))
        .extracting(made -> ((ConfigMap) made).data().get("text"))
        .isEqualTo(texts);
  }

  @Test
  void json_and_kinds_of_others_come_back_from_the_compiled_source() throws Exception {
    List<Manifest> manifests =
        List.of(
            RawManifest.rawManifest(
                "apps/v1",
                "Deployment",
                metadata("a").namespace("b").label("c", "d").annotation("e", "f"),
                JsonValue.object()
                    .with("whole", Long.MAX_VALUE)
                    .with("fraction", JsonValue.of(1.5))
                    .with(
                        "exact",
                        new JsonValue.JsonNumber(new BigDecimal("1234567890123456789012.000125")))
                    .with("nothing", JsonValue.JsonNull.NULL)
                    .with(
                        "list",
                        JsonValue.array(
                            JsonValue.of(1),
                            JsonValue.of("a"),
                            JsonValue.of(true),
                            JsonValue.JsonNull.NULL,
                            JsonValue.array(),
                            JsonValue.object()))
                    .with("object", JsonValue.object().with("with blanks", "a"))),
            RawManifest.rawManifest("v1", "Strange-Kind", metadata("1"), JsonValue.object()));

    assertThat(compiled(manifests)).isEqualTo(manifests);
  }

  @Test
  void selectors_targets_and_maps_of_any_size_come_back_from_the_compiled_source()
      throws Exception {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = 0; i < 11; i++) {
      labels.put("label-" + i, "x");
    }
    List<Manifest> manifests =
        List.of(
            authorizationPolicy("a")
                .selector(workloadSelector(Map.of()))
                .targetRefs(targetReference("Service", "b"), targetReference("", "Service", "c")),
            sidecar("a").workloadSelector(workloadSelector(labels)),
            sidecar("a").workloadSelector(workloadSelector(Map.of())),
            namespace("a").label("b", "c"));

    assertThat(compiled(manifests)).isEqualTo(manifests);
  }

  @Test
  void lists_and_maps_without_an_element_come_back_from_the_compiled_source() throws Exception {
    List<Manifest> manifests =
        ManifestReader.read(
                "a.yaml",
                """
                apiVersion: networking.istio.io/v1
                kind: Sidecar
                metadata: {name: a}
                spec: {workloadSelector: {labels: {}}, ingress: [], egress: [{hosts: []}]}
                ---
                apiVersion: security.istio.io/v1
                kind: AuthorizationPolicy
                metadata: {name: b}
                spec: {selector: {matchLabels: {}}, rules: [{from: [], to: []}]}
                """)
            .manifests();

    assertThat(manifests).hasSize(2);
    assertThat(compiled(manifests)).isEqualTo(manifests);
  }

  @Test
  void methods_of_a_program_have_names_of_their_own() throws Exception {
    List<Manifest> manifests =
        List.of(
            virtualService("a-b"),
            virtualService("a.b"),
            virtualService(""),
            destinationRule("rule", "a"),
            ConfigMap.configMap("9"));

    String program = JavaSource.program("Mesh", manifests);

    assertThat(program)
        .contains("static VirtualService virtualServiceAB()")
        .contains("static VirtualService virtualServiceAB_2()")
        .contains("static VirtualService virtualService_2()")
        .contains("static ConfigMap configMap9()");
    assertThat(compiled(manifests)).isEqualTo(manifests);
    assertThat(compiled(List.of())).isEqualTo(List.of());
  }

  @Test
  void what_java_cannot_say_is_named() {
    Manifest manifest =
        ManifestReader.read(
                "a.yaml",
                """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: a, uid: x}
                spec:
                  hosts: [a]
                  http: [{route: [{destination: {host: a}}], mirrorPercent: 5}]
                status: {observedGeneration: 1}
                """)
            .manifests()
            .get(0);

    assertThat(JavaSource.of(manifest).leftOut())
        .containsExactly("metadata.uid", "http[0].mirrorPercent", "status");
    assertThat(JavaSource.program("Mesh", List.of(manifest))).contains("// Left out: status");
  }

  private static Object compiled(List<Manifest> manifests)
      throws IOException, ReflectiveOperationException {
    return CompiledJava.of(Map.of("Mesh", JavaSource.program("Mesh", manifests)))
        .call("Mesh", "manifests");
  }

  private static HttpRouteDestination to(String subset) {
    return HttpRouteDestination.httpRouteDestination(
        Destination.destination("reviews").subset(subset));
  }
}
