package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces for Lightstep ({@code Tracing.Lightstep}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Tracing">Tracing</a>
 */
@IstioStyle
@Value.Immutable
public abstract class LightstepTracer extends Message {

  LightstepTracer() {}

  /** A value that sets nothing yet. */
  public static LightstepTracer lightstepTracer() {
    return ImmutableLightstepTracer.builder().build();
  }

  /** Host and port. */
  public abstract Optional<String> address();

  /** A copy with this {@link #address()}. */
  public abstract LightstepTracer address(String address);

  /** The token. */
  public abstract Optional<String> accessToken();

  /** A copy with this {@link #accessToken()}. */
  public abstract LightstepTracer accessToken(String accessToken);

  static LightstepTracer read(FieldReader in) {
    return ImmutableLightstepTracer.builder()
        .origin(in.origin())
        .address(in.string("address"))
        .accessToken(in.string("accessToken"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("address", address());
    out.string("accessToken", accessToken());
  }
}
