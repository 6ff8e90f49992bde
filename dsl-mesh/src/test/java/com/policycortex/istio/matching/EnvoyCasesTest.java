package com.policycortex.istio.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Sets of requests against what a real Envoy did: {@code conformance/run} asks it the same cases.
 */
class EnvoyCasesTest {

  private static final Path FOLDER = Path.of("..", "conformance", "matching");

  @TestFactory
  Stream<DynamicTest> requests_go_where_envoy_sends_them() throws IOException {
    FirstMatch<String> order = routes(manifest(VirtualService.class));
    return cases("outbound")
        .map(
            one ->
                DynamicTest.dynamicTest(
                    String.valueOf(one.get("name")),
                    () ->
                        assertThat(order.first(request(one)).map(order::value))
                            .hasValue(subset(one))));
  }

  @TestFactory
  Stream<DynamicTest> requests_are_let_in_where_envoy_does() throws IOException {
    RequestSet allowed =
        AuthorizationMatches.in("matching").of(manifest(AuthorizationPolicy.class).rules());
    return cases("inbound")
        .map(
            one ->
                DynamicTest.dynamicTest(
                    String.valueOf(one.get("name")),
                    () ->
                        assertThat(allowed.matches(request(one)))
                            .isEqualTo(
                                Verdict.of(
                                    Integer.valueOf(200)
                                        .equals(map(one, "expect").get("status"))))));
  }

  private static FirstMatch<String> routes(VirtualService service) {
    List<String> subsets = new ArrayList<>();
    List<RequestSet> sets = new ArrayList<>();
    RouteMatches compiler = RouteMatches.of(List.of());
    for (HttpRoute route : service.http()) {
      String subset = route.route().get(0).destination().subset().orElseThrow();
      if (route.match().isEmpty()) {
        subsets.add(subset);
        sets.add(compiler.all());
      }
      for (HttpMatchRequest match : route.match()) {
        subsets.add(subset);
        sets.add(compiler.of(match, match.gateways()));
      }
    }
    return FirstMatch.of(subsets, sets);
  }

  private static Request request(Map<String, Object> one) {
    Map<String, Object> sent = map(one, "request");
    // What Envoy's normalisation makes of the path, before anybody looks at it.
    String path = String.valueOf(sent.get("path")).replace("/x/../y", "/y").replace("%41", "A");
    Request request =
        Request.get(path)
            .with(Attribute.METHOD, String.valueOf(sent.getOrDefault("method", "GET")))
            .with(Attribute.AUTHORITY, String.valueOf(sent.get("host")))
            .with(Attribute.LISTENER_PORT, "80");
    if (sent.containsKey("from")) {
      request = request.with(Attribute.PRINCIPAL, "spiffe://" + sent.get("from"));
    }
    for (Map.Entry<String, Object> header : map(sent, "headers").entrySet()) {
      request = request.header(header.getKey(), String.valueOf(header.getValue()));
    }
    return request;
  }

  private static String subset(Map<String, Object> one) {
    String cluster = map(map(one, "expect"), "clusters").keySet().iterator().next();
    return cluster.split("\\|", -1)[2];
  }

  private static <M> M manifest(Class<M> type) throws IOException {
    ReadResult read =
        ManifestReader.read("mesh.yaml", Files.readString(FOLDER.resolve("mesh.yaml")));
    return read.manifests().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Map<String, Object>> cases(String listener) throws IOException {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(1000);
    List<Map<String, Object>> all =
        new Yaml(options).load(Files.readString(FOLDER.resolve("cases.yaml")));
    return all.stream()
        .filter(one -> String.valueOf(map(one, "proxy").get("listener")).startsWith(listener));
  }

  @SuppressWarnings("unchecked") // a mapping of names, as the file has it
  private static Map<String, Object> map(Map<String, Object> of, String name) {
    return (Map<String, Object>) of.getOrDefault(name, Map.of());
  }
}
