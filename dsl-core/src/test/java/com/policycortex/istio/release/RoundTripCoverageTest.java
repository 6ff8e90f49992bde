package com.policycortex.istio.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.mesh.MeshConfig;
import com.policycortex.istio.random.Choices;
import com.policycortex.istio.random.RandomManifests;
import com.policycortex.istio.release.ApiTable.Row;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonArray;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.yaml.ManifestReader;
import com.policycortex.istio.yaml.ObjectReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The random manifests of the round trip have every field of Istio's own table: none is left out of
 * what reads back equal.
 */
class RoundTripCoverageTest {

  private static final int MOST_MANIFESTS = 3000;
  private static final int DECISIONS = 10_000;

  @Test
  void every_field_of_every_kind_is_in_a_manifest_that_reads_back_equal() {
    Map<String, Kind<?>> kinds =
        ManifestReader.kinds().stream().collect(Collectors.toMap(Kind::name, kind -> kind));
    Map<String, List<Row>> rows =
        ApiTable.kindRows().stream().collect(Collectors.groupingBy(Row::kind));
    Set<String> missed = new TreeSet<>();
    int fields = 0;
    for (Map.Entry<String, List<Row>> kind : rows.entrySet()) {
      List<String> paths = kind.getValue().stream().map(Row::path).toList();
      fields += paths.size();
      missed.addAll(missed(Objects.requireNonNull(kinds.get(kind.getKey())), paths));
    }
    List<String> ofMesh =
        ApiTable.meshRows().stream()
            .filter(row -> row.kind().equals("MeshConfig"))
            .map(Row::path)
            .toList();
    missed.addAll(missedOfMesh(ofMesh));

    assertThat(missed).isEmpty();
    assertThat(rows).hasSizeGreaterThanOrEqualTo(15);
    assertThat(fields).isGreaterThan(1100);
    assertThat(ofMesh).hasSizeGreaterThan(400);
  }

  // The paths that no manifest has, of as many as it takes.
  private static Collection<String> missed(Kind<?> kind, List<String> paths) {
    List<String> missed = new ArrayList<>(paths);
    for (int seed = 0; seed < MOST_MANIFESTS && !missed.isEmpty(); seed++) {
      Manifest manifest = RandomManifests.odd(kind, Choices.of(seed, DECISIONS));
      JsonValue json = JsonValue.of(manifest);
      if (missed.removeIf(path -> has(json, List.of(path.split("\\.", -1)), 0))) {
        assertThat(ManifestReader.read("a.yaml", manifest.toString()).manifests())
            .containsExactly(manifest);
      }
    }
    return missed.stream().map(path -> kind.name() + " " + path).toList();
  }

  private static Collection<String> missedOfMesh(List<String> paths) {
    List<String> missed = new ArrayList<>(paths);
    for (int seed = 0; seed < MOST_MANIFESTS && !missed.isEmpty(); seed++) {
      MeshConfig mesh = RandomManifests.odd(MeshConfig::read, Choices.of(seed, DECISIONS));
      JsonValue json = JsonValue.of(mesh);
      if (missed.removeIf(path -> has(json, List.of(path.split("\\.", -1)), 0))) {
        assertThat(ObjectReader.read("mesh.yaml", mesh.toString(), MeshConfig::read).value())
            .contains(mesh);
      }
    }
    return missed.stream().map(path -> "MeshConfig " + path).toList();
  }

  private static boolean has(JsonValue json, List<String> path, int at) {
    if (at == path.size()) {
      return true;
    }
    if (!(json instanceof JsonObject object)) {
      return false;
    }
    String name = path.get(at);
    if (name.equals("*")) {
      return object.fields().values().stream().anyMatch(value -> has(value, path, at + 1));
    }
    if (name.startsWith("*")) {
      return object.fields().values().stream()
          .anyMatch(value -> hasElement(value, name.substring(1), path, at));
    }
    int list = name.indexOf("[]");
    JsonValue value = object.fields().get(list < 0 ? name : name.substring(0, list));
    return value != null
        && (list < 0
            ? has(value, path, at + 1)
            : hasElement(value, name.substring(list), path, at));
  }

  // Behind a name stand as many brackets as there are lists in each other.
  private static boolean hasElement(JsonValue json, String lists, List<String> path, int at) {
    if (lists.isEmpty()) {
      return has(json, path, at + 1);
    }
    return json instanceof JsonArray array
        && array.values().stream().anyMatch(v -> hasElement(v, lists.substring(2), path, at));
  }
}
