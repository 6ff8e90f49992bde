package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import com.policycortex.istio.analysis.check.CheckInfo;
import com.policycortex.istio.analysis.check.Confidence;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.analysis.check.Subject;
import com.policycortex.istio.mesh.MeshView;
import com.policycortex.istio.model.extensions.WasmPlugin;

/** What a plugin does can change without a change of its manifest. */
final class WasmUnpinned extends Check<WasmPlugin> {

  WasmUnpinned() {
    super(
        Subject.of(WasmPlugin.KIND),
        CheckInfo.warning("WASM-UNPINNED", "A plugin's code can change by itself")
            .meaning(
                "The module is fetched over http, or by a tag or URL without sha256 or digest.")
            .why(
                "Whoever can write to the registry, or sits between it and the proxy, decides what"
                    + " runs in the proxies and sees all requests; pods started at different times"
                    + " run different code.")
            .fix("Set sha256, or name the image by its digest (oci://…@sha256:…)")
            .confidence(Confidence.POLICY));
  }

  @Override
  public void check(WasmPlugin plugin, MeshView mesh, Report report) {
    String url = plugin.url();
    boolean pinned =
        url.contains("@sha256:") || plugin.sha256().filter(sum -> !sum.isEmpty()).isPresent();
    if (url.startsWith("file://") || pinned) {
      return;
    }
    report.add(
        "spec.url",
        url.startsWith("http://")
            ? "The module comes over plain HTTP, and no sha256 tells whether it is the right one."
            : "The module is fetched by a name that can mean something else tomorrow.");
  }
}
