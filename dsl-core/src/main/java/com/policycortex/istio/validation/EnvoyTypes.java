package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Suggestions;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types of extensions, by their names. */
final class EnvoyTypes {

  private static final Pattern SECOND_VERSION =
      Pattern.compile("envoy\\.(.+\\.)?v2(alpha[0-9]*)?\\.[A-Za-z]+");
  private static final Map<String, String> FILTERS =
      Map.of(
          "envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter",
          "envoy.extensions.filters.http.",
          "envoy.config.listener.v3.Filter",
          "envoy.extensions.filters.network.",
          "envoy.config.listener.v3.ListenerFilter",
          "envoy.extensions.filters.listener.");
  private static final String ANY_FILTER = "envoy.extensions.filters.";

  private EnvoyTypes() {}

  /**
   * The name of the message in a URL such as {@code type.googleapis.com/envoy.type.v3.Int64Range}.
   */
  static String name(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  /** What is wrong with the type of a configuration, at no path. */
  static Optional<EnvoyRemark> problem(String name, String owner, EnvoyApi api) {
    String wanted = FILTERS.getOrDefault(owner, ANY_FILTER);
    if (SECOND_VERSION.matcher(name).matches() && api.message(name) == null) {
      return Optional.of(
          new EnvoyRemark(
              "", true, "Envoy has no messages of version 2 any more", thirdVersion(name, api)));
    }
    if (name.startsWith(ANY_FILTER) && !name.startsWith(wanted)) {
      return Optional.of(
          EnvoyRemark.refused("", "it is a filter of another kind than " + wanted + "…"));
    }
    if (api.message(name) != null || !name.startsWith("envoy.")) {
      return Optional.empty();
    }
    return Optional.of(
        EnvoyRemark.ignored(
            "",
            "the release of Envoy that istiod knows has no type " + name,
            Suggestions.nearest(name, api.names()).map(near -> "Did you mean " + near + "?")));
  }

  // The filters' messages kept their own names.
  private static Optional<String> thirdVersion(String name, EnvoyApi api) {
    String simple = name.substring(name.lastIndexOf('.'));
    String before = name.substring(0, name.lastIndexOf(".v2"));
    String extension = before.substring(before.lastIndexOf('.'));
    return api.names().stream()
        .filter(it -> it.endsWith(extension + ".v3" + simple))
        .sorted()
        .findFirst()
        .map(it -> "Write the type " + it);
  }
}
