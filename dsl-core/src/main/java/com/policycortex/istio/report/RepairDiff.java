package com.policycortex.istio.report;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.policycortex.istio.finding.Repair;
import com.policycortex.istio.finding.Resource;
import com.policycortex.istio.finding.ResourceId;
import com.policycortex.istio.model.Manifest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a repair changes, as a unified difference of YAML. */
final class RepairDiff {

  private static final int CONTEXT_LINES = 3;

  private final List<Manifest> manifests;
  private @Nullable Map<ResourceId, Manifest> byId;

  RepairDiff(Report report) {
    this.manifests = report.manifests();
  }

  /** The lines of the difference; each manifest's begins with two lines that name it. */
  List<String> lines(Repair repair) {
    List<String> lines = new ArrayList<>();
    for (Resource replacement : repair.replacements()) {
      ResourceId id = replacement.resourceId();
      lines.addAll(unified(id, before(id), replacement.toString()));
    }
    for (ResourceId removed : repair.removed()) {
      lines.addAll(unified(removed, before(removed), ""));
    }
    return lines;
  }

  private String before(ResourceId id) {
    if (byId == null) {
      byId = new HashMap<>();
      for (Manifest manifest : manifests) {
        byId.putIfAbsent(manifest.resourceId(), manifest);
      }
    }
    Manifest manifest = byId.get(id);
    return manifest == null ? "" : manifest.toString();
  }

  /** Whether reports must not show what a manifest holds: they are stored, mailed and pasted. */
  static boolean isSecret(ResourceId id) {
    return id.kind().equals("Secret");
  }

  private static List<String> unified(ResourceId id, String before, String after) {
    if (isSecret(id)) {
      return List.of("(not shown: a Secret)");
    }
    List<String> from = before.lines().toList();
    List<String> to = after.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        before.isEmpty() ? "/dev/null" : id.toString(),
        after.isEmpty() ? "/dev/null" : id.toString(),
        from,
        DiffUtils.diff(from, to),
        CONTEXT_LINES);
  }
}
