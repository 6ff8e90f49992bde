package com.policycortex.istio.model.telemetry;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What happens to a tag.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/telemetry/#MetricsOverrides-TagOverride">TagOverride</a>
 */
@IstioStyle
@Value.Immutable
public abstract class TagOverride extends Message {

  TagOverride() {}

  /** A value that sets nothing yet. */
  public static TagOverride tagOverride() {
    return ImmutableTagOverride.builder().build();
  }

  /** Default {@link TagOperation#UPSERT}. */
  public abstract Optional<TagOperation> operation();

  /** A copy with this {@link #operation()}. */
  public abstract TagOverride operation(TagOperation operation);

  /** A CEL expression over the request's attributes; for UPSERT. */
  public abstract Optional<String> value();

  /** A copy with this {@link #value()}. */
  public abstract TagOverride value(String value);

  static TagOverride read(FieldReader in) {
    return ImmutableTagOverride.builder()
        .origin(in.origin())
        .operation(in.enumeration("operation", TagOperation.class))
        .value(in.string("value"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("operation", operation());
    out.string("value", value());
  }
}
