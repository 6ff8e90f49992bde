package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * Which of Envoy's metrics there are beside Istio's choice.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig-ProxyStatsMatcher">ProxyStatsMatcher</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ProxyStatsMatcher extends Message {

  ProxyStatsMatcher() {}

  /** A value that sets nothing yet. */
  public static ProxyStatsMatcher proxyStatsMatcher() {
    return ImmutableProxyStatsMatcher.builder().build();
  }

  /** Beginnings of names. */
  public abstract List<String> inclusionPrefixes();

  /** A copy with this {@link #inclusionPrefixes()}. */
  public abstract ProxyStatsMatcher inclusionPrefixes(Iterable<String> inclusionPrefixes);

  /** A copy with these added to {@link #inclusionPrefixes()}. */
  public final ProxyStatsMatcher inclusionPrefixes(String first, String... more) {
    return inclusionPrefixes(added(inclusionPrefixes(), first, more));
  }

  /** Ends of names. */
  public abstract List<String> inclusionSuffixes();

  /** A copy with this {@link #inclusionSuffixes()}. */
  public abstract ProxyStatsMatcher inclusionSuffixes(Iterable<String> inclusionSuffixes);

  /** A copy with these added to {@link #inclusionSuffixes()}. */
  public final ProxyStatsMatcher inclusionSuffixes(String first, String... more) {
    return inclusionSuffixes(added(inclusionSuffixes(), first, more));
  }

  /** Regular expressions for whole names. */
  public abstract List<String> inclusionRegexps();

  /** A copy with this {@link #inclusionRegexps()}. */
  public abstract ProxyStatsMatcher inclusionRegexps(Iterable<String> inclusionRegexps);

  /** A copy with these added to {@link #inclusionRegexps()}. */
  public final ProxyStatsMatcher inclusionRegexps(String first, String... more) {
    return inclusionRegexps(added(inclusionRegexps(), first, more));
  }

  static ProxyStatsMatcher read(FieldReader in) {
    return ImmutableProxyStatsMatcher.builder()
        .origin(in.origin())
        .inclusionPrefixes(in.strings("inclusionPrefixes"))
        .inclusionSuffixes(in.strings("inclusionSuffixes"))
        .inclusionRegexps(in.strings("inclusionRegexps"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.strings("inclusionPrefixes", inclusionPrefixes());
    out.strings("inclusionSuffixes", inclusionSuffixes());
    out.strings("inclusionRegexps", inclusionRegexps());
  }
}
