package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Which objects a patch is for; all conditions must hold.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-EnvoyConfigObjectMatch">EnvoyConfigObjectMatch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class EnvoyConfigObjectMatch extends Message {

  EnvoyConfigObjectMatch() {}

  /** A value that sets nothing yet. */
  public static EnvoyConfigObjectMatch envoyConfigObjectMatch() {
    return ImmutableEnvoyConfigObjectMatch.builder().build();
  }

  /** For which configurations. Default {@link PatchContext#ANY}. */
  public abstract Optional<PatchContext> context();

  /** A copy with this {@link #context()}. */
  public abstract EnvoyConfigObjectMatch context(PatchContext context);

  /** For which proxies. */
  public abstract Optional<ProxyMatch> proxy();

  /** A copy with this {@link #proxy()}. */
  public abstract EnvoyConfigObjectMatch proxy(ProxyMatch proxy);

  /** For which objects. */
  public abstract Optional<EnvoyObjectMatch> objectTypes();

  /** A copy with this {@link #objectTypes()}. */
  public abstract EnvoyConfigObjectMatch objectTypes(EnvoyObjectMatch objectTypes);

  static EnvoyConfigObjectMatch read(FieldReader in) {
    return ImmutableEnvoyConfigObjectMatch.builder()
        .origin(in.origin())
        .context(in.enumeration("context", PatchContext.class))
        .proxy(in.message("proxy", ProxyMatch::read))
        .objectTypes(EnvoyObjectMatch.read(in))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.enumeration("context", context());
    out.message("proxy", proxy());
    out.oneof(objectTypes());
  }
}
