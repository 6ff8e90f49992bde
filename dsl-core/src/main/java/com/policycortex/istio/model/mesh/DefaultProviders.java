package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * Which providers are used where Telemetry names none.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-DefaultProviders">DefaultProviders</a>
 */
@IstioStyle
@Value.Immutable
public abstract class DefaultProviders extends Message {

  DefaultProviders() {}

  /** A value that sets nothing yet. */
  public static DefaultProviders defaultProviders() {
    return ImmutableDefaultProviders.builder().build();
  }

  /** For traces. */
  public abstract List<String> tracing();

  /** A copy with this {@link #tracing()}. */
  public abstract DefaultProviders tracing(Iterable<String> tracing);

  /** A copy with these added to {@link #tracing()}. */
  public final DefaultProviders tracing(String first, String... more) {
    return tracing(added(tracing(), first, more));
  }

  /** For metrics. */
  public abstract List<String> metrics();

  /** A copy with this {@link #metrics()}. */
  public abstract DefaultProviders metrics(Iterable<String> metrics);

  /** A copy with these added to {@link #metrics()}. */
  public final DefaultProviders metrics(String first, String... more) {
    return metrics(added(metrics(), first, more));
  }

  /** For access logs. */
  public abstract List<String> accessLogging();

  /** A copy with this {@link #accessLogging()}. */
  public abstract DefaultProviders accessLogging(Iterable<String> accessLogging);

  /** A copy with these added to {@link #accessLogging()}. */
  public final DefaultProviders accessLogging(String first, String... more) {
    return accessLogging(added(accessLogging(), first, more));
  }

  static DefaultProviders read(FieldReader in) {
    return ImmutableDefaultProviders.builder()
        .origin(in.origin())
        .tracing(in.strings("tracing"))
        .metrics(in.strings("metrics"))
        .accessLogging(in.strings("accessLogging"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.strings("tracing", tracing());
    out.strings("metrics", metrics());
    out.strings("accessLogging", accessLogging());
  }
}
