package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.extensions.PluginPhase;
import com.policycortex.istio.model.extensions.WasmPlugin;

/** Nothing says which of two plugins comes first. */
final class PluginOrder extends Check<WasmPlugin> {

  private static final int ENOUGH = 50;

  PluginOrder() {
    super(
        Subject.of(WasmPlugin.KIND),
        CheckInfo.info("WASM-ORDER-UNDECIDED", "Nothing says which of two plugins comes first")
            .meaning(
                "Another WasmPlugin of the same phase and priority applies to all workloads that"
                    + " this one applies to, and is older.")
            .why(
                "The older one comes first. Deleting and adding one turns the order round, for"
                    + " example of a plugin that sets a header and one that asks for it.")
            .fix("Give them different priorities: the higher one comes first")
            .confidence(Confidence.HEURISTIC));
  }

  @Override
  public void check(WasmPlugin plugin, MeshView mesh, Report report) {
    if (!Policies.targetRefs(plugin).isEmpty()) {
      return;
    }
    for (WasmPlugin other :
        mesh.policies().wherever(plugin, WasmPlugin.KIND).stream().limit(ENOUGH).toList()) {
      if (other == plugin) {
        return; // what follows is younger, and says so itself
      }
      boolean same = phase(other) == phase(plugin) && other.priority().equals(plugin.priority());
      if (same) {
        report
            .add(
                "metadata.name",
                "The WasmPlugin " + Names.qualified(other) + " has the same phase and priority.")
            .related(other, "spec.priority", "comes first, if it is older");
        return;
      }
    }
  }

  private static PluginPhase phase(WasmPlugin plugin) {
    return plugin.phase().orElse(PluginPhase.UNSPECIFIED_PHASE);
  }
}
