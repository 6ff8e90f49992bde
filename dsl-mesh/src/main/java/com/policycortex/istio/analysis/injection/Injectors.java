package com.policycortex.istio.analysis.injection;

import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.untyped.LabelSelectors;
import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The webhooks that put proxies into pods, and the labels by which they are asked. */
final class Injectors {

  static final String GROUP = "admissionregistration.k8s.io";
  static final String KIND = "MutatingWebhookConfiguration";

  /** The label of a namespace that asks for proxies of the default control plane. */
  static final String INJECTION = "istio-injection";

  /** The label that asks for proxies of one control plane, or of what a tag stands for. */
  static final String REVISION = "istio.io/rev";

  private static final String TAG = "istio.io/tag";

  private Injectors() {}

  /**
   * One webhook.
   *
   * @param configuration its manifest
   * @param index its place among the webhooks of the manifest
   * @param name for example {@code rev.namespace.sidecar-injector.istio.io}
   * @param body its fields
   */
  record Injector(RawManifest configuration, int index, String name, JsonObject body) {

    /** True if the API server asks it about such a pod. */
    boolean takes(Map<String, String> namespaceLabels, Map<String, String> podLabels) {
      return LabelSelectors.matches(Untyped.object(body, "namespaceSelector"), namespaceLabels)
          && LabelSelectors.matches(Untyped.object(body, "objectSelector"), podLabels);
    }
  }

  /** Those of Istio, whatever its revision. */
  static List<Injector> all(MeshView mesh) {
    List<Injector> all = new ArrayList<>();
    for (RawManifest configuration : mesh.allRaw(GROUP, KIND)) {
      all.addAll(of(configuration));
    }
    return all;
  }

  /** Those of a manifest that are of Istio, by their names. */
  static List<Injector> of(RawManifest configuration) {
    List<Injector> all = new ArrayList<>();
    List<JsonObject> webhooks = Untyped.objects(configuration.body(), "webhooks");
    for (int i = 0; i < webhooks.size(); i++) {
      String name = Untyped.text(webhooks.get(i), "name").orElse("");
      if (name.endsWith("istio.io")) {
        all.add(new Injector(configuration, i, name, webhooks.get(i)));
      }
    }
    return all;
  }

  /** The revisions and tags that there are. */
  static List<String> revisions(List<Injector> injectors) {
    TreeSet<String> names = new TreeSet<>();
    for (Injector injector : injectors) {
      Map<String, String> labels = injector.configuration().metadata().labels();
      for (String label : List.of(REVISION, TAG)) {
        String name = labels.get(label);
        if (name != null) {
          names.add(name);
        }
      }
    }
    return List.copyOf(names);
  }
}
