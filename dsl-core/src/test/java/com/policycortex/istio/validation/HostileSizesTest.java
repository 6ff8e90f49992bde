package com.policycortex.istio.validation;

import static com.policycortex.istio.model.networking.HttpMatchRequest.httpMatchRequest;
import static com.policycortex.istio.model.networking.HttpRoute.httpRoute;
import static com.policycortex.istio.model.networking.VirtualService.virtualService;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ReadResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What nobody writes in good faith: texts of a megabyte, thousands of elements, nulls anywhere,
 * deep nesting. Each gets a verdict, without an exception; where one is named it is the real one.
 */
class HostileSizesTest {

  private static final int MEGABYTE = 1 << 20;

  // Beginnings that make a parser go on: repeated up to a megabyte.
  private static final List<String> PARTS =
      List.of(
          "a",
          "a.",
          "1",
          "1.",
          "0",
          ":",
          "1:",
          "/",
          "/{*}",
          "{",
          "(",
          "(a|",
          "[",
          "a{2}",
          "\\",
          "\\p{",
          "%",
          "%a(",
          "%a([\"b\", ",
          "%%",
          "*",
          "-",
          "_",
          "é",
          "😀",
          "\u0301",
          "\u202e",
          "例",
          "م",
          "a?b:",
          "!",
          "a+",
          "a[",
          "{a:",
          "\"",
          "//",
          "5xx,",
          "@",
          "#",
          ",",
          " ",
          "\t",
          "\n",
          "\u0000");

  private static final Map<String, Consumer<String>> JUDGES =
      Map.ofEntries(
          Map.entry("regex", Regexes::problem),
          Map.entry("template", PathTemplates::problem),
          Map.entry("header value", HeaderValues::problem),
          Map.entry("header name", HeaderNames::isMatchable),
          Map.entry("host", DnsNames::problemWithWildcardDomain),
          Map.entry("SNI host", host -> DnsNames.problemWithSniDomain(true, "outbound_" + host)),
          Map.entry("trust domain", DnsNames::isTrustDomain),
          Map.entry("name", DnsNames::isRfc1123Subdomain),
          Map.entry("host of a gateway", host -> NamespacedHosts.problemInGateway(host, false)),
          Map.entry("host of a sidecar", NamespacedHosts::problemInSidecar),
          Map.entry("address", IpAddresses::isAddress),
          Map.entry("network", text -> IpAddresses.isNetwork(text + "/8")),
          Map.entry("URL", text -> Url.parse("http://" + text)),
          Map.entry("path of a URL", Url::parseRequest),
          Map.entry("user of a URL", text -> Url.parse("http://" + text + "@a")),
          Map.entry("IPv6 of a URL", text -> Url.parse("http://[::1%25" + text + "]")),
          Map.entry("address of a proxy", ProxyAddresses::problem),
          Map.entry("label", Labels::isKey),
          Map.entry("value of a label", Labels::isValue),
          Map.entry("CEL", CelSyntax::problem),
          Map.entry("keys", JsonWebKeys::of),
          Map.entry("a key", text -> JsonWebKeys.of("{\"kty\": \"oct\", \"k\": \"" + text + "\"}")),
          Map.entry("time", Times::isRfc3339));

  @Test
  void a_megabyte_of_anything_gets_a_verdict_from_every_judge_of_texts() {
    for (String part : PARTS) {
      String text = part.repeat(MEGABYTE / part.length());
      JUDGES.forEach(
          (name, judge) ->
              assertThatCode(() -> judge.accept(text))
                  .as("%s of many %s", name, part)
                  .doesNotThrowAnyException());
    }
  }

  @Test
  void what_is_as_long_as_a_judge_takes_gets_a_verdict() {
    for (String part : PARTS) {
      String regex = part.repeat(Math.max(1, 1024 / Text.utf8Length(part)));
      String expression = part.repeat(100_000 / part.length());
      assertThatCode(() -> Regexes.problem(regex)).as(part).doesNotThrowAnyException();
      assertThatCode(() -> CelSyntax.problem(expression)).as(part).doesNotThrowAnyException();
    }
    assertThat(Regexes.problem("a{0,1000}")).isNull();
    assertThat(Regexes.problem("(".repeat(400) + "a{0,1000}" + ")".repeat(400))).isNull();
  }

