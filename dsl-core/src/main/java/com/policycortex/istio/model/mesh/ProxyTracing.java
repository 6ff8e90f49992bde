package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.model.networking.ClientTlsSettings;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * How proxies trace ({@code Tracing}); Telemetry is the newer way.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Tracing">Tracing</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ProxyTracing extends Message {

  ProxyTracing() {}

  /** A value that sets nothing yet. */
  public static ProxyTracing proxyTracing() {
    return ImmutableProxyTracing.builder().build();
  }

  /** Whom spans are sent. */
  public abstract Optional<Tracer> tracer();

  /** A copy with this {@link #tracer()}. */
  public abstract ProxyTracing tracer(Tracer tracer);

  /** Further tags of spans, by their names. */
  public abstract Map<String, TracingCustomTag> customTags();

  /** A copy with this {@link #customTags()}. */
  public abstract ProxyTracing customTags(Map<String, ? extends TracingCustomTag> customTags);

  /** The longest path in a span, in bytes. Default 256. */
  public abstract Optional<Long> maxPathTagLength();

  /** A copy with this {@link #maxPathTagLength()}. */
  public abstract ProxyTracing maxPathTagLength(long maxPathTagLength);

  /** The share of the requests that is traced, 0.0 to 100.0. Default 1.0. */
  public abstract Optional<Double> sampling();

  /** A copy with this {@link #sampling()}. */
  public abstract ProxyTracing sampling(double sampling);

  /** TLS to the tracer. */
  public abstract Optional<ClientTlsSettings> tlsSettings();

  /** A copy with this {@link #tlsSettings()}. */
  public abstract ProxyTracing tlsSettings(ClientTlsSettings tlsSettings);

  /** Whether spans have Istio's own tags. Default true. */
  public abstract Optional<Boolean> enableIstioTags();

  /** A copy with this {@link #enableIstioTags()}. */
  public abstract ProxyTracing enableIstioTags(boolean enableIstioTags);

  static ProxyTracing read(FieldReader in) {
    return ImmutableProxyTracing.builder()
        .origin(in.origin())
        .tracer(Tracer.read(in))
        .customTags(in.messageMap("customTags", TracingCustomTag::read))
        .maxPathTagLength(in.uint32("maxPathTagLength"))
        .sampling(in.number("sampling"))
        .tlsSettings(in.message("tlsSettings", ClientTlsSettings::read))
        .enableIstioTags(in.bool("enableIstioTags"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(tracer());
    out.messageMap("customTags", customTags());
    out.int64("maxPathTagLength", maxPathTagLength());
    out.number("sampling", sampling());
    out.message("tlsSettings", tlsSettings());
    out.bool("enableIstioTags", enableIstioTags());
  }
}
