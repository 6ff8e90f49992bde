package com.policycortex.istio.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.yaml.ManifestReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A condition's key that is no attribute is told with the one that was meant. */
class ConditionKeyTest {

  @ParameterizedTest
  @CsvSource({
    "request.auth.claim[groups], Write request.auth.claims[groups]",
    "request.header[x-a], Write request.headers[x-a]",
    "source.namespaces, Write source.namespace",
    "destination.ports, Write destination.port",
    "colour, Write an attribute such as request.headers[x] or source.namespace"
  })
  void the_attribute_that_was_meant_is_named(String key, String hint) {
    String policy =
        """
        apiVersion: security.istio.io/v1
        kind: AuthorizationPolicy
        metadata: {name: a, namespace: shop}
        spec:
          rules:
          - when: [{key: "%s", values: [x]}]
        """
            .formatted(key);

    assertThat(Validation.validate(ManifestReader.read("a.yaml", policy).manifests().get(0)))
        .filteredOn(finding -> finding.id().equals("AP-WHEN-KEY"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.hint()).isEqualTo(hint));
  }
}
