package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.finding.Severity;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamePlaceTest {

  @Test
  void aPlainManifestSaysWhereItsNameStands() {
    assertThat(
            quick("apiVersion: v1\nkind: Service\nmetadata:\n  labels:\n    name: b\n  name: a\n"))
        .contains(Origin.file("f.yaml", 6, 9));
  }

  // What is not plain is parsed, and must not be taken for something else on the way.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "apiVersion: v1\nkind: Service\nmetadata: {name: a}\n",
        "apiVersion: v1\nkind: Service\nmetadata:\n    name: a\n",
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: 'a'\n",
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: a # the first\n",
        "apiVersion: v1\nkind: Service\nmetadata:\n  annotations:\n    b: \"\n  name: a\n  \"\n",
        "spec:\n  b: |\n    metadata:\napiVersion: v1\nmetadata:\n  name: a\n",
        "metadata:\n  namespace: b\nspec:\n  name: a\n",
        "metadata:\n"
      })
  void anyOtherFormIsLeftToTheParser(String text) {
    assertThat(quick(text)).isEmpty();
  }

  @Test
  void aManifestWithoutALineHasNoPlace() {
    String text = "metadata:\n  name: a\n";

    assertThat(NamePlace.find(Origin.file("f.yaml", 0, 1), "a", text, LineStarts.of(text)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"a, 3, 9", "b, 8, 9"})
  void theNameIsTheOneOfItsOwnDocument(String name, int line, int column) {
    String text =
        """
        apiVersion: v1
        metadata:
          name: a
        kind: Service
        ---
        kind: Service
        metadata:
          name: b
        apiVersion: v1
        """;
    Origin begin = Origin.file("f.yaml", name.equals("a") ? 1 : 6, 1);
    ResourceId resource = new ResourceId("Service", Optional.empty(), name);
    Finding finding =
        new Finding("ID", Severity.INFO, resource, "metadata.name", "message", "", begin);

    assertThat(new Locator(Map.of("f.yaml", text)).locate(finding).origin())
        .isEqualTo(Origin.file("f.yaml", line, column));
  }

  private static Optional<Origin> quick(String text) {
    return NamePlace.find(Origin.file("f.yaml", 1, 1), "a", text, LineStarts.of(text));
  }
}
