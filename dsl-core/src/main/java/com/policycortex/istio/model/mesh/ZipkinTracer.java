package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces by Zipkin's API ({@code Tracing.Zipkin}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Tracing-Zipkin">Zipkin</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ZipkinTracer extends Message {

  ZipkinTracer() {}

  /** A value that sets nothing yet. */
  public static ZipkinTracer zipkinTracer() {
    return ImmutableZipkinTracer.builder().build();
  }

  /** Host and port, for example {@code zipkin:9411}. */
  public abstract Optional<String> address();

  /** A copy with this {@link #address()}. */
  public abstract ZipkinTracer address(String address);

  static ZipkinTracer read(FieldReader in) {
    return ImmutableZipkinTracer.builder()
        .origin(in.origin())
        .address(in.string("address"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("address", address());
  }
}
