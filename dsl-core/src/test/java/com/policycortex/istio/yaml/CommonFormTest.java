package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader gives up, or makes the tree that the general parser makes. */
class CommonFormTest {

  private static final String DOCUMENT =
      """
      # The canary
      apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata:
        name: core-api
        namespace: shop   # of the shop
        labels: {app: core-api, version: "1.10"}
        annotations:
          sidecar.istio.io/inject: 'true'
      spec:
        hosts:
        - core-api.shop.svc.cluster.local
        -   "*.example.com"
        gateways: [mesh, shop/edge]

        http:
          - name: canary
            match:
              - uri:
                  prefix: /v1
                headers: {}
            route:
            - destination:
                host: core-api
                port: {number: 80}
              weight: 90
            timeout: 1.5s
            retries:
              attempts: 3
              retryOn: 5xx,connect-failure
          - route: []
            fault:
      """;

  private static Optional<Node> quick(String text) {
    return CommonForm.parse(new Document(text, 7), new KnownTexts(text.length()));
  }

  // The general parser reports what is wrong by a problem, or in the list.
  private static Optional<Node> general(String text) {
    List<Problem> problems = new ArrayList<>();
    try {
      Optional<Node> root = DocumentParser.parse(new Document(text, 7), problems);
      return problems.isEmpty() ? root : Optional.empty();
    } catch (Problem e) {
      return Optional.empty();
    }
  }

  @Test
  void a_usual_document_is_read_without_the_general_parser() {
    assertThat(quick(DOCUMENT)).isPresent().isEqualTo(general(DOCUMENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b\n  c",
        "a: b\n\n  c",
        "- a\n  b: c",
        "- a: b\n   c: d",
        "- a: b\n  c: d\n e: f",
        "a:\n b: c\n  d: e",
        "a: b\na: c",
        "on: a",
        "8080: a",
        "<<: {a: b}",
        "a: &x b\nc: *x",
        "a: |\n  b",
        "a: \"b\\n\"",
        "a: 'it''s'",
        "a: b: c",
        "a: b:",
        "a: [b, c",
        "a: [b: c]",
        "a: [b c, d]",
        "a: {b}",
        "a: {b:c}",
        "a: {b: c,}",
        "a:\tb",
        "a: b\tc",
        "a: \u00e9",
        "a: \u0085",
        "a: b # \u0001",
        "a: - b",
        "a: ? b",
        "a: !!str b",
        "a: %b",
        "a: @b",
        "\"a\": b",
        "a:\n- b\n c: d",
        "a: b\n- c",
        "- a: b\n  - c",
        "a: b\n...\nc: d",
        "%YAML 1.1\n---\na: b",
        "a: \"b\" c",
        "a: \"b\": c",
        "a: [\"b\"]c",
        "- - a"
      })
  void what_is_not_plain_is_left_to_the_general_parser(String text) {
    assertThat(quick(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a:\n  - b\nc: d",
        "a:\n- b\nc: d",
        "- a:\n  - b\n- c",
        "- a:\n- b",
        "a:\nb:",
        "a: b#c",
        "a: -1",
        "a: b - c, d [e] {f}",
        "a: ~",
        "a: http://b:80/c?d=e&f",
        "---\na: b",
        "a: [ ]",
        "a: [ {b: c} , 'd' ]",
        "a: { }\n",
        "a:   b   \n\n\n",
        "# c\n\na: b\n  # d\nc: d"
      })
  void what_is_plain_is_read_the_same(String text) {
    assertThat(quick(text)).isPresent().isEqualTo(general(text));
  }

  @Property(tries = 20000)
  void a_changed_document_is_read_the_same_or_not_at_all(@ForAll("changed") String text) {
    Optional<Node> quick = quick(text);
    if (quick.isPresent()) {
      assertThat(general(text)).as(text).isEqualTo(quick);
    }
  }

  @Provide
  Arbitrary<String> changed() {
    Arbitrary<Integer> at = Arbitraries.integers().between(0, DOCUMENT.length());
    Arbitrary<Integer> removed = Arbitraries.integers().between(0, 6);
    Arbitrary<String> piece =
        Arbitraries.of(
            "",
            " ",
            "  ",
            "    ",
            "\n",
            "\n  ",
            "\n    ",
            "- ",
            "-",
            ": ",
            ":",
            "# ",
            " #",
            "\"",
            "'",
            "[",
            "]",
            "{",
            "}",
            ", ",
            ",",
            "a",
            "a: b",
            "\na: b",
            "- a: b\n",
            "\\",
            "|",
            ">",
            "&a ",
            "*a",
            "!!str ",
            "%",
            "@",
            "? ",
            "~",
            "null",
            "true",
            "on",
            "0x1",
            "<<: ",
            "\t",
            "\r\n",
            "\u00e9",
            "\u0000",
            "---\n",
            "...\n",
            "--- ",
            "\n---\n");
    return Combinators.combine(at, removed, piece, at, removed, piece)
        .as((a, la, pa, b, lb, pb) -> replaced(replaced(DOCUMENT, a, la, pa), b, lb, pb));
  }

  private static String replaced(String text, int at, int length, String piece) {
    int begin = Math.min(at, text.length());
    int end = Math.min(text.length(), begin + length);
    return text.substring(0, begin) + piece + text.substring(end);
  }
}