  @Test
  void istiod_takes_a_path_and_a_header_of_a_megabyte_but_no_host_and_no_name_of_a_header() {
    String megabyte = "a".repeat(MEGABYTE);
    HttpRoute route = httpRoute().route(to("a"));

    assertThat(
            ids(
                routes(
                    route.match(httpMatchRequest().uri(new StringMatch.Prefix("/" + megabyte))))))
        .isEmpty();
    assertThat(
            ids(
                routes(
                    route.match(
                        httpMatchRequest().headers(Map.of("a", new StringMatch.Exact(megabyte)))))))
        .isEmpty();
    assertThat(
            ids(
                routes(
                    route.match(
                        httpMatchRequest().headers(Map.of(megabyte, new StringMatch.Exact("a")))))))
        .isEmpty();
    assertThat(ids(routes(route.route(List.of(to(megabyte)))))).containsExactly("VS-DEST-HOST");
    assertThat(ids(routes(route).hosts(List.of(megabyte)))).containsExactly("VS-HOST");
  }

  @Test
  void a_thousand_subsets_are_accepted() {
    List<Subset> subsets = IntStream.range(0, 1000).mapToObj(i -> Subset.subset("s" + i)).toList();
    DestinationRule rule = DestinationRule.destinationRule("a", "a");

    assertThat(ids(rule.subsets(subsets))).isEmpty();
  }

  @Test
  void ten_thousand_routes_are_accepted_and_the_hidden_one_is_found() {
    List<HttpRoute> routes =
        new ArrayList<>(IntStream.range(0, 10_000).mapToObj(i -> prefix("/p" + i + "/")).toList());
    assertThat(ids(virtualService("a").hosts("a").http(routes))).isEmpty();

    routes.add(prefix("/p1234/below"));
    assertThat(Validation.validate(virtualService("a").hosts("a").http(routes)))
        .extracting(Finding::path)
        .containsExactly("spec.http[10000].match[0].uri");
  }

  @Test
  void a_null_in_the_place_of_any_node_of_an_example_is_no_reason_for_an_exception()
      throws IOException {
    int changed = 0;
    for (RuleExample example : RuleExample.all()) {
      JsonNode manifest = example.broken().deepCopy();
      for (Change change : nulls(manifest, new ArrayList<>())) {
        change.make().run();
        String text = manifest.toString();
        assertThatCode(() -> judge(text)).as(text).doesNotThrowAnyException();
        change.undo().run();
        changed++;
      }
    }
    assertThat(changed).isGreaterThan(5_000);
  }

  @Test
  void deep_nesting_gets_a_verdict() {
    for (String value :
        List.of(
            "[".repeat(100_000),
            "[".repeat(2_000) + "]".repeat(2_000),
            "{\"a\":".repeat(900) + "1" + "}".repeat(900),
            "[".repeat(900) + "]".repeat(900))) {
      String filter =
          """
          {"apiVersion": "networking.istio.io/v1alpha3", "kind": "EnvoyFilter", "metadata": {"name": "a"},
           "spec": {"configPatches": [{"applyTo": "CLUSTER", "patch": {"operation": "MERGE", "value": {"a": %s}}}]}}
          """
              .formatted(value);
      assertThatCode(() -> judge(filter)).doesNotThrowAnyException();
    }
    assertThat(JsonWebKeys.of("{\"keys\": " + "[".repeat(100_000)).problem()).isNotEmpty();
    assertThat(JsonWebKeys.of("{\"keys\": " + "{\"a\":".repeat(100_000)).problem()).isNotEmpty();
  }

  private static void judge(String text) {
    ReadResult read = ManifestReader.read("manifest.json", text);
    Validation.validate(read.manifests());
    read.halfRead().forEach(half -> Validation.validate(half.manifest(), half.unread()));
  }

  // Each puts null in the place of a node.
  private static List<Change> nulls(JsonNode node, List<Change> changes) {
    if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        JsonNode element = array.get(i);
        nulls(element, changes);
        changes.add(new Change(() -> array.setNull(at), () -> array.set(at, element)));
      }
    } else if (node instanceof ObjectNode object) {
      for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
        String name = names.next();
        JsonNode field = object.get(name);
        nulls(field, changes);
        changes.add(new Change(() -> object.putNull(name), () -> object.set(name, field)));
      }
    }
    return changes;
  }

  private record Change(Runnable make, Runnable undo) {}

  private static List<String> ids(Manifest manifest) {
    return Validation.validate(manifest).stream().map(Finding::id).toList();
  }

  private static VirtualService routes(HttpRoute route) {
    return virtualService("a").hosts("a").http(route);
  }

  private static HttpRoute prefix(String prefix) {
    return httpRoute().match(httpMatchRequest().uri(new StringMatch.Prefix(prefix))).route(to("a"));
  }

  private static HttpRouteDestination to(String host) {
    return HttpRouteDestination.httpRouteDestination(Destination.destination(host));
  }
}
