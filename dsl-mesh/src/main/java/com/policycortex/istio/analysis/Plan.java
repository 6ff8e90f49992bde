package com.policycortex.istio.analysis;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.Mesh;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Need;
import com.policycortex.istio.model.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which checks look at which kinds of manifests, and which cannot say anything. */
final class Plan {

  private final Map<String, List<Work<?>>> byKind;
  private final List<Work<?>> ofEveryKind;
  private final List<Skipped> skipped;

  private Plan(
      Map<String, List<Work<?>>> byKind, List<Work<?>> ofEveryKind, List<Skipped> skipped) {
    this.byKind = byKind;
    this.ofEveryKind = ofEveryKind;
    this.skipped = skipped;
  }

  /**
   * Checks that look at the same subjects.
   *
   * @param subject what they look at
   * @param checks the checks
   */
  record Work<S>(Subject<S> subject, List<Check<S>> checks) {}

  static Plan of(Mesh mesh, List<Check<?>> checks) {
    List<Skipped> skipped = new ArrayList<>();
    Map<Subject<?>, Work<?>> bySubject = new LinkedHashMap<>();
    for (Check<?> check : checks) {
      List<Need> missing = check.info().needs().stream().filter(need -> !mesh.knows(need)).toList();
      if (missing.isEmpty()) {
        add(check, bySubject);
      } else {
        skipped.add(new Skipped(check.info(), missing.get(0).absence()));
      }
    }
    Map<String, List<Work<?>>> byKind = new HashMap<>();
    List<Work<?>> ofEveryKind = new ArrayList<>();
    for (Work<?> work : bySubject.values()) {
      if (work.subject().kinds().isEmpty()) {
        ofEveryKind.add(work);
      }
      for (String kind : work.subject().kinds()) {
        byKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(work);
      }
    }
    return new Plan(byKind, ofEveryKind, List.copyOf(skipped));
  }

  List<Skipped> skipped() {
    return skipped;
  }

  List<Work<?>> of(Manifest manifest) {
    return byKind.getOrDefault(Names.kind(manifest), List.of());
  }

  List<Work<?>> ofEveryKind() {
    return ofEveryKind;
  }

  private static <S> void add(Check<S> check, Map<Subject<?>, Work<?>> bySubject) {
    @SuppressWarnings("unchecked") // the key's type is that of the work
    Work<S> work =
        (Work<S>)
            bySubject.computeIfAbsent(
                check.subject(), s -> new Work<>(check.subject(), new ArrayList<>()));
    work.checks().add(check);
  }
}
