package com.policycortex.istio.random;

import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.kubernetes.ConfigMap;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.YamlText;
import com.policycortex.istio.yaml.ManifestReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Random manifests. The same seed gives the same manifest as long as the model stays the same.
 *
 * <p>Odd ones hold whatever a field's type allows, and every field may be there: for properties
 * such as that nothing is lost. Plain ones have words, hosts and ports where people write them: for
 * asking others, who refuse most of the odd ones.
 */
public final class RandomManifests {

  private static final int SIZE = 2000;

  private RandomManifests() {}

  /** A manifest of this kind with odd content. */
  public static <T extends Manifest> T odd(Kind<T> kind, Choices choices) {
    return RandomFields.read(choices, Leaves.odd(choices), kind.read());
  }

  /** A message with odd content. */
  public static <T> T odd(Function<FieldReader, T> read, Choices choices) {
    return RandomFields.read(choices, Leaves.odd(choices), read);
  }

  /** A manifest of this kind with plain content. */
  public static <T extends Manifest> T plain(Kind<T> kind, long seed) {
    Choices choices = Choices.of(seed, SIZE);
    return RandomFields.read(choices, Leaves.plain(choices), kind.read());
  }

  /** For jqwik: manifests with odd content, which shrink to those with fewer fields. */
  public static <T extends Manifest> Arbitrary<T> arbitrary(Kind<T> kind) {
    return rows().map(row -> odd(kind, Choices.of(row)));
  }

  /** For jqwik: manifests of any kind that the reader knows, with odd content. */
  public static Arbitrary<Manifest> arbitrary() {
    return Arbitraries.of(ManifestReader.kinds())
        .flatMap(kind -> arbitrary(kind).map(manifest -> (Manifest) manifest));
  }

  /** For jqwik: manifests of kinds that the model does not know. */
  public static Arbitrary<Manifest> arbitraryRaw() {
    Arbitrary<Metadata> metadata = arbitrary(ConfigMap.KIND).map(Manifest::metadata);
    Arbitrary<JsonObject> body =
        rows().map(row -> Leaves.odd(Choices.of(row)).jsonObject("")).map(RandomManifests::body);
    Arbitrary<String> version = Arbitraries.of("example.com/v1", "v1", "gateway.example/v1beta1");
    return Combinators.combine(version, metadata, body)
        .as((apiVersion, m, b) -> RawManifest.rawManifest(apiVersion, "Widget", m, b));
  }

  // What every manifest has has a place of its own.
  private static JsonObject body(JsonObject object) {
    JsonObject body = JsonValue.object();
    for (Map.Entry<String, JsonValue> field : object.fields().entrySet()) {
      if (!Set.of("apiVersion", "kind", "metadata").contains(field.getKey())) {
        body = body.with(field.getKey(), field.getValue());
      }
    }
    return body;
  }

  private static Arbitrary<List<Integer>> rows() {
    return Arbitraries.integers().between(0, Integer.MAX_VALUE).list().ofMaxSize(SIZE);
  }

  /**
   * Prints manifests with plain content as YAML, for programs that are asked about them. They are
   * called {@code random-0} and so on, in the namespace {@code random}.
   *
   * @param arguments how many of each kind, the first seed, and a kind's name or nothing for all
   */
  public static void main(String... arguments) {
    if (arguments.length < 2) {
      throw new IllegalArgumentException("say: COUNT SEED [KIND]");
    }
    int count = Integer.parseInt(arguments[0]);
    long seed = Long.parseLong(arguments[1]);
    Optional<String> only = arguments.length > 2 ? Optional.of(arguments[2]) : Optional.empty();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    for (Kind<?> kind : ManifestReader.kinds()) {
      if (only.isEmpty() || only.get().equals(kind.name())) {
        for (int i = 0; i < count; i++) {
          out.print("---\n" + YamlText.of(named(plain(kind, seed + i), "random-" + i)));
        }
      }
    }
    out.flush();
  }

  private static JsonObject named(Manifest manifest, String name) {
    JsonObject metadata = JsonValue.object().with("name", name);
    if (manifest.kind().namespaced()) {
      metadata = metadata.with("namespace", "random");
    }
    return JsonValue.of(manifest).with("metadata", metadata);
  }
}
