package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.Finding;
import com.policycortex.istio.finding.Severity;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What was read of a file that nobody named, but that lies in a folder: other tools keep their
 * files there too, and what is no mistake to them is none here.
 */
final class AmongOthers {

  private static final Set<String> KINDS =
      KnownKinds.ALL.stream().map(kind -> kind.name()).collect(Collectors.toSet());

  private static final Pattern BODY = Pattern.compile("\\b(spec|data|stringData)\"?:");

  private AmongOthers() {}

  /**
   * The same with less weight on what is for other tools.
   *
   * @param labelled whether a kustomization fills in selectors
   */
  static ReadResult of(ReadResult result, boolean labelled) {
    if (isForOtherTools(result)) {
      Finding first = result.findings().get(0);
      Findings findings = new Findings(first.origin().file());
      findings.add(ManifestReader.noManifest());
      return new ReadResult(List.of(), findings.list(), result.sources());
    }
    if (result.findings().stream().noneMatch(one -> isOfOthers(one, result, labelled))) {
      return result;
    }
    List<Finding> findings =
        result.findings().stream()
            .map(one -> isOfOthers(one, result, labelled) ? one.severity(Severity.INFO) : one)
            .toList();
    return new ReadResult(result.manifests(), findings, result.sources(), result.halfRead());
  }

  // The settings of an editor or of a site, a list of test data: nothing in them names a kind.
  private static boolean isForOtherTools(ReadResult result) {
    return result.manifests().isEmpty()
        && result.halfRead().isEmpty()
        && !result.findings().isEmpty()
        && !result.sources().isEmpty()
        && result.sources().values().stream().noneMatch(AmongOthers::namesKind);
  }

  private static boolean namesKind(String text) {
    return text.contains("apiVersion") || text.contains("kind:") || text.contains("\"kind\"");
  }

  private static boolean isOfOthers(Finding finding, ReadResult result, boolean labelled) {
    return switch (finding.id()) {
      case "YAML-NOT-A-MANIFEST" ->
          finding.severity() == Severity.WARNING || isAnotherFormat(finding, result);
      case "YAML-UNKNOWN-FIELD" -> isAnotherMetadata(finding);
      case "YAML-MISSING-FIELD" -> labelled && finding.path().equals("spec.selector");
      default -> false;
    };
  }

  // Zarf's packages have a kind and no apiVersion, Helm's values may say kind: DaemonSet, and the
  // installer of OpenShift wants an apiVersion without a kind.
  private static boolean isAnotherFormat(Finding finding, ReadResult result) {
    String kind = finding.resource().kind();
    boolean meant = finding.hint().contains("in place of") || finding.hint().contains("remove the");
    return !meant
        && switch (finding.path()) {
          case "apiVersion" -> !KINDS.contains(kind) || finding.resource().name().isEmpty();
          case "kind" ->
              result.sources().values().stream().noneMatch(text -> BODY.matcher(text).find());
          default -> false;
        };
  }

  // Backstage's catalogs look like manifests, and have a description in their metadata.
  private static boolean isAnotherMetadata(Finding finding) {
    return finding.path().startsWith("metadata.")
        && !KINDS.contains(finding.resource().kind())
        && !finding.hint().startsWith("did you mean");
  }
}
