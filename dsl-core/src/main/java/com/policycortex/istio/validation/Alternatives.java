package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Related;
import com.policycortex.istio.finding.Severity;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.validation.DuplicateRules.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Manifests of one name in different folders. A repository holds overlays, variants and stages of a
 * release beside each other, and nobody applies them together; whoever does loses some. So it is
 * said once for a folder, and is no error.
 */
final class Alternatives {

  private static final int MOST_NAMED = 3;

  private final Map<InFolder, Manifest> seen = new HashMap<>();
  private final Map<String, List<Pair>> byFolder = new LinkedHashMap<>();

  private record InFolder(Identity identity, String folder) {}

  private record Pair(Manifest manifest, Manifest first) {}

  /** Whether two manifests lie in different folders. */
  static boolean areApart(Manifest one, Manifest other) {
    return isOfFile(one) && isOfFile(other) && !folder(one).equals(folder(other));
  }

  /** Whether a manifest is of a file that has a place, so not of Java or of standard input. */
  static boolean isOfFile(Manifest manifest) {
    return manifest.origin().method().isEmpty()
        && manifest.origin().isKnown()
        && !manifest.origin().file().startsWith("<");
  }

  /** Takes note of a manifest; gives the other one of its name in the same folder, if there is. */
  @Nullable Manifest add(Identity identity, Manifest manifest, Manifest first) {
    String folder = folder(manifest);
    Manifest beside = seen.putIfAbsent(new InFolder(identity, folder), manifest);
    if (beside == null) {
      byFolder.computeIfAbsent(folder, key -> new ArrayList<>()).add(new Pair(manifest, first));
    }
    return beside;
  }

  /** One finding for each folder. */
  List<Finding> findings() {
    return byFolder.values().stream().map(Alternatives::finding).toList();
  }

  private static Finding finding(List<Pair> pairs) {
    long changed = pairs.stream().filter(pair -> !pair.manifest().equals(pair.first())).count();
    // A pair that differs is worth more than one that does not.
    Pair shown =
        pairs.stream()
            .filter(pair -> !pair.manifest().equals(pair.first()))
            .findFirst()
            .orElse(pairs.get(0));
    String what =
        pairs.size() == 1
            ? shown.manifest().resourceId() + " is"
            : pairs.size() + " manifests of this folder are";
    String message =
        what
            + " also in "
            + folders(pairs)
            + (changed == 0
                ? ", all the same; applied together, nothing is lost"
                : ", "
                    + (pairs.size() == 1 ? "with another content" : changed + " with other content")
                    + "; applied together, the last one stays");
    return DuplicateRules.finding(
            shown.manifest(),
            changed == 0 ? Severity.INFO : Severity.WARNING,
            message,
            "Lint each folder by itself if they are alternatives, such as overlays; else keep each"
                + " manifest in one of them")
        .related(
            new Related(
                shown.first().resourceId(),
                "",
                "the other " + (pairs.size() == 1 ? "one" : "one of the first of them"),
                shown.first().origin()));
  }

  // The folder with the most first.
  private static String folders(List<Pair> pairs) {
    Map<String, Integer> counts = new TreeMap<>();
    pairs.forEach(pair -> counts.merge(folder(pair.first()), 1, Integer::sum));
    List<String> names =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(entry -> "\"" + entry.getKey() + "\"")
            .toList();
    int named = Math.min(names.size(), MOST_NAMED);
    String list = String.join(", ", names.subList(0, named));
    int more = names.size() - named;
    return list + (more > 0 ? " and " + more + " more" : "");
  }

  private static String folder(Manifest manifest) {
    String file = manifest.origin().file().replace('\\', '/');
    int slash = file.lastIndexOf('/');
    return slash < 0 ? "." : file.substring(0, Math.max(slash, 1));
  }
}
