package com.policycortex.istio.analysis.extensions;

/** Where things are in an EnvoyFilter. */
final class PatchPaths {

  private PatchPaths() {}

  /** The patch of that index. */
  static String patch(int index) {
    return "spec.configPatches[" + index + "]";
  }

  /** A place within the value of the patch of that index; empty for the whole value. */
  static String value(int index, String place) {
    return patch(index) + ".patch.value" + (place.isEmpty() ? "" : "." + place);
  }
}
