package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.policycortex.istio.finding.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of a field that nobody knows, wherever it stands. */
class UnknownFieldTest {

  private static List<Finding> read(String spec) {
    return ManifestReader.read(
            "a.yaml",
            "apiVersion: networking.istio.io/v1\nkind: VirtualService\n"
                + "metadata: {name: a, namespace: b}\nspec:\n"
                + spec)
        .findings();
  }

  @Test
  void oneOfAnObjectWithinAnotherWithOneIsToldOnceEach() {
    assertThat(
            read(
                """
                  hosts: [a]
                  hsots: [a]
                  http:
                  - rout: []
                    route:
                    - destnation: {}
                      destination: {hots: a, host: a, port: {numer: 1, number: 1}}
                """))
        .extracting(Finding::path, Finding::hint)
        .containsExactlyInAnyOrder(
            tuple("spec.hsots", "did you mean \"hosts\"?"),
            tuple("spec.http[0].rout", "did you mean \"route\"?"),
            tuple("spec.http[0].route[0].destnation", "did you mean \"destination\"?"),
            tuple("spec.http[0].route[0].destination.hots", "did you mean \"host\"?"),
            tuple("spec.http[0].route[0].destination.port.numer", "did you mean \"number\"?"));
  }

  @Test
  void allThatMayStandThereAreNamedInTheirOrder() {
    assertThat(read("  hosts: [a]\n  http:\n  - route: [{destination: {host: a, zzzzzz: 1}}]\n"))
        .singleElement()
        .extracting(Finding::hint)
        .isEqualTo("write one of host, subset, port");
  }
}
