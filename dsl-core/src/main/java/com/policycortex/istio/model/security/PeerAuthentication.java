package com.policycortex.istio.model.security;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Whether workloads demand mutual TLS.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/security/peer_authentication/#PeerAuthentication">PeerAuthentication</a>
 */
@IstioStyle
@Value.Immutable
public abstract class PeerAuthentication extends Manifest {

  /** The kind {@code security.istio.io/v1 PeerAuthentication}. */
  public static final Kind<PeerAuthentication> KIND =
      new Kind<>(
          "security.istio.io",
          List.of("v1", "v1beta1"),
          "PeerAuthentication",
          "peerauthentications",
          true,
          PeerAuthentication::read);

  PeerAuthentication() {}

  /** A PeerAuthentication of this name that sets nothing yet. */
  public static PeerAuthentication peerAuthentication(String name) {
    return ImmutablePeerAuthentication.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<PeerAuthentication> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract PeerAuthentication metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final PeerAuthentication in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** The workloads; absent for all of the namespace, in the root namespace for the mesh. */
  public abstract Optional<WorkloadSelector> selector();

  /** A copy with this {@link #selector()}. */
  public abstract PeerAuthentication selector(WorkloadSelector selector);

  /** For all ports. Default: as the level above; at last PERMISSIVE. */
  public abstract Optional<MutualTls> mtls();

  /** A copy with this {@link #mtls()}. */
  public abstract PeerAuthentication mtls(MutualTls mtls);

  /** By the workload's port; needs a selector. */
  public abstract Map<String, MutualTls> portLevelMtls();

  /** A copy with this {@link #portLevelMtls()}. */
  public abstract PeerAuthentication portLevelMtls(Map<String, ? extends MutualTls> portLevelMtls);

  static PeerAuthentication read(FieldReader in) {
    return in.messageOrEmpty("spec", spec -> readSpec(in, spec));
  }

  private static PeerAuthentication readSpec(FieldReader in, FieldReader spec) {
    return ImmutablePeerAuthentication.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .selector(spec.message("selector", WorkloadSelector::read))
        .mtls(spec.message("mtls", MutualTls::read))
        .portLevelMtls(spec.messageMap("portLevelMtls", MutualTls::read))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.message("selector", selector());
    spec.message("mtls", mtls());
    spec.messageMap("portLevelMtls", portLevelMtls());
  }
}
