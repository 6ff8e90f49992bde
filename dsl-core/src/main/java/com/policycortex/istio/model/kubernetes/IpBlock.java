package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * A range of addresses.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/">IpBlock</a>
 */
@IstioStyle
@Value.Immutable
public abstract class IpBlock extends Message {

  IpBlock() {}

  /** This range. */
  public static IpBlock ipBlock(String cidr) {
    return ImmutableIpBlock.builder().cidr(cidr).build();
  }

  /** The range, for example {@code 10.0.0.0/8}. */
  public abstract String cidr();

  /** A copy with this {@link #cidr()}. */
  public abstract IpBlock cidr(String cidr);

  /** Ranges within it that are left out. */
  public abstract List<String> except();

  /** A copy with this {@link #except()}. */
  public abstract IpBlock except(Iterable<String> except);

  /** A copy with these added to {@link #except()}. */
  public final IpBlock except(String first, String... more) {
    return except(added(except(), first, more));
  }

  static IpBlock read(FieldReader in) {
    return ImmutableIpBlock.builder()
        .origin(in.origin())
        .cidr(in.requiredString("cidr"))
        .except(in.strings("except"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("cidr", cidr());
    out.strings("except", except());
  }
}
