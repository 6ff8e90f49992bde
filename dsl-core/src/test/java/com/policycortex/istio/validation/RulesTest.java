package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;

/**
 * The examples and the verdicts again, in few plain tests, one for each area. Mutation testing runs
 * tests one by one, those that others generate many times more slowly, and only those that come
 * along the changed line; see docs/quality.md.
 */
class RulesTest {

  // The file of examples of an area, and its kinds.
  private static final Map<String, List<String>> AREAS =
      Map.of(
          "virtual-service", List.of("VirtualService"),
          "destination-rule", List.of("DestinationRule"),
          "gateway", List.of("Gateway"),
          "service-entry", List.of("ServiceEntry", "WorkloadEntry", "WorkloadGroup"),
          "sidecar", List.of("Sidecar", "EnvoyFilter"),
          "security", List.of("AuthorizationPolicy", "PeerAuthentication", "RequestAuthentication"),
          "extensions", List.of("WasmPlugin", "TrafficExtension", "Telemetry", "ProxyConfig"),
          "mesh-config", List.of("IstioOperator", "ConfigMap"));

  @Test
  void virtual_services_are_judged() throws Throwable {
    judge("virtual-service");
  }

  @Test
  void destination_rules_are_judged() throws Throwable {
    judge("destination-rule");
  }

  @Test
  void gateways_are_judged() throws Throwable {
    judge("gateway");
  }

  @Test
  void service_entries_and_workloads_are_judged() throws Throwable {
    judge("service-entry");
  }

  @Test
  void sidecars_and_filters_are_judged() throws Throwable {
    judge("sidecar");
  }

  @Test
  void access_and_tokens_are_judged() throws Throwable {
    judge("security");
  }

  @Test
  void extensions_and_telemetry_are_judged() throws Throwable {
    judge("extensions");
  }

  @Test
  void installations_are_judged() throws Throwable {
    judge("mesh-config");
  }

  @Test
  void all_other_kinds_are_judged() throws Throwable {
    run(RuleExamplesTest.ofFile("kubernetes"));
    run(VerdictsTest.ofKinds(kind -> AREAS.values().stream().noneMatch(k -> k.contains(kind))));
  }

  @Test
  void what_a_program_makes_is_judged() throws Throwable {
    run(new RuleExamplesTest().a_rule_finds_the_mistake_that_a_program_made());
  }

  @Test
  void every_file_of_examples_is_an_area() {
    assertThat(RuleExample.FILES).containsAll(AREAS.keySet()).contains("kubernetes");
    assertThat(RuleExample.FILES).hasSize(AREAS.size() + 1);
  }

  private static void judge(String area) throws Throwable {
    run(RuleExamplesTest.ofFile(area));
    run(VerdictsTest.ofKinds(AREAS.getOrDefault(area, List.of())::contains));
  }

  private static void run(Stream<DynamicTest> tests) throws Throwable {
    List<DynamicTest> all = tests.toList();
    assertThat(all).isNotEmpty();
    for (DynamicTest test : all) {
      test.getExecutable().execute();
    }
  }
}
