package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.RawManifest;
import com.policycortex.istio.model.install.IstioOperator;
import com.policycortex.istio.model.kubernetes.Namespace;
import com.policycortex.istio.model.kubernetes.Service;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.Map;
import java.util.Optional;

/** Rules for every manifest's metadata. */
final class MetadataRules {

  private static final String DRY_RUN = "istio.io/dry-run";
  private static final int LABEL_VALUE = 63;
  private static final int NAME = 253;
  private static final int GENERATED = 58;
  private static final int ANNOTATIONS = 262_144;

  private static final Metadata NO_METADATA = Metadata.metadata("");

  static final RuleSet<Manifest> RULES =
      RuleSet.of(Manifest.class)
          .error(
              "META-NAME-REQUIRED",
              Gate.API_SERVER,
              "Write metadata.name",
              (manifest, report) -> {
                if (manifest.name().isEmpty()
                    && generateName(manifest).isEmpty()
                    && !isForTools(manifest)) {
                  report.add("metadata.name", "The manifest has no name");
                }
              })
          .error(
              "META-NAME",
              Gate.API_SERVER,
              "Write lower-case letters, digits, '-' and '.', starting and ending with a letter or"
                  + " digit, at most 253",
              MetadataRules::checkName)
          .error(
              "META-GENERATE-NAME",
              Gate.API_SERVER,
              "Write what a name may begin with, for example my-app-",
              (manifest, report) -> {
                String prefix = generateName(manifest);
                if (!prefix.isEmpty() && !isPrefix(manifest, prefix)) {
                  report.add(
                      "metadata.generateName", Text.quote(prefix) + " does not begin a good name");
                }
              })
          .rules(ObjectMetaRules.ALL)
          .rule(StatusRules.UNKNOWN_FIELD)
          .error(
              "META-NAMESPACE",
              Gate.API_SERVER,
              "Write lower-case letters, digits and '-', at most 63, starting and ending with a"
                  + " letter or digit",
              (manifest, report) -> {
                Optional<String> namespace = manifest.namespace();
                if (manifest.kind().namespaced()
                    && namespace.isPresent()
                    && !namespace.get().isEmpty()
                    && !DnsNames.isRfc1123Label(namespace.get())) {
                  report.add(
                      "metadata.namespace",
                      Text.quote(namespace.get()) + " is not the name of a namespace");
                }
              })
          .error(
              "META-LABELS",
              Gate.API_SERVER,
              "Write labels as Kubernetes takes them",
              (manifest, report) -> {
                for (Map.Entry<String, String> label : manifest.metadata().labels().entrySet()) {
                  checkKey("metadata.labels", label.getKey(), report);
                  if (label.getValue().length() > LABEL_VALUE
                      || !Labels.isValue(label.getValue())) {
                    report.add(
                        "metadata.labels[" + label.getKey() + "]",
                        Text.quote(label.getValue()) + " is not a label value",
                        "Write at most 63 letters, digits, '-', '_' and '.', starting and ending"
                            + " with a letter or digit");
                  }
                }
              })
          .error(
              "META-ANNOTATIONS",
              Gate.API_SERVER,
              "Write annotation keys as Kubernetes takes them",
              (manifest, report) -> {
                for (String key : manifest.metadata().annotations().keySet()) {
                  checkKey("metadata.annotations", lowerCase(key), report);
                }
              })
          .error(
              "META-ANNOTATIONS-SIZE",
              Gate.API_SERVER,
              "Keep large texts in a ConfigMap",
              (manifest, report) -> {
                int bytes = 0;
                for (Map.Entry<String, String> entry :
                    manifest.metadata().annotations().entrySet()) {
                  bytes += Text.utf8Length(entry.getKey()) + Text.utf8Length(entry.getValue());
                }
                if (bytes > ANNOTATIONS) {
                  report.add(
                      "metadata.annotations",
                      "The annotations have " + bytes + " bytes, more than " + ANNOTATIONS);
                }
              })
          .error(
              "META-ALWAYS-REJECT",
              Gate.ISTIOD,
              "Remove the annotation",
              (manifest, report) ->
                  forbid("internal.istio.io/webhook-always-reject", manifest, report))
          .error(
              "META-INTERNAL-PARENT-NS",
              Gate.ISTIOD,
              "Remove the annotation",
              (manifest, report) -> forbid("internal.istio.io/parent-namespace", manifest, report))
          .error(
              "META-INTERNAL-PARENTS",
              Gate.ISTIOD,
              "Remove the annotation",
              (manifest, report) -> forbid("internal.istio.io/parents", manifest, report))
          .error(
              "META-DRYRUN-UNSUPPORTED",
              Gate.ISTIOD,
              "Remove the annotation, it is for AuthorizationPolicies",
              (manifest, report) -> {
                if (!(manifest instanceof AuthorizationPolicy)) {
                  forbid(DRY_RUN, manifest, report);
                }
              })
          .error(
              "META-DRYRUN-VALUE",
              Gate.ISTIOD,
              "Write \"true\" or \"false\"",
              (manifest, report) -> {
                String value = manifest.metadata().annotations().get(DRY_RUN);
                if (value != null
                    && manifest instanceof AuthorizationPolicy
                    && canDryRun(report.manifest(AuthorizationPolicy.class))
                    && !isBoolean(value)) {
                  report.add(
                      "metadata.annotations[istio.io/dry-run]",
                      Text.quote(value) + " is not a truth value");
                }
              })
          .error(
              "META-DRYRUN-ACTION",
              Gate.ISTIOD,
              "Remove the annotation, or use the action ALLOW or DENY",
              (manifest, report) -> {
                if (manifest instanceof AuthorizationPolicy
                    && !canDryRun(report.manifest(AuthorizationPolicy.class))) {
                  forbid(DRY_RUN, manifest, report);
                }
              })
          .build();

