package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * For which proxies a patch is.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/envoy-filter/#EnvoyFilter-ProxyMatch">ProxyMatch</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ProxyMatch extends Message {

  ProxyMatch() {}

  /** A value that sets nothing yet. */
  public static ProxyMatch proxyMatch() {
    return ImmutableProxyMatch.builder().build();
  }

  /** A regular expression on the version. */
  public abstract Optional<String> proxyVersion();

  /** A copy with this {@link #proxyVersion()}. */
  public abstract ProxyMatch proxyVersion(String proxyVersion);

  /** Metadata of the proxy. */
  public abstract Map<String, String> metadata();

  /** A copy with this {@link #metadata()}. */
  public abstract ProxyMatch metadata(Map<String, ? extends String> metadata);

  static ProxyMatch read(FieldReader in) {
    return ImmutableProxyMatch.builder()
        .origin(in.origin())
        .proxyVersion(in.string("proxyVersion"))
        .metadata(in.stringMap("metadata"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("proxyVersion", proxyVersion());
    out.stringMap("metadata", metadata());
  }
}
