package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.VirtualService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestEditorTest {

  private static final String FIRST =
      """
        # Everybody.
        - match:
          - uri: {prefix: '/'}
          timeout: 30s   # long
          route:
          - destination: {host: reviews, subset: v1}
      """;
  private static final String SECOND =
      """
        # Only for us.
        - name: admin
          route:
          - destination:
              host: reviews
              subset: v2
      """;
  private static final String HEAD =
      """
      # The reviews of the shop.
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: reviews, namespace: shop}
      spec:
        hosts:
        - "reviews" # short, on purpose
        http:
      """;
  private static final String REVIEWS = HEAD + FIRST + SECOND + "\n# The end.\n";

  @Test
  void a_value_is_changed_where_it_stands() {
    assertChange(
        service -> service.hosts(List.of("ratings")),
        REVIEWS.replace("\"reviews\" # short", "ratings # short"));
    assertChange(
        service -> first(service, route -> route.timeout(Duration.ofSeconds(5))),
        REVIEWS.replace("timeout: 30s   #", "timeout: 5s   #"));
    assertChange(
        service -> service.metadata(service.metadata().namespace("on")),
        REVIEWS.replace("namespace: shop", "namespace: \"on\""));
  }

  @Test
  void a_field_is_added_behind_the_one_before_it() {
    assertChange(
        service -> service.exportTo(List.of(".")),
        REVIEWS.replace("subset: v2\n", "subset: v2\n  exportTo:\n  - \".\"\n"));
    assertChange(
        service -> service.metadata(service.metadata().label("app", "reviews")),
        REVIEWS.replace(
            "metadata: {name: reviews, namespace: shop}",
            "metadata:\n  name: reviews\n  namespace: shop\n  labels:\n    app: reviews"));
  }

  @Test
  void a_field_is_taken_away_with_its_lines() {
    assertChange(
        service ->
            first(
                service, route -> HttpRoute.httpRoute().match(route.match()).route(route.route())),
        REVIEWS.replace("    timeout: 30s   # long\n", ""),
        false);
  }

  @Test
  void elements_move_with_their_comments() {
    assertChange(
        service -> {
          List<HttpRoute> routes = new ArrayList<>(service.http());
          Collections.reverse(routes);
          return service.http(routes);
        },
        HEAD + SECOND + FIRST + "\n# The end.\n");
  }

  @Test
  void elements_are_added_and_taken_away_among_the_others() {
    HttpRoute last = HttpRoute.httpRoute().name("last");
    String added = "  - name: last\n";
    assertChange(service -> service.http(last), HEAD + FIRST + SECOND + added + "\n# The end.\n");
    assertChange(
        service -> service.http(List.of(last, service.http().get(0), service.http().get(1))),
        HEAD + added + FIRST + SECOND + "\n# The end.\n");
    assertChange(
        service -> service.http(List.of(service.http().get(0))),
        HEAD + FIRST + "\n# The end.\n",
        false);
    assertChange(
        service -> service.http(List.of(service.http().get(1))),
        HEAD + SECOND + "\n# The end.\n",
        false);
  }

  @Test
  void one_of_several_documents_is_changed_and_no_other() {
    String other = REVIEWS.replace("name: reviews", "name: ratings");
    String text = other + "---\n" + REVIEWS + "---\n" + other.replace("ratings", "third");
    ReadResult read = ManifestReader.read("mesh.yaml", text);
    VirtualService from = (VirtualService) read.manifests().get(1);
    ManifestEdit edit =
        new ManifestEditor("mesh.yaml", text)
            .replace(from, from.hosts(List.of("ratings")))
            .orElseThrow();
    assertThat(edit.line()).isEqualTo(1 + (int) other.lines().count());
    assertThat(edit.before()).isEqualTo("---\n" + REVIEWS);
    assertThat(edit.after())
        .isEqualTo("---\n" + REVIEWS.replace("\"reviews\" # short", "ratings # short"));
  }

  @Test
  void a_manifest_in_a_list_is_changed_there_and_not_taken_away() {
    String text =
        """
        apiVersion: v1
        kind: List
        items:
        - apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata: {name: a}
          spec: {hosts: [a]} # short
        - apiVersion: networking.istio.io/v1
          kind: VirtualService
          metadata: {name: b}
          spec: {hosts: [b]}
        """;
    VirtualService a = (VirtualService) ManifestReader.read("list.yaml", text).manifests().get(0);
    ManifestEditor editor = new ManifestEditor("list.yaml", text);
    assertThat(editor.replace(a, a.hosts(List.of("c"))).map(ManifestEdit::after))
        .contains(text.replace("[a]", "[c]"));
    assertThat(editor.remove(a)).isEmpty();
  }

  @Test
  void a_document_is_left_out_whole() {
    String text = REVIEWS + "---\n" + REVIEWS.replace("name: reviews", "name: ratings");
    Manifest ratings = ManifestReader.read("mesh.yaml", text).manifests().get(1);
    ManifestEdit edit = new ManifestEditor("mesh.yaml", text).remove(ratings).orElseThrow();
    assertThat(text.replace(edit.before(), edit.after())).isEqualTo(REVIEWS);
    assertThat(edit.keepsComments()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"apiVersion": "networking.istio.io/v1", "kind": "VirtualService", "metadata": {"name": "a"},
          "spec": {"hosts": ["a"]}}
        """,
        """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: a}
        spec: &s
          hosts: [a]
        """,
        """
        apiVersion: networking.istio.io/v1\r
        kind: VirtualService\r
        metadata:\r
          name: a\r
        spec:\r
          hosts:\r
          - a\r
        """,
        """
        apiVersion: networking.istio.io/v1beta1
        kind: VirtualService
        metadata: {name: a}
        spec:
          hosts: # here

            # and there
            - >-
              a\
        """,
      })
  void whatever_the_style_the_changed_text_reads_as_what_was_wanted(String text) {
    VirtualService a = (VirtualService) ManifestReader.read("a.yaml", text).manifests().get(0);
    VirtualService wanted = a.hosts(List.of("b", "c")).exportTo(List.of("*"));
    Optional<ManifestEdit> edit = new ManifestEditor("a.yaml", text).replace(a, wanted);
    assertThat(edit).isPresent();
    ReadResult read = ManifestReader.read("a.yaml", edit.get().after());
    assertThat(read.manifests()).containsExactly(wanted);
    assertThat(read.findings()).isEmpty();
  }

  @Property(tries = 300)
  void any_change_of_routes_reads_as_what_was_wanted_and_keeps_what_is_around(
      @ForAll("routes") List<HttpRoute> before, @ForAll("routes") List<HttpRoute> after) {
    VirtualService service =
        ((VirtualService) ManifestReader.read("mesh.yaml", REVIEWS).manifests().get(0))
            .http(before);
    String text = "# top\n" + service + "# bottom\n";
    Manifest from = ManifestReader.read("mesh.yaml", text).manifests().get(0);
    Optional<ManifestEdit> edit =
        new ManifestEditor("mesh.yaml", text).replace(from, service.http(after));
    assertThat(edit).isPresent();
    assertThat(edit.get().after()).startsWith("# top\n").endsWith("# bottom\n");
    assertThat(edit.get().keepsComments()).isTrue();
    assertThat(ManifestReader.read("mesh.yaml", edit.get().after()).manifests())
        .containsExactly(service.http(after));
  }

  @Provide
  Arbitrary<List<HttpRoute>> routes() {
    Arbitrary<HttpRoute> route =
        Arbitraries.of("a", "b", "on", "c: d", "# e", "")
            .flatMap(
                name ->
                    Arbitraries.integers()
                        .between(0, 3)
                        .map(
                            seconds ->
                                seconds == 0
                                    ? HttpRoute.httpRoute().name(name)
                                    : HttpRoute.httpRoute()
                                        .name(name)
                                        .timeout(Duration.ofSeconds(seconds))));
    return route.list().ofMaxSize(5);
  }

  private static VirtualService first(VirtualService service, UnaryOperator<HttpRoute> change) {
    return service.http(Arrays.asList(change.apply(service.http().get(0)), service.http().get(1)));
  }

  private static void assertChange(UnaryOperator<VirtualService> change, String wanted) {
    assertChange(change, wanted, true);
  }

  private static void assertChange(
      UnaryOperator<VirtualService> change, String wanted, boolean keepsComments) {
    VirtualService service =
        (VirtualService) ManifestReader.read("mesh.yaml", REVIEWS).manifests().get(0);
    Optional<ManifestEdit> edit =
        new ManifestEditor("mesh.yaml", REVIEWS).replace(service, change.apply(service));
    assertThat(edit.map(ManifestEdit::after)).contains(wanted);
    assertThat(edit.map(ManifestEdit::keepsComments)).contains(keepsComments);
  }
}
