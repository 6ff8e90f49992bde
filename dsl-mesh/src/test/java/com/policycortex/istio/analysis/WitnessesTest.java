package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Witness;
import com.policycortex.istio.matching.Addresses;
import com.policycortex.istio.matching.Attribute;
import com.policycortex.istio.matching.AuthorizationMatches;
import com.policycortex.istio.matching.FirstMatch;
import com.policycortex.istio.matching.Request;
import com.policycortex.istio.matching.RequestSet;
import com.policycortex.istio.matching.RouteMatches;
import com.policycortex.istio.matching.text.Verdict;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.VirtualServices;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.yaml.ManifestReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The request that shows a finding does what is said of it, as the matches themselves have it. */
class WitnessesTest {

  private static final Pattern RULE = Pattern.compile("spec\\.http\\[(\\d+)].*");
  private static final Pattern ACCESS_RULE = Pattern.compile("spec\\.rules\\[(\\d+)].*");
  private static final Pattern BY = Pattern.compile(".*, by http\\[(\\d+)][^ ]*");
  private static final Pattern POD =
      Pattern.compile("a pod(?: with ([^ ]+))?(?: of namespace ([^ ,]+))?");

  /** Whose witness is a request that the rule at the finding's path takes. */
  private static final Set<String> TAKEN =
      new TreeSet<>(
          List.of(
              "REF-MIRROR-HOST-MISSING",
              "REF-MIRROR-SUBSET-MISSING",
              "REF-ROUTE-HOST-MISSING",
              "REF-ROUTE-PORT-MISSING",
              "REF-ROUTE-SUBSET-MISSING",
              "VS-FAULT-ACTIVE",
              "VS-MIRROR-SELF",
              "VS-RETRY-EXCEEDS-TIMEOUT",
              "VS-RETRY-NON-IDEMPOTENT",
              "VS-REWRITE-SLASH",
              "VS-ROUTE-DUPLICATE-DESTINATION",
              "VS-ROUTE-SINGLE-WEIGHT"));

  /** Whose witness is a request that the rule of access at the finding's path holds for. */
  private static final Set<String> HELD =
      new TreeSet<>(
          List.of(
              "AUTHZ-ALLOW-COVERED",
              "AUTHZ-ALLOW-DEAD",
              "AUTHZ-MTLS-REQUIRED",
              "AUTHZ-NEGATIVE-ALLOW",
              "AUTHZ-OR-INSTEAD-OF-AND"));

  @TestFactory
  Stream<DynamicTest> a_rule_takes_the_request_that_shows_what_is_wrong_with_it() {
    return shown(TAKEN)
        .map(
            shown ->
                dynamicTest(
                    shown.toString(),
                    () ->
                        assertThat(shown.taker())
                            .as("%s", shown.finding())
                            .contains(number(RULE, shown.finding().path()))));
  }

  @TestFactory
  Stream<DynamicTest> a_rule_that_is_never_reached_leaves_its_request_to_the_one_that_is_named() {
    return shown(Set.of("VS-RULE-SHADOWED"))
        .filter(shown -> BY.matcher(shown.witness().outcome()).matches())
        .filter(shown -> !shown.hasDelegates())
        .map(
            shown ->
                dynamicTest(
                    shown.toString(),
                    () ->
                        assertThat(shown.taker())
                            .as("%s", shown.finding())
                            .contains(number(BY, shown.witness().outcome()))));
  }

  @TestFactory
  Stream<DynamicTest> a_request_that_no_rule_takes_is_taken_by_none() {
    return shown(Set.of("VS-NO-DEFAULT-ROUTE"))
        .filter(shown -> !shown.hasDelegates())
        .map(
            shown ->
                dynamicTest(
                    shown.toString(),
                    () -> assertThat(shown.taker()).as("%s", shown.finding()).isEmpty()));
  }

  @TestFactory
  Stream<DynamicTest> a_rule_of_access_holds_for_the_request_that_shows_it() {
    return shown(HELD)
        .map(
            shown ->
                dynamicTest(
                    shown.toString(),
                    () ->
                        assertThat(shown.held().matches(shown.request()))
                            .as("%s", shown.finding())
                            .isEqualTo(Verdict.YES)));
  }

  @Test
  void each_of_these_checks_has_an_example_with_a_request() {
    Set<String> all = new TreeSet<>(TAKEN);
    all.addAll(HELD);
    all.addAll(List.of("VS-RULE-SHADOWED", "VS-NO-DEFAULT-ROUTE"));
    Set<String> found = new TreeSet<>();
    shown(all).forEach(shown -> found.add(shown.finding().id()));

    assertThat(found).isEqualTo(all);
  }

