package com.policycortex.istio.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.DestinationRule;
import com.policycortex.istio.model.networking.ServiceEntry;
import com.policycortex.istio.model.networking.VirtualService;
import com.policycortex.istio.validation.Hosts;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Indexes say what looking at everything would say, after any changes. */
class MeshPropertiesTest {

  private static final List<String> HOSTS =
      List.of(
          "a",
          "b",
          "*",
          "*.a.com",
          "*.b.a.com",
          "x.a.com",
          "x.b.a.com",
          "*-x.a.com",
          "*a.com",
          "a.com",
          "*com",
          "-x.a.com",
          "y-x.a.com");

  @Provide
  static Arbitrary<Manifest> manifests() {
    Arbitrary<String> names = Arbitraries.of("a", "b", "c");
    Arbitrary<String> namespaces = Arbitraries.of("n", "m");
    Arbitrary<String> hosts = Arbitraries.of(HOSTS);
    return Arbitraries.oneOf(
        Combinators.combine(names, namespaces, hosts, hosts)
            .as((name, in, one, two) -> VirtualService.virtualService(name).in(in).hosts(one, two)),
        Combinators.combine(names, namespaces, hosts, hosts)
            .as((name, in, one, two) -> ServiceEntry.serviceEntry(name).in(in).hosts(one, two)),
        Combinators.combine(names, namespaces, hosts)
            .as((name, in, host) -> DestinationRule.destinationRule(name, host).in(in)));
  }

  @Provide
  static Arbitrary<List<Manifest>> meshes() {
    return manifests().list().ofMaxSize(12);
  }

  @Property
  void changes_lead_to_what_the_same_manifests_give_at_once(
      @ForAll("meshes") List<Manifest> first, @ForAll("meshes") List<Manifest> changes) {
    Mesh changed = Mesh.of(first);
    for (int i = 0; i < changes.size(); i++) {
      changed =
          i % 3 == 2 ? changed.without(changes.get(i).resourceId()) : changed.with(changes.get(i));
    }
    Mesh fresh = Mesh.of(changed.manifests());

    assertThat(changed.manifests()).hasSize(fresh.manifests().size());
    for (String host : HOSTS) {
      assertThat(answers(changed, host)).as(host).isEqualTo(answers(fresh, host));
    }
  }

  private static List<Object> answers(Mesh mesh, String host) {
    MeshView view = mesh.view();
    return List.of(
        view.services().withHost(host),
        view.services().coveredBy(host),
        view.services().wildcardsOver(host),
        view.services().resolve(host, "n"),
        view.virtualServices().withHost(Names.host(host, "n")),
        view.virtualServices().overlapping(host),
        view.destinationRules().forNamespace("n", host, "m"),
        view.all(VirtualService.KIND),
        view.in("n", DestinationRule.KIND));
  }

  @Property
  void indexes_of_hosts_find_what_looking_at_all_finds(
      @ForAll("meshes") List<Manifest> manifests, @ForAll("hosts") String host) {
    MeshView view = Mesh.of(manifests).view();

    assertThat(view.virtualServices().overlapping(host))
        .isEqualTo(
            view.all(VirtualService.KIND).stream()
                .filter(
                    service ->
                        VirtualServices.hosts(service).stream()
                            .anyMatch(own -> Hosts.overlap(own, host)))
                .toList());
    assertThat(view.services().coveredBy(host))
        .containsExactlyInAnyOrderElementsOf(
            view.all(ServiceEntry.KIND).stream()
                .flatMap(entry -> Services.of(entry).stream())
                .filter(service -> Hosts.covers(service.host(), host))
                .toList());
    assertThat(view.services().wildcardsOver(host))
        .containsExactlyInAnyOrderElementsOf(
            view.all(ServiceEntry.KIND).stream()
                .flatMap(entry -> Services.of(entry).stream())
                .filter(service -> Hosts.isWildcard(service.host()))
                .filter(service -> !service.host().equals(host))
                .filter(service -> Hosts.covers(host, service.host()))
                .toList());
  }

  @Provide
  static Arbitrary<String> hosts() {
    return Arbitraries.of(HOSTS);
  }
}
