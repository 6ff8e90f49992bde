package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What OpenTelemetry's log records say.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-EnvoyOpenTelemetryLogProvider-LogFormat">LogFormat</a>
 */
@IstioStyle
@Value.Immutable
public abstract class OpenTelemetryLogFormat extends Message {

  OpenTelemetryLogFormat() {}

  /** A value that sets nothing yet. */
  public static OpenTelemetryLogFormat openTelemetryLogFormat() {
    return ImmutableOpenTelemetryLogFormat.builder().build();
  }

  /** The body, with Envoy's command operators. */
  public abstract Optional<String> text();

  /** A copy with this {@link #text()}. */
  public abstract OpenTelemetryLogFormat text(String text);

  /** Attributes, with Envoy's command operators as values. */
  public abstract Optional<JsonObject> labels();

  /** A copy with this {@link #labels()}. */
  public abstract OpenTelemetryLogFormat labels(JsonObject labels);

  static OpenTelemetryLogFormat read(FieldReader in) {
    return ImmutableOpenTelemetryLogFormat.builder()
        .origin(in.origin())
        .text(in.string("text"))
        .labels(in.jsonObject("labels"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("text", text());
    out.json("labels", labels());
  }
}
