package com.policycortex.istio.benchmarks;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.yaml.ManifestReader;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * How much memory the manifests of a generated mesh take as values, and as fabric8's objects: what
 * is in use after a collection with them, less what is without. Both were read from YAML.
 *
 * <p>{@code java -Xmx6g -cp benchmarks.jar …MemoryOfManifests 2000}
 */
final class MemoryOfManifests {

  private MemoryOfManifests() {}

  public static void main(String[] arguments) {
    int services = Integer.parseInt(arguments[0]);
    List<Manifest> made = GeneratedMesh.manifests(services);
    String text = GeneratedMesh.yaml(made);
    List<String> documents = made.stream().map(Manifest::toString).toList();
    int count = documents.size();
    long ours = bytes(() -> ManifestReader.read("mesh.yaml", text).manifests());
    KubernetesSerialization reader = new KubernetesSerialization();
    reader.<Object>unmarshal(documents.get(0)); // its own tables are no part of it
    long fabric8 =
        bytes(
            () -> {
              List<Object> objects = new ArrayList<>(count);
              documents.forEach(document -> objects.add(reader.unmarshal(document)));
              return objects;
            });
    System.out.printf(
        "%d manifests, %d bytes of YAML each: %d bytes each, fabric8 %d; %.2f times%n",
        count,
        text.length() / count,
        ours / count,
        fabric8 / count,
        (double) fabric8 / ours);
  }

  private static long bytes(Supplier<List<?>> make) {
    // Once before, for what stays whatever is read.
    int count = make.get().size();
    long before = used();
    List<?> kept = make.get();
    long after = used();
    if (kept.size() != count) {
      throw new IllegalStateException("not all was made");
    }
    return after - before;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 4; i++) {
      System.gc();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }
}