  private MetadataRules() {}

  /** True where a manifest that istiod made itself is judged by a gateway's rules. */
  static boolean hasGatewaySemantics(Manifest manifest, String annotation) {
    return "gateway".equals(manifest.metadata().annotations().get(annotation));
  }

  private static void checkName(Manifest manifest, Report report) {
    String name = manifest.name();
    if (!name.isEmpty() && !isName(manifest, name)) {
      report.add(
          "metadata.name",
          name.length() > NAME
              ? "The name has " + name.length() + " characters, more than " + NAME
              : Text.quote(name) + " is not a name that Kubernetes takes");
    }
  }

  // Letter by letter, as Go does: a dotted I becomes an i, and nothing more.
  private static String lowerCase(String text) {
    return isLowerCase(text) ? text : lowerCased(text);
  }

  private static boolean isLowerCase(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c >= 'A' && c <= 'Z') || c >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String lowerCased(String text) {
    return text.codePoints()
        .map(Character::toLowerCase)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  // Files of tools look like manifests and never get to an API server: an installation that
  // istioctl reads, a cluster that kind or eksctl makes. Those of others have no metadata.
  private static boolean isForTools(Manifest manifest) {
    return manifest instanceof IstioOperator
        || (manifest instanceof RawManifest && manifest.metadata().equals(NO_METADATA));
  }

  private static String generateName(Manifest manifest) {
    return manifest.metadata().more().get("generateName") instanceof JsonString text
        ? text.value()
        : "";
  }

  // A dash at the end goes away with the letter before it, as in Kubernetes; what is generated is
  // at
  // most 63 long.
  private static boolean isPrefix(Manifest manifest, String prefix) {
    boolean dash = prefix.length() > 1 && prefix.endsWith("-");
    String masked = dash ? prefix.substring(0, prefix.length() - 2) + "a" : prefix;
    String generated = prefix.substring(0, Math.min(prefix.length(), GENERATED)) + "x";
    return isName(manifest, masked) && (!manifest.name().isEmpty() || isName(manifest, generated));
  }

  private static boolean isName(Manifest manifest, String name) {
    if (manifest instanceof RawManifest) {
      return isPathSegment(name); // the narrower rules of unknown kinds are not known
    }
    return (manifest instanceof Namespace || manifest instanceof Service)
        ? DnsNames.isRfc1123Label(name)
        : DnsNames.isRfc1123Subdomain(name);
  }

  private static boolean isPathSegment(String name) {
    return name.length() <= NAME
        && !name.equals(".")
        && !name.equals("..")
        && name.indexOf('/') < 0
        && name.indexOf('%') < 0;
  }

  private static void checkKey(String field, String key, Report report) {
    if (!isKey(key)) {
      report.add(
          field + "[" + key + "]",
          Text.quote(key) + " is not a key that Kubernetes takes",
          "Write at most 63 letters, digits, '-', '_' and '.', with an optional lower-case DNS"
              + " prefix and '/' before");
    }
  }

  /** A label's key as Kubernetes judges it: stricter about the prefix than Istio. */
  static boolean isKey(String key) {
    int slash = key.indexOf('/');
    return Labels.isKey(key) && (slash < 0 || DnsNames.isRfc1123Subdomain(key.substring(0, slash)));
  }

  /** A label's value as Kubernetes judges it. */
  static boolean isValue(String value) {
    return value.length() <= LABEL_VALUE && Labels.isValue(value);
  }

  /** Labels as Kubernetes judges them. */
  static boolean areLabels(Map<String, String> labels) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!isKey(label.getKey()) || !isValue(label.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static void forbid(String annotation, Manifest manifest, Report report) {
    // istiod is asked about Istio's kinds only.
    if (manifest.kind().group().endsWith(".istio.io")
        && manifest.metadata().annotations().containsKey(annotation)) {
      report.add(
          "metadata.annotations[" + annotation + "]",
          "The annotation is not allowed on this " + manifest.kind().name());
    }
  }

  private static boolean canDryRun(AuthorizationPolicy policy) {
    return switch (policy.action().orElse(AuthorizationAction.ALLOW)) {
      case ALLOW, DENY -> true;
      case AUDIT, CUSTOM -> false;
    };
  }

  private static boolean isBoolean(String value) {
    return switch (value) {
      case "1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False" -> true;
      default -> false;
    };
  }
}
