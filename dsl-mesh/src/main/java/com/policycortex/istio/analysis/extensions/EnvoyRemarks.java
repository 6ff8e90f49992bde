package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.analysis.check.Draft;
import com.policycortex.istio.analysis.check.Report;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.validation.EnvoyPatches;
import com.policycortex.istio.validation.EnvoyRemark;

/** What Envoy says of the patches of an EnvoyFilter, as findings. */
final class EnvoyRemarks {

  private EnvoyRemarks() {}

  /**
   * Reports either what Envoy refuses, or what it passes over.
   *
   * @param refused which of the two
   * @param verdict what stands before each remark
   */
  static void report(EnvoyFilter filter, boolean refused, String verdict, Report report) {
    for (int i = 0; i < filter.configPatches().size(); i++) {
      EnvoyConfigObjectPatch patch = filter.configPatches().get(i);
      if (PatchedVersions.areOthers(patch)) {
        continue;
      }
      for (EnvoyRemark remark : EnvoyPatches.remarks(patch)) {
        if (remark.refused() == refused) {
          String message = verdict + ": " + remark.message() + ".";
          Draft draft = report.add(PatchPaths.value(i, remark.path()), message).at(patch);
          remark.hint().ifPresent(draft::hint);
        }
      }
    }
  }
}
