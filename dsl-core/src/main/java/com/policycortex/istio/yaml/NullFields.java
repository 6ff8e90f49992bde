package com.policycortex.istio.yaml;

import com.policycortex.istio.finding.ResourceId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What becomes of a field that is written without a value. */
final class NullFields {

  private static final String HTTP = "spec\\.http\\[\\d+\\]\\.";

  // What a reader may not expect; the first that fits.
  private static final List<Unexpected> UNEXPECTED =
      List.of(
          of(
              "ServiceEntry",
              "spec\\.workloadSelector(\\.labels)?",
              "so no workload is selected by its labels"),
          of(
              ".*",
              "spec\\.(selector|workloadSelector)(\\.(matchLabels|labels))?",
              "so nothing limits which workloads it is for"),
          of(
              ".*",
              "spec\\.targetRefs?",
              "so it is not bound to a gateway or service, but for workloads of its namespace"),
          of(
              "AuthorizationPolicy",
              "spec\\.rules",
              "so no request matches: with ALLOW all are denied, with DENY none"),
          of("AuthorizationPolicy", "spec\\.action", "so the action is ALLOW"),
          of(
              "AuthorizationPolicy",
              "spec\\.rules\\[\\d+\\]\\.(from|to|when|.*\\.(source|operation)(\\.\\w+)?)",
              "so the rule does not look at it, and holds for more requests"),
          of("VirtualService", HTTP + "match", "so the route takes every request"),
          of(
              "VirtualService",
              HTTP
                  + "match\\[\\d+\\]\\.(headers|queryParams|withoutHeaders)\\..+"
                  + "\\.(exact|prefix|regex)",
              "so any value will do, if only it is there"),
          of("VirtualService", HTTP + "match\\[\\d+\\]\\..*", "so the match does not look at it"),
          of(
              "VirtualService",
              "spec\\..*\\.subset",
              "so the requests go to every workload of the host"),
          of("VirtualService", HTTP + "timeout", "so there is no timeout"));

  private NullFields() {}

  private record Unexpected(Pattern kind, Pattern path, String consequence) {
    boolean is(String ofKind, String at) {
      return kind.matcher(ofKind).matches() && path.matcher(at).matches();
    }
  }

  private static Unexpected of(String kind, String path, String consequence) {
    return new Unexpected(Pattern.compile(kind), Pattern.compile(path), consequence);
  }

  /**
   * What happens; empty where nulls are usual, or have a meaning: in metadata, in Kubernetes' own
   * kinds, and in an IstioOperator, where they take away what the profile has.
   *
   * @param path the field
   * @param ofSchema whether the API server reads the field by the schema of a CRD
   */
  static Optional<String> consequence(ResourceId resource, String path, boolean ofSchema) {
    String kind = resource.kind();
    if (kind.equals("ConfigMap") && path.startsWith("data.mesh")) {
      return Optional.of("istiod leaves the field as if the line were not there");
    }
    if (!ofSchema
        || kind.equals("IstioOperator")
        || !(path.equals("spec") || path.startsWith("spec."))) {
      return Optional.empty();
    }
    return Optional.of(
        "the API server drops the field"
            + UNEXPECTED.stream()
                .filter(one -> one.is(kind, path))
                .findFirst()
                .map(one -> ", " + one.consequence())
                .orElse(", as if the line were not there"));
  }
}
