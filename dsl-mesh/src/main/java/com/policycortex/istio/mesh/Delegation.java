package com.policycortex.istio.mesh;

import com.policycortex.istio.model.networking.HttpMatchRequest;
import com.policycortex.istio.model.networking.HttpRoute;
import com.policycortex.istio.model.networking.StringMatch;
import com.policycortex.istio.model.networking.StringMatch.Exact;
import com.policycortex.istio.model.networking.StringMatch.Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Merges a rule of a root VirtualService with one of its delegate, as istiod does. */
final class Delegation {

  private Delegation() {}

  /** The rule that both make; absent if their conditions contradict each other. */
  static Optional<HttpRoute> merge(HttpRoute root, HttpRoute leaf) {
    Optional<List<HttpMatchRequest>> matches = matches(root.match(), leaf.match());
    if (matches.isEmpty()) {
      return Optional.empty();
    }
    HttpRoute merged = leaf.match(matches.get());
    Optional<String> name = joined(root.name(), leaf.name());
    if (name.isPresent()) {
      merged = merged.name(name.get());
    }
    if (leaf.rewrite().isEmpty() && root.rewrite().isPresent()) {
      merged = merged.rewrite(root.rewrite().get());
    }
    if (leaf.directResponse().isEmpty() && root.directResponse().isPresent()) {
      merged = merged.directResponse(root.directResponse().get());
    }
    if (leaf.timeout().isEmpty() && root.timeout().isPresent()) {
      merged = merged.timeout(root.timeout().get());
    }
    if (leaf.retries().isEmpty() && root.retries().isPresent()) {
      merged = merged.retries(root.retries().get());
    }
    if (leaf.fault().isEmpty() && root.fault().isPresent()) {
      merged = merged.fault(root.fault().get());
    }
    if (leaf.mirror().isEmpty() && root.mirror().isPresent()) {
      merged = merged.mirror(root.mirror().get());
    }
    if (leaf.mirrorPercentage().isEmpty() && root.mirrorPercentage().isPresent()) {
      merged = merged.mirrorPercentage(root.mirrorPercentage().get());
    }
    if (leaf.mirrors().isEmpty()) {
      merged = merged.mirrors(root.mirrors());
    }
    if (leaf.corsPolicy().isEmpty() && root.corsPolicy().isPresent()) {
      merged = merged.corsPolicy(root.corsPolicy().get());
    }
    if (leaf.headers().isEmpty() && root.headers().isPresent()) {
      merged = merged.headers(root.headers().get());
    }
    return Optional.of(merged);
  }

  // Each condition of the delegate must go with one of the root's.
  private static Optional<List<HttpMatchRequest>> matches(
      List<HttpMatchRequest> root, List<HttpMatchRequest> leaf) {
    if (root.isEmpty() || leaf.isEmpty()) {
      return Optional.of(root.isEmpty() ? leaf : root);
    }
    List<HttpMatchRequest> merged = new ArrayList<>();
    for (HttpMatchRequest ours : leaf) {
      int before = merged.size();
      for (HttpMatchRequest theirs : root) {
        if (!conflict(theirs, ours)) {
          merged.add(merge(theirs, ours));
        }
      }
      if (merged.size() == before) {
        return Optional.empty();
      }
    }
    return Optional.of(merged);
  }

  private static HttpMatchRequest merge(HttpMatchRequest root, HttpMatchRequest leaf) {
    HttpMatchRequest merged =
        leaf.headers(union(root.headers(), leaf.headers()))
            .withoutHeaders(union(root.withoutHeaders(), leaf.withoutHeaders()))
            .queryParams(union(root.queryParams(), leaf.queryParams()))
            .sourceLabels(union(root.sourceLabels(), leaf.sourceLabels()));
    Optional<String> name = joined(root.name(), leaf.name());
    if (name.isPresent()) {
      merged = merged.name(name.get());
    }
    if (leaf.uri().isEmpty() && root.uri().isPresent()) {
      merged = merged.uri(root.uri().get());
    }
    if (leaf.scheme().isEmpty() && root.scheme().isPresent()) {
      merged = merged.scheme(root.scheme().get());
    }
    if (leaf.method().isEmpty() && root.method().isPresent()) {
      merged = merged.method(root.method().get());
    }
    if (leaf.authority().isEmpty() && root.authority().isPresent()) {
      merged = merged.authority(root.authority().get());
    }
    if (leaf.port().orElse(0L) == 0 && root.port().isPresent()) {
      merged = merged.port(root.port().get());
    }
    if (text(leaf.sourceNamespace()).isEmpty() && root.sourceNamespace().isPresent()) {
      merged = merged.sourceNamespace(root.sourceNamespace().get());
    }
    return leaf.gateways().isEmpty() ? merged.gateways(root.gateways()) : merged;
  }

