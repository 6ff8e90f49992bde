package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.ApplyTo;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.Patch;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;

/** Whether the value of a patch is a message of Envoy's, as istiod knows it. */
final class EnvoyValueRules {

  private static final Rule<EnvoyConfigObjectPatch> UNKNOWN =
      found(
          "EF-VALUE-UNKNOWN",
          "Write the name of a field of the release of Envoy that runs, or remove it");
  private static final Rule<EnvoyConfigObjectPatch> UNTYPED =
      found("EF-NO-TYPED-CONFIG", "Write typed_config with its @type");

  static final List<Rule<EnvoyConfigObjectPatch>> ALL =
      List.of(
          Rule.error(
              "EF-VALUE-TYPE",
              Gate.ISTIOD,
              "Write the fields as Envoy's reference has them, and @type for an extension",
              EnvoyValueRules::check),
          UNKNOWN,
          UNTYPED);

  private EnvoyValueRules() {}

  // Found while the value is read, by the rule that reads it.
  private static Rule<EnvoyConfigObjectPatch> found(String id, String hint) {
    return Rule.warning(id, Gate.ISTIOD, hint, (patch, report) -> {});
  }

  private static void check(EnvoyConfigObjectPatch patch, Report report) {
    Optional<JsonObject> value = patch.patch().flatMap(Patch::value);
    String message = message(patch.applyTo().orElse(ApplyTo.INVALID));
    if (value.isEmpty() || message.isEmpty() || EnvoyFilterRules.isForWaypoint(patch)) {
      return;
    }
    EnvoyValue read = EnvoyValue.read(message, value.get());
    for (EnvoyValue.Problem problem : read.problems()) {
      report.add(field(problem.path()), "istiod cannot read this: " + problem.message());
    }
    read.unknown()
        .forEach(
            (path, hint) ->
                report.add(
                    UNKNOWN,
                    field(path),
                    "istiod knows no such field, and leaves it out",
                    hint.orElse("")));
    if (read.unknown().isEmpty()) {
      // Else istiod does not look.
      for (String path : read.untyped()) {
        report.add(UNTYPED, field(path), "This names an extension and does not configure it");
      }
    }
  }

  private static String field(String path) {
    return path.isEmpty() ? "patch.value" : "patch.value." + path;
  }

  /** The message that a value is; empty if none is known. */
  static String message(ApplyTo applyTo) {
    return switch (applyTo) {
      case CLUSTER -> "envoy.config.cluster.v3.Cluster";
      case LISTENER -> "envoy.config.listener.v3.Listener";
      case ROUTE_CONFIGURATION -> "envoy.config.route.v3.RouteConfiguration";
      case FILTER_CHAIN -> "envoy.config.listener.v3.FilterChain";
      case HTTP_FILTER -> "envoy.extensions.filters.network.http_connection_manager.v3.HttpFilter";
      case NETWORK_FILTER -> "envoy.config.listener.v3.Filter";
      case VIRTUAL_HOST -> "envoy.config.route.v3.VirtualHost";
      case HTTP_ROUTE -> "envoy.config.route.v3.Route";
      case EXTENSION_CONFIG -> "envoy.config.core.v3.TypedExtensionConfig";
      case BOOTSTRAP -> "envoy.config.bootstrap.v3.Bootstrap";
      case LISTENER_FILTER -> "envoy.config.listener.v3.ListenerFilter";
      case INVALID -> "";
    };
  }
}
