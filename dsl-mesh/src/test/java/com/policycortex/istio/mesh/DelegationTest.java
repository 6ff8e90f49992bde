package com.policycortex.istio.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.mesh.MergedRoutes.MergedRoute;
import com.policycortex.istio.mesh.MergedRoutes.Reason;
import com.policycortex.istio.model.networking.Delegate;
import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.VirtualService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DelegationTest {

  private static final HttpMatchRequest ANY = HttpMatchRequest.httpMatchRequest();

  private static HttpRoute to(String host, HttpMatchRequest... match) {
    return HttpRoute.httpRoute()
        .match(List.of(match))
        .route(List.of(HttpRouteDestination.httpRouteDestination(Destination.destination(host))));
  }

  private static HttpRoute delegating(String name, HttpMatchRequest... match) {
    return HttpRoute.httpRoute().match(List.of(match)).delegate(Delegate.delegate().name(name));
  }

  private static VirtualService root(HttpRoute... http) {
    return VirtualService.virtualService("root").in("shop").hosts("web").http(List.of(http));
  }

  private static VirtualService leaf(HttpRoute... http) {
    return VirtualService.virtualService("leaf").in("shop").http(List.of(http));
  }

  private static MergedRoutes merged(VirtualService root, VirtualService... others) {
    return Mesh.of(List.of(others)).with(root).view().virtualServices().merged(root);
  }

  private static HttpMatchRequest prefix(String path) {
    return ANY.uri(StringMatch.prefix(path));
  }

  @Test
  void the_rules_of_the_delegate_take_the_place_of_the_rule_that_delegates() {
    MergedRoutes merged =
        merged(
            root(to("a"), delegating("leaf", prefix("/x")), to("d")),
            leaf(to("b", prefix("/x/b")), to("c")));

    assertThat(merged.dropped()).isEmpty();
    assertThat(merged.routes())
        .extracting(route -> route.route().route().get(0).destination().host())
        .containsExactly("a", "b", "c", "d");
    assertThat(merged.routes())
        .extracting(MergedRoute::path)
        .containsExactly("spec.http[0]", "spec.http[0]", "spec.http[1]", "spec.http[2]");
    assertThat(merged.routes().get(1).route().match()).containsExactly(prefix("/x/b"));
    assertThat(merged.routes().get(2).route().match()).containsExactly(prefix("/x"));
  }

  @Test
  void what_the_delegate_leaves_open_comes_from_the_root() {
    HttpRoute rule =
        delegating("leaf", prefix("/x").headers(Map.of("a", StringMatch.exact("1"))))
            .name("root")
            .timeout(Duration.ofSeconds(3));
    MergedRoutes merged =
        merged(
            root(rule),
            leaf(
                to("b", ANY.headers(Map.of("b", StringMatch.exact("2")))).name("leaf"),
                to("c").timeout(Duration.ofSeconds(5))));

    HttpRoute first = merged.routes().get(0).route();
    assertThat(first.name()).contains("root-leaf");
    assertThat(first.timeout()).contains(Duration.ofSeconds(3));
    assertThat(first.match())
        .containsExactly(
            prefix("/x").headers(Map.of("a", StringMatch.exact("1"), "b", StringMatch.exact("2"))));
    assertThat(merged.routes().get(1).route().timeout()).contains(Duration.ofSeconds(5));
    assertThat(merged.routes().get(1).route().name()).contains("root");
  }

  @Test
  void rules_that_contradict_each_other_are_left_out() {
    assertConflict(prefix("/a"), prefix("/b"), true);
    assertConflict(prefix("/a"), prefix("/ab"), false);
    assertConflict(prefix("/a"), ANY.uri(StringMatch.exact("/a")), false);
    assertConflict(ANY.uri(StringMatch.exact("/a")), prefix("/a"), true);
    assertConflict(ANY.uri(StringMatch.regex("/a.*")), prefix("/a"), true);
    assertConflict(prefix("/a"), ANY.uri(StringMatch.regex("/a.*")), true);
    assertConflict(ANY.sourceNamespace("x"), ANY, true);
    assertConflict(ANY.sourceNamespace("x"), ANY.sourceNamespace("x"), false);
    assertConflict(ANY, ANY.sourceNamespace("x"), false);
    assertConflict(ANY.port(80), ANY.port(81), true);
    assertConflict(ANY.port(80), ANY, false);
    assertConflict(ANY.ignoreUriCase(true), ANY, true);
    assertConflict(ANY.gateways("a"), ANY.gateways("b"), true);
    assertConflict(ANY.gateways("a", "b"), ANY.gateways("b"), false);
    assertConflict(
        ANY.headers(Map.of("a", StringMatch.present())),
        ANY.headers(Map.of("a", StringMatch.present())),
        true);
    assertConflict(ANY.sourceLabels(Map.of("a", "1")), ANY.sourceLabels(Map.of("a", "2")), true);
  }

  private static void assertConflict(
      HttpMatchRequest root, HttpMatchRequest leaf, boolean conflict) {
    MergedRoutes merged = merged(root(delegating("leaf", root)), leaf(to("b", leaf)));
    assertThat(merged.dropped()).as("%s and %s", root, leaf).hasSize(conflict ? 1 : 0);
    assertThat(merged.routes()).hasSize(conflict ? 0 : 1);
  }

  @Test
  void a_delegate_that_cannot_be_used_loses_only_its_rule() {
    VirtualService hidden =
        VirtualService.virtualService("hidden").in("shop").http(List.of(to("b"))).exportTo("bank");
    VirtualService hosted =
        VirtualService.virtualService("hosted").in("shop").hosts("x").http(List.of(to("b")));
    MergedRoutes merged =
        merged(
            root(delegating("missing"), delegating("hidden"), delegating("hosted"), to("a")),
            hidden,
            hosted);

    assertThat(merged.routes()).hasSize(1);
    assertThat(merged.dropped())
        .extracting(MergedRoutes.DroppedRoute::reason)
        .containsExactly(Reason.MISSING, Reason.NOT_EXPORTED, Reason.HAS_HOSTS);
  }

  @Test
  void a_circle_ends_after_one_step() {
    VirtualService self =
        VirtualService.virtualService("leaf").in("shop").http(List.of(delegating("leaf")));
    MergedRoutes merged = merged(root(delegating("leaf")), self);

    assertThat(merged.routes())
        .singleElement()
        .satisfies(
            route ->
                assertThat(route.route().delegate().flatMap(Delegate::name))
                    .isEqualTo(Optional.of("leaf")));
  }
}
