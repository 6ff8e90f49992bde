package com.policycortex.istio.mesh;

import static com.policycortex.istio.mesh.Meshes.mesh;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InjectionTest {

  @ParameterizedTest(name = "namespace [{0}], pod [{1}] [{2}]: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "istio-injection: enabled        |                                 |                   | SIDECAR",
        "istio.io/rev: stable            |                                 |                   | SIDECAR",
        "istio-injection: disabled       |                                 |                   | NONE",
        "a: b                            |                                 |                   | NONE",
        "                                |                                 |                   | UNKNOWN",
        "istio-injection: enabled        | sidecar.istio.io/inject: 'false' |                   | NONE",
        "a: b                            | sidecar.istio.io/inject: 'true' |                   | SIDECAR",
        "a: b                            | istio.io/rev: stable            |                   | SIDECAR",
        "istio-injection: disabled       | sidecar.istio.io/inject: 'true' |                   | NONE",
        "                                | sidecar.istio.io/inject: 'true' |                   | SIDECAR",
        "istio.io/dataplane-mode: ambient |                                |                   | AMBIENT",
        "istio.io/dataplane-mode: ambient | istio.io/dataplane-mode: none  |                   | NONE",
        "istio-injection: enabled        |                                 | hostNetwork: true | NONE"
      })
  void the_webhooks_decide_by_labels(String namespace, String pod, String spec, Proxy expected) {
    String deployment =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: web, namespace: shop}
        spec:
          selector: {matchLabels: {app: web}}
          template:
            metadata:
              labels:
                app: web
                %s
            spec:
              %s
              containers:
                - {name: web, image: web:1}
        """
            .formatted(pod == null ? "b: c" : pod, spec == null ? "hostNetwork: false" : spec);
    Mesh mesh =
        namespace == null
            ? mesh(deployment)
            : mesh(
                deployment,
                "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n  labels: {"
                    + namespace
                    + "}\n");

    Workload web = mesh.view().workloads().in("shop").get(0);
    assertThat(mesh.view().workloads().proxy(web)).isEqualTo(expected);
  }
}