  private static boolean conflict(HttpMatchRequest root, HttpMatchRequest leaf) {
    return conflict(root.uri(), leaf.uri())
        || conflict(root.scheme(), leaf.scheme())
        || conflict(root.method(), leaf.method())
        || conflict(root.authority(), leaf.authority())
        || conflict(root.headers(), leaf.headers())
        || conflict(root.withoutHeaders(), leaf.withoutHeaders())
        || conflict(root.queryParams(), leaf.queryParams())
        || !root.ignoreUriCase().orElse(false).equals(leaf.ignoreUriCase().orElse(false))
        || portsConflict(root.port().orElse(0L), leaf.port().orElse(0L))
        || namespacesConflict(text(root.sourceNamespace()), text(leaf.sourceNamespace()))
        || labelsConflict(root.sourceLabels(), leaf.sourceLabels())
        || gatewaysConflict(root.gateways(), leaf.gateways());
  }

  private static boolean portsConflict(long root, long leaf) {
    return root > 0 && leaf > 0 && root != leaf;
  }

  // The delegate has to say it again.
  private static boolean namespacesConflict(String root, String leaf) {
    return !root.isEmpty() && !root.equals(leaf);
  }

  private static boolean labelsConflict(Map<String, String> root, Map<String, String> leaf) {
    return leaf.entrySet().stream()
        .anyMatch(
            label -> !root.getOrDefault(label.getKey(), label.getValue()).equals(label.getValue()));
  }

  private static boolean gatewaysConflict(List<String> root, List<String> leaf) {
    return !root.isEmpty()
        && !leaf.isEmpty()
        && (root.size() < leaf.size() || !root.containsAll(leaf));
  }

  private static boolean conflict(Map<String, StringMatch> root, Map<String, StringMatch> leaf) {
    return leaf.entrySet().stream()
        .anyMatch(
            entry ->
                conflict(
                    Optional.ofNullable(root.get(entry.getKey())), Optional.of(entry.getValue())));
  }

  // What is set in both must be the same text, or a narrower one under a prefix; expressions and
  // presence go with nothing.
  private static boolean conflict(Optional<StringMatch> root, Optional<StringMatch> leaf) {
    if (root.isEmpty() || leaf.isEmpty()) {
      return false;
    }
    String value = value(leaf.get());
    if (root.get() instanceof Exact exact && !exact.value().isEmpty()) {
      return !(leaf.get() instanceof Exact) || !value.equals(exact.value());
    }
    return !(root.get() instanceof Prefix prefix
        && !prefix.value().isEmpty()
        && !value.isEmpty()
        && value.startsWith(prefix.value()));
  }

  private static String value(StringMatch match) {
    if (match instanceof Exact exact) {
      return exact.value();
    }
    return match instanceof Prefix prefix ? prefix.value() : "";
  }

  private static <T> Map<String, T> union(Map<String, T> root, Map<String, T> leaf) {
    Map<String, T> union = new LinkedHashMap<>(root);
    union.putAll(leaf);
    return union;
  }

  private static Optional<String> joined(Optional<String> root, Optional<String> leaf) {
    if (text(root).isEmpty()) {
      return leaf;
    }
    return Optional.of(text(leaf).isEmpty() ? text(root) : text(root) + "-" + text(leaf));
  }

  private static String text(Optional<String> value) {
    return value.orElse("");
  }
}
