package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.networking.ApplyTo;
import com.policycortex.istio.model.networking.EnvoyConfigObjectMatch;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyFilter;
import com.policycortex.istio.model.networking.EnvoyObjectMatch;
import com.policycortex.istio.model.networking.FilterChainMatch;
import com.policycortex.istio.model.networking.FilterMatch;
import com.policycortex.istio.model.networking.Patch;
import com.policycortex.istio.model.networking.PatchContext;
import com.policycortex.istio.model.networking.PatchOperation;
import com.policycortex.istio.model.networking.ProxyMatch;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * EnvoyFilters: what a patch must have, and what it may match. {@link EnvoyValueRules} looks at the
 * value.
 */
final class EnvoyFilterRules {

  private static final int VERSION = 1024;
  // What was the name, and what it is today behind envoy.filters.
  private static final Map<String, String> DEPRECATED =
      Map.ofEntries(
          Map.entry("envoy.buffer", "http.buffer"),
          Map.entry("envoy.cors", "http.cors"),
          Map.entry("envoy.csrf", "http.csrf"),
          Map.entry("envoy.http_dynamo_filter", "http.dynamo"),
          Map.entry("envoy.ext_authz", "http.ext_authz"),
          Map.entry("envoy.fault", "http.fault"),
          Map.entry("envoy.grpc_http1_bridge", "http.grpc_http1_bridge"),
          Map.entry("envoy.grpc_json_transcoder", "http.grpc_json_transcoder"),
          Map.entry("envoy.grpc_web", "http.grpc_web"),
          Map.entry("envoy.gzip", "http.gzip"),
          Map.entry("envoy.health_check", "http.health_check"),
          Map.entry("envoy.ip_tagging", "http.ip_tagging"),
          Map.entry("envoy.lua", "http.lua"),
          Map.entry("envoy.rate_limit", "http.ratelimit"),
          Map.entry("envoy.router", "http.router"),
          Map.entry("envoy.squash", "http.squash"),
          Map.entry("envoy.listener.http_inspector", "listener.http_inspector"),
          Map.entry("envoy.listener.original_dst", "listener.original_dst"),
          Map.entry("envoy.listener.original_src", "listener.original_src"),
          Map.entry("envoy.listener.proxy_protocol", "listener.proxy_protocol"),
          Map.entry("envoy.listener.tls_inspector", "listener.tls_inspector"),
          Map.entry("envoy.client_ssl_auth", "network.client_ssl_auth"),
          Map.entry("envoy.http_connection_manager", "network.http_connection_manager"),
          Map.entry("envoy.mongo_proxy", "network.mongo_proxy"),
          Map.entry("envoy.ratelimit", "network.ratelimit"),
          Map.entry("envoy.redis_proxy", "network.redis_proxy"),
          Map.entry("envoy.tcp_proxy", "network.tcp_proxy"));

