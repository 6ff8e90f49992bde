package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.PatchOperation;
import java.util.HashSet;
import java.util.Set;

/** The names of what the EnvoyFilters of a mesh add. */
final class AddedFilters {

  private AddedFilters() {}

  static Set<String> names(MeshView mesh) {
    return mesh.memo(AddedFilters.class, AddedFilters::find);
  }

  private static Set<String> find(MeshView mesh) {
    Set<String> names = new HashSet<>();
    for (EnvoyFilter filter : mesh.all(EnvoyFilter.KIND)) {
      for (EnvoyConfigObjectPatch patch : filter.configPatches()) {
        if (Patches.operation(patch) != PatchOperation.MERGE) {
          Patches.valueName(patch).ifPresent(names::add);
        }
      }
    }
    return names;
  }
}
