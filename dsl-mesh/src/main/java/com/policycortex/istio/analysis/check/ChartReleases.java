package com.policycortex.istio.analysis.check;

import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Manifests that have somebody install a Helm chart: what the chart makes is not among the
 * manifests.
 */
final class ChartReleases {

  private static final String SPEC = "spec";

  private ChartReleases() {}

  /** One that installs a chart into a namespace. */
  static Optional<RawManifest> into(String namespace, MeshView mesh) {
    Map<String, RawManifest> all = mesh.memo("charts are installed", ChartReleases::byNamespace);
    return Optional.ofNullable(all.get(namespace));
  }

  private static Map<String, RawManifest> byNamespace(MeshView mesh) {
    Map<String, RawManifest> releases = new HashMap<>();
    for (RawManifest flux : mesh.allRaw("helm.toolkit.fluxcd.io", "HelmRelease")) {
      releases.putIfAbsent(target(flux), flux);
    }
    for (RawManifest chart : mesh.allRaw("helm.cattle.io", "HelmChart")) {
      releases.putIfAbsent(target(chart), chart);
    }
    for (RawManifest application : mesh.allRaw("argoproj.io", "Application")) {
      JsonObject spec = Untyped.object(application.body(), SPEC);
      if (isOfChart(spec)) {
        Untyped.text(Untyped.object(spec, "destination"), "namespace")
            .ifPresent(namespace -> releases.putIfAbsent(namespace, application));
      }
    }
    return releases;
  }

  private static String target(RawManifest release) {
    return Untyped.text(Untyped.object(release.body(), SPEC), "targetNamespace")
        .orElse(Names.namespace(release));
  }

  // Others install manifests of a repository, which may be those that are given.
  private static boolean isOfChart(JsonObject spec) {
    return Untyped.text(Untyped.object(spec, "source"), "chart").isPresent()
        || Untyped.objects(spec, "sources").stream()
            .anyMatch(source -> Untyped.text(source, "chart").isPresent());
  }
}