  private static final RuleSet<EnvoyConfigObjectPatch> PATCH =
      RuleSet.of(EnvoyConfigObjectPatch.class)
          .rule(
              patch(
                  "EF-APPLYTO",
                  "Write applyTo",
                  (patch, report) -> {
                    if (applyTo(patch) == ApplyTo.INVALID) {
                      report.add("applyTo", "The patch does not say what it applies to");
                    }
                  }))
          .rule(
              patch(
                  "EF-PATCH",
                  "Write patch with an operation",
                  (patch, report) -> {
                    if (patch.patch().isEmpty()) {
                      report.add("patch", "The patch changes nothing");
                    }
                  }))
          .rule(
              patch(
                  "EF-OPERATION",
                  "Write operation",
                  (patch, report) -> {
                    if (patch.patch().isPresent()
                        && operation(patch.patch().get()) == PatchOperation.INVALID) {
                      report.add("patch.operation", "The patch has no operation");
                    }
                  }))
          .rule(
              patch(
                  "EF-VALUE",
                  "Write value",
                  (patch, report) -> {
                    if (patch.patch().isPresent()
                        && patch.patch().get().value().isEmpty()
                        && operation(patch.patch().get()) != PatchOperation.REMOVE) {
                      report.add("patch.value", "Only REMOVE needs no value");
                    }
                  }))
          .rule(
              patch(
                  "EF-PROXYVERSION",
                  "Write an RE2 expression",
                  (patch, report) -> {
                    String version = proxyVersion(patch);
                    String problem =
                        version.isEmpty() || Text.utf8Length(version) > VERSION
                            ? null
                            : Regexes.problem(version);
                    if (problem != null) {
                      report.add("match.proxy.proxyVersion", problem);
                    }
                  }))
          .warning(
              "EF-PROXYVERSION-LONG",
              Gate.ISTIOD,
              "Write at most 1024 bytes",
              (patch, report) -> {
                if (!isForWaypoint(patch) && Text.utf8Length(proxyVersion(patch)) > VERSION) {
                  report.add("match.proxy.proxyVersion", "The expression is too long to be tried");
                }
              })
          .rule(
              patch(
                  "EF-MATCH-OBJECT",
                  "Write the match that goes with applyTo: listener, routeConfiguration or cluster",
                  (patch, report) -> {
                    EnvoyObjectMatch match = match(patch);
                    if (match != null && !goesWith(applyTo(patch), match)) {
                      report.add("match", "The match is of another object than " + applyTo(patch));
                    }
                  }))
          .rule(
              patch(
                  "EF-FILTER-NAME",
                  "Write the filter's name",
                  (patch, report) -> {
                    FilterMatch filter = filter(patch);
                    if (filter != null && !Text.isSet(filter.name())) {
                      report.add("match.listener.filterChain.filter", "The filter has no name");
                    }
                  }))
          .rule(
              patch(
                  "EF-SUBFILTER",
                  "Match a named subFilter of envoy.filters.network.http_connection_manager, for"
                      + " HTTP_FILTER",
                  (patch, report) -> {
                    FilterMatch filter = filter(patch);
                    if (filter != null
                        && filter.subFilter().isPresent()
                        && !(applyTo(patch) == ApplyTo.HTTP_FILTER
                            && isConnectionManager(filter.name().orElse(""))
                            && Text.isSet(filter.subFilter().get().name()))) {
                      report.add(
                          "match.listener.filterChain.filter.subFilter",
                          "Only the HTTP connection manager has filters within it");
                    }
                  }))
          .rules(EnvoyValueRules.ALL)
          .warning(
              "EF-FILTER-USELESS",
              Gate.ISTIOD,
              "Remove the filter's match",
              (patch, report) -> {
                ApplyTo applyTo = applyTo(patch);
                if (!isForWaypoint(patch)
                    && filter(patch) != null
                    && (applyTo == ApplyTo.LISTENER || applyTo == ApplyTo.FILTER_CHAIN)) {
                  report.add(
                      "match.listener.filterChain.filter",
                      "A filter's match does nothing for " + applyTo);
                }
              })
          .warning(
              "EF-FILTER-DEPRECATED",
              Gate.ISTIOD,
              "Write the filter's name of today, envoy.filters.…",
              (patch, report) -> {
                FilterMatch filter = filter(patch);
                if (isForWaypoint(patch) || filter == null) {
                  return;
                }
                deprecated(filter.name().orElse(""), ".name", report);
                deprecated(
                    filter.subFilter().flatMap(f -> f.name()).orElse(""),
                    ".subFilter.name",
                    report);
              })
          .error(
              "EF-WAYPOINT",
              Gate.API_SERVER,
              "Write match.waypoint with the context WAYPOINT, and only with it",
              (patch, report) -> {
                if (isForWaypoint(patch) != (match(patch) instanceof EnvoyObjectMatch.Waypoint)) {
                  report.add("match.waypoint", "The context and the match do not go together");
                }
              })
          .rule(
              NumberRules.port(
                  "EF-WAYPOINT-PORT",
                  Gate.API_SERVER,
                  "match.waypoint.portNumber",
                  patch ->
                      match(patch) instanceof EnvoyObjectMatch.Waypoint waypoint
                          ? waypoint.value().portNumber()
                          : Optional.empty()))
          .rule(NumberRules.uint32("EF-UINT32", "match", EnvoyFilterRules::portNumber))
          .build();

