package com.policycortex.istio.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.random.Choices;
import com.policycortex.istio.random.RandomManifests;
import com.policycortex.istio.wire.JsonText;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading what was written gives an equal value, whatever the value. */
class RoundTripTest {

  @Property(tries = 2000)
  void everyManifestReadsBackEqual(@ForAll("manifests") Manifest manifest) {
    ReadResult result = ManifestReader.read("a.yaml", manifest.toString());

    assertThat(mistakes(result)).as(manifest.toString()).isEmpty();
    assertThat(result.manifests()).containsExactly(manifest);
  }

  @Provide
  Arbitrary<Manifest> manifests() {
    return RandomManifests.arbitrary();
  }

  static List<Kind<?>> kinds() {
    return ManifestReader.kinds();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindReadsBackEqualWhenMuchIsSet(Kind<?> kind) {
    for (int seed = 0; seed < 100; seed++) {
      Manifest manifest = RandomManifests.odd(kind, Choices.of(seed, 5000));
      ReadResult result = ManifestReader.read("a.yaml", manifest.toString());

      assertThat(mistakes(result)).as(manifest.toString()).isEmpty();
      assertThat(result.manifests()).containsExactly(manifest);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyKindReadsBackEqualFromJson(Kind<?> kind) {
    for (int seed = 0; seed < 20; seed++) {
      Manifest manifest = RandomManifests.odd(kind, Choices.of(seed, 5000));
      JsonObject json = JsonValue.of(manifest);
      ReadResult result = ManifestReader.read("a.json", JsonText.of(json));

      assertThat(mistakes(result)).as(manifest.toString()).isEmpty();
      // JSON does not tell 0 from -0, so these are compared.
      assertThat(result.manifests()).extracting(JsonValue::of).containsExactly(json);
    }
  }

  @Property(tries = 500)
  void everyManifestOfAnotherKindReadsBackEqual(@ForAll("rawManifests") Manifest manifest) {
    ReadResult result = ManifestReader.read("a.yaml", manifest.toString());

    assertThat(mistakes(result)).as(manifest.toString()).isEmpty();
    assertThat(result.manifests()).containsExactly(manifest);
  }

  @Provide
  Arbitrary<Manifest> rawManifests() {
    return RandomManifests.arbitraryRaw();
  }

  // Some texts look like Helm's, and the reader wonders whether they are meant.
  private static List<Finding> mistakes(ReadResult result) {
    return result.findings().stream()
        .filter(finding -> !finding.id().equals("YAML-HELM-TEMPLATE"))
        .toList();
  }

  // The rules refuse it, and not the reader: written again it must be the same manifest.
  @ParameterizedTest
  @ValueSource(strings = {"{name: \"\"}", "{name: \"\", namespace: b}"})
  void anEmptyNameIsWritten(String metadata) {
    String text =
        "apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: " + metadata + "\nspec: {}\n";
    List<Manifest> read = ManifestReader.read("a.yaml", text).manifests();

    assertThat(read).hasSize(1);
    assertThat(ManifestReader.read("b.yaml", read.get(0).toString()).manifests()).isEqualTo(read);
  }
}