  private static Stream<Shown> shown(Set<String> ids) {
    List<Shown> all = new ArrayList<>();
    for (CheckExample example : CheckExample.all()) {
      if (example.broken() && ids.contains(example.check())) {
        Mesh mesh = Mesh.of(ManifestReader.read("example.yaml", example.yaml()));
        for (Finding finding : Analysis.of(mesh).findings()) {
          if (finding.id().equals(example.check()) && finding.witness().isPresent()) {
            all.add(new Shown(example, mesh, finding, finding.witness().get()));
          }
        }
      }
    }
    return all.stream();
  }

  private static int number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.matches()).as(text).isTrue();
    return Integer.parseInt(matcher.group(1));
  }

  /** A finding with its request. */
  private record Shown(CheckExample example, Mesh mesh, Finding finding, Witness witness) {

    // The rule that takes the request, by the matches alone.
    Optional<Integer> taker() {
      VirtualService service = (VirtualService) manifest();
      String namespace = Names.namespace(service);
      RouteMatches compiler = RouteMatches.of(VirtualServices.gateways(service));
      List<Integer> rules = new ArrayList<>();
      List<RequestSet> sets = new ArrayList<>();
      for (int i = 0; i < service.http().size(); i++) {
        HttpRoute rule = service.http().get(i);
        if (rule.match().isEmpty()) {
          rules.add(i);
          sets.add(compiler.all());
        }
        for (HttpMatchRequest match : rule.match()) {
          rules.add(i);
          sets.add(
              compiler.of(
                  match,
                  match.gateways().stream().map(name -> Names.gateway(name, namespace)).toList()));
        }
      }
      return FirstMatch.of(rules, sets).first(request()).map(rules::get);
    }

    boolean hasDelegates() {
      return ((VirtualService) manifest())
          .http().stream().anyMatch(rule -> rule.delegate().isPresent());
    }

    RequestSet held() {
      AuthorizationPolicy policy = (AuthorizationPolicy) manifest();
      return AuthorizationMatches.in(Names.namespace(policy))
          .of(policy.rules().get(number(ACCESS_RULE, finding.path())));
    }

    private Manifest manifest() {
      return mesh.manifests().stream()
          .filter(manifest -> manifest.resourceId().equals(finding.resource()))
          .findFirst()
          .orElseThrow();
    }

    // What the witness says, and nothing else.
    Request request() {
      Request request =
          Request.get(witness.path())
              .with(Attribute.METHOD, witness.method())
              .with(Attribute.AUTHORITY, witness.host());
      for (Map.Entry<String, String> header : witness.headers().entrySet()) {
        request = request.header(header.getKey(), header.getValue());
      }
      if (witness.port() > 0) {
        request =
            request
                .with(Attribute.LISTENER_PORT, "" + witness.port())
                .with(Attribute.DESTINATION_PORT, "" + witness.port());
      }
      return finding.resource().kind().equals("VirtualService")
          ? from(request.with(Attribute.GATEWAY, Names.MESH))
          : from(request);
    }

    private Request from(Request request) {
      Request from = request;
      for (String words : witness.source().split(", ", -1)) {
        Matcher pod = POD.matcher(words);
        if (words.startsWith("outside by gateway ")) {
          from = from.with(Attribute.GATEWAY, words.substring("outside by gateway ".length()));
        } else if (words.contains("/ns/")) {
          from = from.with(Attribute.PRINCIPAL, "spiffe://" + words);
        } else if (words.startsWith("client ")) {
          String address = words.substring("client ".length());
          from = from.with(Attribute.REMOTE_IP, Addresses.bits(address).orElseThrow());
        } else if (Addresses.bits(words).isPresent()) {
          from = from.with(Attribute.SOURCE_IP, Addresses.bits(words).get());
        } else if (pod.matches()) {
          for (String label : Optional.ofNullable(pod.group(1)).orElse("").split(",", -1)) {
            int equals = label.indexOf('=');
            if (equals > 0) {
              from =
                  from.with(
                      Attribute.sourceLabel(label.substring(0, equals)),
                      label.substring(equals + 1));
            }
          }
          if (pod.group(2) != null) {
            from = from.with(Attribute.SOURCE_NAMESPACE, pod.group(2));
          }
        }
      }
      return from;
    }

    @Override
    public String toString() {
      return example + ": " + witness;
    }
  }
}
