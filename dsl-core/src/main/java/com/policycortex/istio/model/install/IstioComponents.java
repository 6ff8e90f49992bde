package com.policycortex.istio.model.install;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The parts of an installation.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.operator.v1alpha1/#IstioComponentSpec">IstioComponentSpec</a>
 */
@IstioStyle
@Value.Immutable
public abstract class IstioComponents extends Message {

  IstioComponents() {}

  /** A value that sets nothing yet. */
  public static IstioComponents istioComponents() {
    return ImmutableIstioComponents.builder().build();
  }

  /** The CRDs. */
  public abstract Optional<BaseComponentSpec> base();

  /** A copy with this {@link #base()}. */
  public abstract IstioComponents base(BaseComponentSpec base);

  /** istiod. */
  public abstract Optional<ComponentSpec> pilot();

  /** A copy with this {@link #pilot()}. */
  public abstract IstioComponents pilot(ComponentSpec pilot);

  /** The CNI plugin. */
  public abstract Optional<ComponentSpec> cni();

  /** A copy with this {@link #cni()}. */
  public abstract IstioComponents cni(ComponentSpec cni);

  /** The node proxy of ambient mode. */
  public abstract Optional<ComponentSpec> ztunnel();

  /** A copy with this {@link #ztunnel()}. */
  public abstract IstioComponents ztunnel(ComponentSpec ztunnel);

  /** What a cluster needs whose istiod is elsewhere. */
  public abstract Optional<ComponentSpec> istiodRemote();

  /** A copy with this {@link #istiodRemote()}. */
  public abstract IstioComponents istiodRemote(ComponentSpec istiodRemote);

  /** Gateways for traffic from outside. */
  public abstract List<GatewayComponentSpec> ingressGateways();

  /** A copy with this {@link #ingressGateways()}. */
  public abstract IstioComponents ingressGateways(
      Iterable<? extends GatewayComponentSpec> ingressGateways);

  /** A copy with these added to {@link #ingressGateways()}. */
  public final IstioComponents ingressGateways(
      GatewayComponentSpec first, GatewayComponentSpec... more) {
    return ingressGateways(added(ingressGateways(), first, more));
  }

  /** Gateways for traffic to outside. */
  public abstract List<GatewayComponentSpec> egressGateways();

  /** A copy with this {@link #egressGateways()}. */
  public abstract IstioComponents egressGateways(
      Iterable<? extends GatewayComponentSpec> egressGateways);

  /** A copy with these added to {@link #egressGateways()}. */
  public final IstioComponents egressGateways(
      GatewayComponentSpec first, GatewayComponentSpec... more) {
    return egressGateways(added(egressGateways(), first, more));
  }

  static IstioComponents read(FieldReader in) {
    return ImmutableIstioComponents.builder()
        .origin(in.origin())
        .base(in.message("base", BaseComponentSpec::read))
        .pilot(in.message("pilot", ComponentSpec::read))
        .cni(in.message("cni", ComponentSpec::read))
        .ztunnel(in.message("ztunnel", ComponentSpec::read))
        .istiodRemote(in.message("istiodRemote", ComponentSpec::read))
        .ingressGateways(in.messages("ingressGateways", GatewayComponentSpec::read))
        .egressGateways(in.messages("egressGateways", GatewayComponentSpec::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.message("base", base());
    out.message("pilot", pilot());
    out.message("cni", cni());
    out.message("ztunnel", ztunnel());
    out.message("istiodRemote", istiodRemote());
    out.messages("ingressGateways", ingressGateways());
    out.messages("egressGateways", egressGateways());
  }
}
