package com.policycortex.istio.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.yaml.ManifestReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeshTest {

  private static final Service REVIEWS = Service.service("reviews").in("shop");
  private static final String HOST = "reviews.shop.svc.cluster.local";

  private static VirtualService routes(String name) {
    return VirtualService.virtualService(name).in("shop").hosts("reviews");
  }

  @Test
  void an_empty_mesh_answers() {
    MeshView view = Mesh.of().view();

    assertThat(view.all(Service.KIND)).isEmpty();
    assertThat(view.services().resolve("a", "b")).isEmpty();
    assertThat(view.services().coveredBy("*")).isEmpty();
    assertThat(view.virtualServices().overlapping("*")).isEmpty();
    assertThat(view.rootNamespace()).isEqualTo("istio-system");
    assertThat(Need.values()).noneMatch(view::knows);
  }

  @Test
  void a_changed_copy_leaves_the_original_as_it_was() {
    Mesh one = Mesh.of(REVIEWS);
    Mesh two = one.with(routes("a"));
    Mesh three = two.without(REVIEWS.resourceId());

    assertThat(one.view().virtualServices().withHost(HOST)).isEmpty();
    assertThat(two.view().virtualServices().withHost(HOST)).hasSize(1);
    assertThat(two.view().services().withHost(HOST)).hasSize(1);
    assertThat(three.view().services().withHost(HOST)).isEmpty();
    assertThat(one.manifests()).containsExactly(REVIEWS);
    assertThat(three.manifests()).containsExactly(routes("a"));
    assertThat(three).hasToString("mesh of 1 manifest");
  }

  @Test
  void a_manifest_takes_the_place_of_the_one_of_its_name() {
    VirtualService other = routes("a").hosts(List.of("ratings"));
    Mesh mesh = Mesh.of(routes("a"), REVIEWS).with(other);

    assertThat(mesh.manifests()).containsExactly(other, REVIEWS);
    assertThat(mesh.view().virtualServices().withHost(HOST)).isEmpty();
    assertThat(mesh.view().find(VirtualService.KIND, "shop/a")).contains(other);
  }

  @Test
  void of_two_of_a_name_the_last_counts_and_the_first_is_remembered() {
    VirtualService other = routes("a").hosts(List.of("ratings"));
    Mesh mesh = Mesh.of(routes("a"), routes("a"), other);

    assertThat(mesh.manifests()).containsExactly(other);
    assertThat(mesh.replaced()).containsExactly(routes("a"), routes("a"));
  }

  @Test
  void what_the_cluster_names_is_never_replaced() {
    RawManifest job =
        RawManifest.rawManifest("example.com/v1", "Run", Metadata.metadata(""), JsonValue.object());
    Mesh mesh = Mesh.of(job, job).with(job);

    assertThat(mesh.manifests()).hasSize(3);
    assertThat(mesh.view().allRaw("example.com", "Run")).hasSize(3);
  }

  @Test
  void kinds_of_one_name_and_two_groups_are_kept_apart() {
    RawManifest knative =
        RawManifest.rawManifest(
            "serving.knative.dev/v1",
            "Service",
            Metadata.metadata("reviews").namespace("shop"),
            JsonValue.object());
    Mesh mesh = Mesh.of(REVIEWS, knative);

    assertThat(mesh.manifests()).hasSize(2);
    assertThat(mesh.view().all(Service.KIND)).containsExactly(REVIEWS);
    assertThat(mesh.view().findRaw("serving.knative.dev", "Service", "shop", "reviews"))
        .contains(knative);
  }

  @Test
  void a_manifest_without_a_namespace_lies_in_default() {
    Mesh mesh = Mesh.of(Service.service("reviews"));

    assertThat(mesh.view().services().resolve("reviews.default.svc.cluster.local", "a"))
        .isPresent();
    assertThat(mesh.without(new ResourceId("Service", Optional.empty(), "reviews")).manifests())
        .isEmpty();
  }

  @Test
  void what_is_not_there_can_be_left_out() {
    Mesh mesh = Mesh.of(REVIEWS);

    assertThat(mesh.without(routes("a").resourceId())).isSameAs(mesh);
    assertThat(mesh.with(REVIEWS)).isSameAs(mesh);
  }

  @Test
  void a_repair_changes_and_removes() {
    Repair repair =
        new Repair("Merge the two", List.of(routes("b")), List.of(routes("a").resourceId()));
    Mesh mesh = Mesh.of(routes("a"), REVIEWS).apply(repair);

    assertThat(mesh.manifests()).containsExactly(REVIEWS, routes("b"));
  }

  @Test
  void names_with_a_dot_are_complete() {
    assertThat(Names.host("reviews", "shop")).isEqualTo(HOST);
    assertThat(Names.host("reviews.shop", "shop")).isEqualTo("reviews.shop");
    assertThat(Names.host("*", "shop")).isEqualTo("*");
    assertThat(Names.host("", "shop")).isEmpty();
    assertThat(Names.host("::1", "shop")).isEqualTo("::1");
  }

  @Test
  void a_host_is_found_by_its_name_and_by_wildcards_longest_first() {
    Mesh mesh =
        Mesh.of(
            entry("wide", "*.example.com"),
            entry("odd", "*-api.example.com"),
            entry("narrow", "*.eu.example.com"),
            entry("exact", "a.eu.example.com"));

    assertThat(hosts(mesh, "a.eu.example.com")).contains("a.eu.example.com");
    assertThat(hosts(mesh, "b.eu.example.com")).contains("*.eu.example.com");
    assertThat(hosts(mesh, "b-api.example.com")).contains("*-api.example.com");
    assertThat(hosts(mesh, "b.example.com")).contains("*.example.com");
    assertThat(hosts(mesh, "example.com")).isEmpty();
    assertThat(mesh.view().services().coveredBy("*.example.com")).hasSize(4);
    assertThat(mesh.view().services().coveredBy("*.eu.example.com")).hasSize(2);
    assertThat(mesh.view().services().coveredBy("*api.example.com")).hasSize(1);
    assertThat(mesh.view().services().coveredBy("*")).hasSize(4);
  }

  private static ServiceEntry entry(String name, String host) {
    return ServiceEntry.serviceEntry(name).in("shop").hosts(host);
  }

  private static Optional<String> hosts(Mesh mesh, String host) {
    return mesh.view().services().resolve(host, "shop").map(MeshService::host);
  }

  @Test
  void the_older_comes_first_and_what_has_no_age_comes_last() {
    VirtualService old = dated("c", "2024-01-01T00:00:00Z");
    VirtualService young = dated("b", "2025-01-01T00:00:00Z");
    Mesh mesh = Mesh.of(routes("a"), young, old);

    assertThat(mesh.view().virtualServices().withHost(HOST))
        .extracting(Manifest::name)
        .containsExactly("c", "b", "a");
    assertThat(Precedence.reason(old, young)).isEqualTo("it is older");
    assertThat(Precedence.reason(old, routes("d"))).contains("the older one decides");
  }

  private static VirtualService dated(String name, String time) {
    String yaml =
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: %s, namespace: shop, creationTimestamp: "%s"}
        spec:
          hosts: [reviews]
          http:
            - route:
                - destination: {host: reviews}
        """
            .formatted(name, time);
    return (VirtualService) ManifestReader.read("dated.yaml", yaml).manifests().get(0);
  }

  @Test
  void what_is_broken_is_left_out_and_said(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("mesh.yaml"),
        "apiVersion: v1\nkind: Service\nmetadata: {name: a}\nspec: {ports: 3}\n---\n" + REVIEWS);
    Mesh mesh = Mesh.read(List.of(folder));

    assertThat(mesh.manifests()).containsExactly(REVIEWS);
    assertThat(mesh.findings()).isNotEmpty();
    assertThat(mesh.with(routes("a")).findings()).isEqualTo(mesh.findings());
    assertThat(mesh.sources()).hasSize(1);
  }
}
