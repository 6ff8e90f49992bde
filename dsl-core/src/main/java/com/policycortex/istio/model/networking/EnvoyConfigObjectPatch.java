package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One change.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-EnvoyConfigObjectPatch">EnvoyConfigObjectPatch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class EnvoyConfigObjectPatch extends Message {

  EnvoyConfigObjectPatch() {}

  /** A value that sets nothing yet. */
  public static EnvoyConfigObjectPatch envoyConfigObjectPatch() {
    return ImmutableEnvoyConfigObjectPatch.builder().build();
  }

  /** What is changed. */
  public abstract Optional<ApplyTo> applyTo();

  /** A copy with this {@link #applyTo()}. */
  public abstract EnvoyConfigObjectPatch applyTo(ApplyTo applyTo);

  /** Which of them. Default: all. */
  public abstract Optional<EnvoyConfigObjectMatch> match();

  /** A copy with this {@link #match()}. */
  public abstract EnvoyConfigObjectPatch match(EnvoyConfigObjectMatch match);

  /** The change. */
  public abstract Optional<Patch> patch();

  /** A copy with this {@link #patch()}. */
  public abstract EnvoyConfigObjectPatch patch(Patch patch);

  static EnvoyConfigObjectPatch read(FieldReader in) {
    return ImmutableEnvoyConfigObjectPatch.builder()
        .origin(in.origin())
        .applyTo(in.enumeration("applyTo", ApplyTo.class))
        .match(in.message("match", EnvoyConfigObjectMatch::read))
        .patch(in.message("patch", Patch::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("applyTo", applyTo());
    out.message("match", match());
    out.message("patch", patch());
  }
}
