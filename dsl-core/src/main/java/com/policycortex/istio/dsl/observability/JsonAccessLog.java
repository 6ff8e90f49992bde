package com.policycortex.istio.dsl.observability;

import com.policycortex.istio.model.mesh.EnvoyFileAccessLogProvider;
import com.policycortex.istio.model.mesh.ExtensionProvider;
import com.policycortex.istio.model.mesh.LogFormat;
import com.policycortex.istio.model.telemetry.AccessLogging;
import com.policycortex.istio.model.telemetry.ProviderRef;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Access logs on standard output, one JSON object a request. As for traces, the provider goes into
 * MeshConfig, and a Telemetry names it.
 *
 * @param name the provider's name
 * @param fields the fields of the object, with Envoy's command operators as values
 * @see <a
 *     href="https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/access_log/usage">Access
 *     logging</a>
 */
public record JsonAccessLog(String name, Map<String, String> fields) {

  /** Sorts the fields. */
  public JsonAccessLog {
    fields = Map.copyOf(fields);
  }

  /**
   * What one wants to know of a request: when, who, what, how it went, how long it took, and the
   * ids of the request and of its trace.
   */
  public static JsonAccessLog jsonAccessLog(String name) {
    return new JsonAccessLog(
        name,
        Map.ofEntries(
            Map.entry("start_time", "%START_TIME%"),
            Map.entry("method", "%REQ(:METHOD)%"),
            Map.entry("path", "%REQ(X-ENVOY-ORIGINAL-PATH?:PATH)%"),
            Map.entry("protocol", "%PROTOCOL%"),
            Map.entry("authority", "%REQ(:AUTHORITY)%"),
            Map.entry("response_code", "%RESPONSE_CODE%"),
            Map.entry("response_flags", "%RESPONSE_FLAGS%"),
            Map.entry("response_code_details", "%RESPONSE_CODE_DETAILS%"),
            Map.entry("bytes_received", "%BYTES_RECEIVED%"),
            Map.entry("bytes_sent", "%BYTES_SENT%"),
            Map.entry("duration", "%DURATION%"),
            Map.entry("upstream_cluster", "%UPSTREAM_CLUSTER%"),
            Map.entry("upstream_host", "%UPSTREAM_HOST%"),
            Map.entry("upstream_failure", "%UPSTREAM_TRANSPORT_FAILURE_REASON%"),
            Map.entry("downstream_remote_address", "%DOWNSTREAM_REMOTE_ADDRESS%"),
            Map.entry("downstream_peer", "%DOWNSTREAM_PEER_URI_SAN%"),
            Map.entry("user_agent", "%REQ(USER-AGENT)%"),
            Map.entry("route_name", "%ROUTE_NAME%"),
            Map.entry("request_id", "%REQ(X-REQUEST-ID)%"),
            Map.entry("trace_id", "%TRACE_ID%")));
  }

  /** With one more field. */
  public JsonAccessLog field(String field, String operator) {
    Map<String, String> more = new TreeMap<>(fields);
    more.put(field, operator);
    return new JsonAccessLog(name, more);
  }

  /**
   * With a header of the request as field {@code correlation_id}, by which the log lines of one
   * request are found in all services that pass the header on.
   */
  public JsonAccessLog correlationId(String header) {
    return field("correlation_id", "%REQ(" + header.toUpperCase(Locale.ROOT) + ")%");
  }

  /** The provider, for MeshConfig's {@code extensionProviders}. */
  public ExtensionProvider provider() {
    JsonObject labels = JsonValue.object();
    for (Map.Entry<String, String> field : new TreeMap<>(fields).entrySet()) {
      labels = labels.with(field.getKey(), field.getValue());
    }
    return ExtensionProvider.extensionProvider(name)
        .envoyFileAccessLog(
            EnvoyFileAccessLogProvider.envoyFileAccessLogProvider()
                .path("/dev/stdout")
                .logFormat(new LogFormat.Labels(labels)));
  }

  /** The logs, for a Telemetry. */
  public AccessLogging accessLogging() {
    return AccessLogging.accessLogging().providers(ProviderRef.providerRef(name));
  }
}
