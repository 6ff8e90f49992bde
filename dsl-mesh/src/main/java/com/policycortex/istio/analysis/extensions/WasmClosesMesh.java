package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.mesh.Names;
import com.policycortex.istio.mesh.Policies;
import com.policycortex.istio.model.extensions.FailStrategy;
import com.policycortex.istio.model.extensions.WasmPlugin;

/** A plugin that cannot be fetched stops the whole mesh. */
final class WasmClosesMesh extends Check<WasmPlugin> {

  WasmClosesMesh() {
    super(
        Subject.of(WasmPlugin.KIND),
        CheckInfo.warning("WASM-FAIL-CLOSED-MESH", "A plugin's registry can stop the whole mesh")
            .meaning(
                "A WasmPlugin of the root namespace without a selector is fetched over the network,"
                    + " and its failStrategy is FAIL_CLOSE, which is the default.")
            .why(
                "If the module cannot be fetched or fails, every proxy of the mesh answers every"
                    + " request with 500 or 503.")
            .fix(
                "Set failStrategy: FAIL_OPEN, or select the workloads that must not run without it")
            .confidence(Confidence.HEURISTIC));
  }

  @Override
  public void check(WasmPlugin plugin, MeshView mesh, Report report) {
    if (Names.namespace(plugin).equals(mesh.rootNamespace())
        && Policies.isForAll(plugin)
        && Policies.targetRefs(plugin).isEmpty()
        && !plugin.url().startsWith("file://")
        && plugin.failStrategy().orElse(FailStrategy.FAIL_CLOSE) == FailStrategy.FAIL_CLOSE) {
      report.add(
          "metadata.name",
          "Without its module from " + plugin.url() + " no proxy of the mesh answers a request.");
    }
  }
}
