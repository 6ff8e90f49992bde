package com.policycortex.istio.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.Delegate;
import com.policycortex.istio.model.networking.Destination;
import com.policycortex.istio.model.networking.Gateway;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.HttpRouteDestination;
import com.policycortex.istio.model.networking.Sidecar;
import com.policycortex.istio.model.networking.VirtualService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AnalysisTest {

  private static VirtualService routes(String name, String host) {
    return VirtualService.virtualService(name)
        .in("shop")
        .hosts(host)
        .http(
            HttpRoute.httpRoute()
                .route(
                    List.of(
                        HttpRouteDestination.httpRouteDestination(Destination.destination(host)))));
  }

  private static List<String> ids(Analysis analysis) {
    return analysis.findings().stream().map(Finding::id).toList();
  }

  @Test
  void an_empty_mesh_has_no_findings() {
    assertThat(Analysis.of(Mesh.of()).findings()).isEmpty();
  }

  @Test
  void a_check_is_skipped_where_the_manifests_cannot_tell() {
    Analysis analysis = Analysis.of(Mesh.of(routes("a", "reviews")));

    assertThat(analysis.findings()).isEmpty();
    assertThat(analysis.skipped())
        .anySatisfy(
            skipped -> {
              assertThat(skipped.check().id()).isEqualTo("REF-ROUTE-HOST-MISSING");
              assertThat(skipped.reason()).contains("no Service or ServiceEntry");
            });
  }

  @Test
  void a_check_is_no_longer_skipped_when_a_change_brings_what_it_needs() {
    Mesh mesh = Mesh.of(routes("a", "reviews"));
    Mesh more = mesh.with(Service.service("other").in("shop"));

    assertThat(ids(Analysis.of(mesh).update(more))).contains("REF-ROUTE-HOST-MISSING");
    assertThat(Analysis.of(more).update(mesh).findings()).isEmpty();
  }

  @Test
  void one_that_notes_nothing_finds_the_same_and_is_updated_by_looking_at_everything() {
    Mesh mesh =
        Mesh.of(Service.service("reviews").in("shop"), routes("a", "reviews"), routes("b", "none"));
    Mesh changed = mesh.with(routes("a", "nobody"));

    assertThat(Analysis.once(mesh).findings()).isNotEmpty().isEqualTo(Analysis.of(mesh).findings());
    Analysis updated = Analysis.once(mesh).update(changed);
    assertThat(updated.findings())
        .isEqualTo(Analysis.of(changed).findings())
        .isNotEqualTo(Analysis.of(mesh).findings());
    assertThat(ids(updated.update(mesh))).isEqualTo(ids(Analysis.of(mesh)));
  }

  @Test
  void an_update_looks_again_only_at_what_a_change_can_touch() {
    AtomicInteger looks = new AtomicInteger();
    Check<VirtualService> counting =
        new Check<>(Subject.of(VirtualService.KIND), CheckInfo.info("A-B", "Counts")) {
          @Override
          public void check(VirtualService service, MeshView mesh, Report report) {
            looks.incrementAndGet();
            mesh.services().resolve(service.hosts().get(0), "shop");
          }
        };
    Mesh mesh =
        Mesh.of(IntStream.range(0, 100).mapToObj(i -> routes("r" + i, "h" + i + ".test")).toList())
            .with(Service.service("first").in("shop"));
    Analysis analysis = Analysis.of(mesh, List.of(counting));
    assertThat(looks).hasValue(100);

    Mesh changed = mesh.with(routes("r7", "h7.test").exportTo("."));
    analysis = analysis.update(changed);
    assertThat(looks).as("the one that changed").hasValue(101);

    Mesh other = changed.with(Service.service("elsewhere").in("shop"));
    analysis = analysis.update(other);
    assertThat(looks).as("a host that nobody asks for").hasValue(101);

    analysis = analysis.update(other.without(routes("r7", "").resourceId()));
    assertThat(looks).as("what is gone").hasValue(101);
    assertThat(analysis.mesh().manifests()).hasSize(101);
  }

  @Test
  void a_change_of_mesh_config_is_seen() {
    Mesh mesh =
        Mesh.of(
            Service.service("reviews").in("bank"), routes("a", "reviews.bank.svc.cluster.local"));
    Mesh changed =
        mesh.with(
            IstioOperator.istioOperator("istio")
                .meshConfig(mesh.settings().config().defaultServiceExportTo(".")));

    assertThat(Analysis.of(mesh).findings()).isEmpty();
    assertThat(ids(Analysis.of(mesh).update(changed))).containsExactly("REF-ROUTE-HOST-MISSING");
    assertThat(ids(Analysis.of(changed))).containsExactly("REF-ROUTE-HOST-MISSING");
    assertThat(
            ids(
                Analysis.of(mesh)
                    .update(mesh.withConfig(mesh.settings().config().defaultServiceExportTo(".")))))
        .containsExactly("REF-ROUTE-HOST-MISSING");
  }

  @Test
  void a_check_that_fails_is_a_finding_and_the_others_go_on() {
    Check<Manifest> failing =
        new Check<>(Subject.MANIFESTS, CheckInfo.info("A-FAILS", "Fails")) {
          @Override
          public void check(Manifest manifest, MeshView mesh, Report report) {
            throw new IllegalStateException("no");
          }
        };
    Check<Manifest> other =
        new Check<>(Subject.MANIFESTS, CheckInfo.info("A-B", "Finds")) {
          @Override
          public void check(Manifest manifest, MeshView mesh, Report report) {
            report.add("", "found");
          }
        };
    Analysis analysis =
        Analysis.of(Mesh.of(Service.service("a")), List.<Check<?>>of(failing, other));

    assertThat(ids(analysis)).containsExactly("CHECK-FAILED", "A-B");
    assertThat(analysis.findings().get(0).message()).contains("A-FAILS").contains("no");
  }

  @Test
  void the_order_of_the_findings_is_that_of_the_manifests_however_many_cores_look() {
    List<Manifest> manifests = new ArrayList<>();
    manifests.add(Service.service("other").in("shop"));
    IntStream.range(0, 2000).forEach(i -> manifests.add(routes("r" + i, "h" + i)));
    List<Finding> findings = Analysis.of(Mesh.of(manifests)).findings();

    assertThat(findings).hasSize(2000).isEqualTo(Analysis.of(Mesh.of(manifests)).findings());
    assertThat(findings.get(1234).resource().name()).isEqualTo("r1234");
  }

  @Test
  void the_order_of_the_manifests_does_not_matter_to_what_is_found() {
    List<Manifest> manifests = new ArrayList<>();
    manifests.add(Service.service("reviews").in("shop"));
    IntStream.range(0, 20).forEach(i -> manifests.add(routes("r" + i, "reviews")));
    IntStream.range(0, 20)
        .forEach(i -> manifests.add(Sidecar.sidecar("s" + i).in(i < 10 ? "a" : "b")));
    List<Finding> expected = Analysis.of(Mesh.of(manifests)).findings();
    Collections.shuffle(manifests, new Random(1));

    assertThat(Analysis.of(Mesh.of(manifests)).findings())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void a_thousand_virtual_services_on_one_host_lose_to_one() {
    List<Manifest> manifests = new ArrayList<>();
    manifests.add(Service.service("reviews").in("shop"));
    IntStream.range(0, 1000).forEach(i -> manifests.add(routes("r" + i, "reviews")));

    assertThat(ids(Analysis.of(Mesh.of(manifests))))
        .hasSize(999)
        .containsOnly("VS-MESH-HOST-CONFLICT");
  }

  @Test
  void circles_and_selectors_that_match_everything_do_no_harm() {
    List<Manifest> manifests = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      manifests.add(
          VirtualService.virtualService("d" + i)
              .in("shop")
              .http(HttpRoute.httpRoute().delegate(Delegate.delegate().name("d" + (i + 1) % 200))));
      manifests.add(Gateway.gateway("g" + i).in("shop"));
      manifests.add(
          Sidecar.sidecar("s" + i)
              .in("istio-system")
              .workloadSelector(WorkloadSelector.workloadSelector(Map.of())));
      manifests.add(Service.service("s" + i).in("shop").selector(Map.of("app", "web")));
    }

    assertThat(ids(Analysis.of(Mesh.of(manifests)))).doesNotContain("CHECK-FAILED");
  }

  @Test
  void the_same_manifest_twice_is_one() {
    Mesh mesh = Mesh.of(routes("a", "reviews"), routes("a", "reviews"));

    assertThat(Analysis.of(mesh).findings()).isEmpty();
    assertThat(mesh.replaced()).hasSize(1);
    assertThat(mesh.knows(Need.SERVICES)).isFalse();
  }
}