  static final RuleSet<EnvoyFilter> RULES =
      RuleSet.of(EnvoyFilter.class)
          .warning(
              "EF-CAUTION",
              Gate.ISTIOD,
              "Prefer a field of Istio's own, and test with each release of Istio",
              (filter, report) ->
                  report.add("", "An EnvoyFilter may break with any release of Istio"))
          .error(
              "EF-ONEOF",
              Gate.API_SERVER,
              "Keep one of workloadSelector and targetRefs",
              (filter, report) -> {
                if (filter.workloadSelector().isPresent()
                    && (!filter.targetRefs().isEmpty() || filter.isExplicitlyEmpty("targetRefs"))) {
                  report.add("targetRefs", "There are both workloadSelector and targetRefs");
                }
              })
          .rule(SelectorRules.maximum("EF-TARGETREFS-MAX", EnvoyFilter::targetRefs))
          .each("configPatches", EnvoyFilter::configPatches, PATCH)
          .part("workloadSelector", EnvoyFilter::workloadSelector, SelectorRules.LABELS_ONLY)
          .each("targetRefs", EnvoyFilter::targetRefs, SelectorRules.SCHEMA_TARGET)
          .build();

  private EnvoyFilterRules() {}

  // istiod looks at nothing in a patch for waypoints.
  private static Rule<EnvoyConfigObjectPatch> patch(
      String id, String hint, Rule.Check<EnvoyConfigObjectPatch> check) {
    return Rule.error(
        id,
        Gate.ISTIOD,
        hint,
        (patch, report) -> {
          if (!isForWaypoint(patch)) {
            check.check(patch, report);
          }
        });
  }

  static boolean isForWaypoint(EnvoyConfigObjectPatch patch) {
    return patch.match().isPresent()
        && patch.match().get().context().orElse(PatchContext.ANY) == PatchContext.WAYPOINT;
  }

  private static ApplyTo applyTo(EnvoyConfigObjectPatch patch) {
    return patch.applyTo().orElse(ApplyTo.INVALID);
  }

  private static PatchOperation operation(Patch patch) {
    return patch.operation().orElse(PatchOperation.INVALID);
  }

  private static String proxyVersion(EnvoyConfigObjectPatch patch) {
    return patch
        .match()
        .flatMap(EnvoyConfigObjectMatch::proxy)
        .flatMap(ProxyMatch::proxyVersion)
        .orElse("");
  }

  private static @Nullable EnvoyObjectMatch match(EnvoyConfigObjectPatch patch) {
    return patch.match().flatMap(EnvoyConfigObjectMatch::objectTypes).orElse(null);
  }

  // istiod looks at a filter's match only where a listener, or a part of it, is patched.
  private static @Nullable FilterMatch filter(EnvoyConfigObjectPatch patch) {
    return isOfListener(applyTo(patch))
            && match(patch) instanceof EnvoyObjectMatch.Listener listener
        ? listener.value().filterChain().flatMap(FilterChainMatch::filter).orElse(null)
        : null;
  }

  private static boolean isOfListener(ApplyTo applyTo) {
    return switch (applyTo) {
      case LISTENER, FILTER_CHAIN, NETWORK_FILTER, HTTP_FILTER -> true;
      default -> false;
    };
  }

  private static Optional<Long> portNumber(EnvoyConfigObjectPatch patch) {
    EnvoyObjectMatch match = match(patch);
    if (match instanceof EnvoyObjectMatch.Listener listener) {
      return listener.value().portNumber();
    }
    if (match instanceof EnvoyObjectMatch.RouteConfiguration route) {
      return route.value().portNumber();
    }
    return match instanceof EnvoyObjectMatch.Cluster cluster
        ? cluster.value().portNumber()
        : Optional.empty();
  }

  private static boolean goesWith(ApplyTo applyTo, EnvoyObjectMatch match) {
    return switch (applyTo) {
      case LISTENER, FILTER_CHAIN, NETWORK_FILTER, HTTP_FILTER ->
          match instanceof EnvoyObjectMatch.Listener;
      case ROUTE_CONFIGURATION, VIRTUAL_HOST, HTTP_ROUTE ->
          match instanceof EnvoyObjectMatch.RouteConfiguration;
      case CLUSTER -> match instanceof EnvoyObjectMatch.Cluster;
      case INVALID, EXTENSION_CONFIG, BOOTSTRAP, LISTENER_FILTER -> true;
    };
  }

  private static boolean isConnectionManager(String name) {
    return name.equals("envoy.filters.network.http_connection_manager")
        || name.equals("envoy.http_connection_manager");
  }

  private static void deprecated(String name, String field, Report report) {
    String today = DEPRECATED.get(name);
    if (today != null) {
      report.add(
          "match.listener.filterChain.filter" + field,
          name + " is a former name: istiod finds no such filter, and the patch changes nothing",
          "Write envoy.filters." + today);
    }
  }
}
