package com.policycortex.istio.documentation;

import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.source.CompiledJava;
import com.policycortex.istio.source.JavaSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows that the Java on pages is Java and gives the manifests beside it: all of it is compiled in
 * one run of the compiler and called.
 */
public final class Proof {

  private static final int BATCH = 60;

  /** The compiler refuses a method of more than 64 KiB, and these are abridged on their page. */
  private static final int TOO_MANY_LINES = 200;

  private final List<Manifest> manifests = new ArrayList<>();

  /** Adds manifests whose Java is shown. */
  public void add(List<? extends Manifest> shown) {
    for (Manifest manifest : shown) {
      JavaSource source = JavaSource.of(manifest);
      if (source.leftOut().isEmpty() && source.expression().lines().count() <= TOO_MANY_LINES) {
        manifests.add(manifest);
      }
    }
  }

  /** How many there are. */
  public int size() {
    return manifests.size();
  }

  /** The manifests whose compiled Java gives something else; none, if all is well. */
  public List<String> failures() throws IOException, ReflectiveOperationException {
    Map<String, List<Manifest>> batches = new LinkedHashMap<>();
    for (int i = 0; i < manifests.size(); i += BATCH) {
      batches.put("Batch" + i, manifests.subList(i, Math.min(i + BATCH, manifests.size())));
    }
    Map<String, String> sources = new LinkedHashMap<>();
    batches.forEach((name, batch) -> sources.put(name, JavaSource.program(name, batch)));
    CompiledJava compiled = CompiledJava.of(sources);
    List<String> failures = new ArrayList<>();
    for (Map.Entry<String, List<Manifest>> batch : batches.entrySet()) {
      List<?> made = (List<?>) compiled.call(batch.getKey(), "manifests");
      for (int i = 0; i < made.size(); i++) {
        if (!made.get(i).equals(batch.getValue().get(i))) {
          failures.add(batch.getValue().get(i) + "\nis not what this gives:\n" + made.get(i));
        }
      }
    }
    return failures;
  }
}
