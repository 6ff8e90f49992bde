package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Traces, metrics and logs for Stackdriver.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-StackdriverProvider">StackdriverProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class StackdriverProvider extends Message {

  StackdriverProvider() {}

  /** A value that sets nothing yet. */
  public static StackdriverProvider stackdriverProvider() {
    return ImmutableStackdriverProvider.builder().build();
  }

  /** Whether traces go to standard output. Default false. */
  public abstract Optional<Boolean> debug();

  /** A copy with this {@link #debug()}. */
  public abstract StackdriverProvider debug(boolean debug);

  /** Default 200. */
  public abstract Optional<Long> maxNumberOfAttributes();

  /** A copy with this {@link #maxNumberOfAttributes()}. */
  public abstract StackdriverProvider maxNumberOfAttributes(long maxNumberOfAttributes);

  /** Default 200. */
  public abstract Optional<Long> maxNumberOfAnnotations();

  /** A copy with this {@link #maxNumberOfAnnotations()}. */
  public abstract StackdriverProvider maxNumberOfAnnotations(long maxNumberOfAnnotations);

  /** Default 200. */
  public abstract Optional<Long> maxNumberOfMessageEvents();

  /** A copy with this {@link #maxNumberOfMessageEvents()}. */
  public abstract StackdriverProvider maxNumberOfMessageEvents(long maxNumberOfMessageEvents);

  /** The longest path in a span, in bytes. Default 256. */
  public abstract Optional<Long> maxTagLength();

  /** A copy with this {@link #maxTagLength()}. */
  public abstract StackdriverProvider maxTagLength(long maxTagLength);

  /** What its logs have beside the usual. */
  public abstract Optional<StackdriverLogging> logging();

  /** A copy with this {@link #logging()}. */
  public abstract StackdriverProvider logging(StackdriverLogging logging);

  static StackdriverProvider read(FieldReader in) {
    return ImmutableStackdriverProvider.builder()
        .origin(in.origin())
        .debug(in.bool("debug"))
        .maxNumberOfAttributes(in.int64("maxNumberOfAttributes"))
        .maxNumberOfAnnotations(in.int64("maxNumberOfAnnotations"))
        .maxNumberOfMessageEvents(in.int64("maxNumberOfMessageEvents"))
        .maxTagLength(in.uint32("maxTagLength"))
        .logging(in.message("logging", StackdriverLogging::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bool("debug", debug());
    out.int64("maxNumberOfAttributes", maxNumberOfAttributes());
    out.int64("maxNumberOfAnnotations", maxNumberOfAnnotations());
    out.int64("maxNumberOfMessageEvents", maxNumberOfMessageEvents());
    out.int64("maxTagLength", maxTagLength());
    out.message("logging", logging());
  }
}
