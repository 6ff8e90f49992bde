package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Check;
import java.util.List;

/** The checks of extensions. */
public final class ExtensionChecks {

  /** All of them. */
  public static final List<Check<?>> ALL =
      List.of(
          new FilterOperationUnsupported(),
          new HttpFilterAnchor(),
          new PatchRefusedByEnvoy(),
          new MergeOfAnotherType(),
          new FilterContextWithoutProxy(),
          new FilterNameMisspelt(),
          new StructFieldIgnored(),
          new FilterClusterMissing(),
          new FilterWithoutPriority(),
          new FilterVersionFragile(),
          new ExtensionWithoutWorkload(),
          new WasmUnpinned(),
          new WasmClosesMesh(),
          new PluginOrder());

  private ExtensionChecks() {}
}
