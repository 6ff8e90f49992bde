package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces for Stackdriver ({@code Tracing.Stackdriver}).
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Tracing-Stackdriver">Stackdriver</a>
 */
@IstioStyle
@Value.Immutable
public abstract class StackdriverTracer extends Message {

  StackdriverTracer() {}

  /** A value that sets nothing yet. */
  public static StackdriverTracer stackdriverTracer() {
    return ImmutableStackdriverTracer.builder().build();
  }

  /** Whether traces go to standard output. Default false. */
  public abstract Optional<Boolean> debug();

  /** A copy with this {@link #debug()}. */
  public abstract StackdriverTracer debug(boolean debug);

  /** Default 200. */
  public abstract Optional<Long> maxNumberOfAttributes();

  /** A copy with this {@link #maxNumberOfAttributes()}. */
  public abstract StackdriverTracer maxNumberOfAttributes(long maxNumberOfAttributes);

  /** Default 200. */
  public abstract Optional<Long> maxNumberOfAnnotations();

  /** A copy with this {@link #maxNumberOfAnnotations()}. */
  public abstract StackdriverTracer maxNumberOfAnnotations(long maxNumberOfAnnotations);

  /** Default 200. */
  public abstract Optional<Long> maxNumberOfMessageEvents();

  /** A copy with this {@link #maxNumberOfMessageEvents()}. */
  public abstract StackdriverTracer maxNumberOfMessageEvents(long maxNumberOfMessageEvents);

  static StackdriverTracer read(FieldReader in) {
    return ImmutableStackdriverTracer.builder()
        .origin(in.origin())
        .debug(in.bool("debug"))
        .maxNumberOfAttributes(in.int64("maxNumberOfAttributes"))
        .maxNumberOfAnnotations(in.int64("maxNumberOfAnnotations"))
        .maxNumberOfMessageEvents(in.int64("maxNumberOfMessageEvents"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bool("debug", debug());
    out.int64("maxNumberOfAttributes", maxNumberOfAttributes());
    out.int64("maxNumberOfAnnotations", maxNumberOfAnnotations());
    out.int64("maxNumberOfMessageEvents", maxNumberOfMessageEvents());
  }
}
