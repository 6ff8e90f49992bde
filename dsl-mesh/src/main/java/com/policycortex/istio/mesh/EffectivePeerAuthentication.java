package com.policycortex.istio.mesh;

import com.policycortex.istio.model.security.MutualTls;
import com.policycortex.istio.model.security.MutualTlsMode;
import com.policycortex.istio.model.security.PeerAuthentication;
import java.util.Optional;

/**
 * The mutual TLS that a workload asks of those who connect. Of each level only the oldest policy is
 * looked at.
 *
 * @param ofMesh the policy of the root namespace without a selector
 * @param ofNamespace the policy of the workload's namespace without a selector
 * @param ofWorkload the policy of the workload's namespace that selects it
 */
public record EffectivePeerAuthentication(
    Optional<PeerAuthentication> ofMesh,
    Optional<PeerAuthentication> ofNamespace,
    Optional<PeerAuthentication> ofWorkload) {

  /** The mode of ports that {@link #mode(long)} does not tell apart. Default PERMISSIVE. */
  public MutualTlsMode mode() {
    return set(ofWorkload).orElseGet(this::namespaceMode);
  }

  /**
   * The mode of a container's port.
   *
   * @param port the port of the workload, not of the service
   */
  public MutualTlsMode mode(long port) {
    return ofWorkload
        .map(policy -> policy.portLevelMtls().get(Long.toString(port)))
        .flatMap(EffectivePeerAuthentication::set)
        .orElseGet(this::mode);
  }

  /** The mode by which clients guess, which know nothing of single workloads. */
  public MutualTlsMode namespaceMode() {
    return set(ofNamespace).or(() -> set(ofMesh)).orElse(MutualTlsMode.PERMISSIVE);
  }

  /** The policy that sets the mode of {@link #mode()}; absent where it is the default. */
  public Optional<PeerAuthentication> decisive() {
    return ofWorkload
        .filter(policy -> set(Optional.of(policy)).isPresent())
        .or(() -> ofNamespace.filter(policy -> set(Optional.of(policy)).isPresent()))
        .or(() -> ofMesh.filter(policy -> set(Optional.of(policy)).isPresent()));
  }

  private static Optional<MutualTlsMode> set(Optional<PeerAuthentication> policy) {
    return policy.flatMap(PeerAuthentication::mtls).flatMap(EffectivePeerAuthentication::set);
  }

  private static Optional<MutualTlsMode> set(MutualTls mtls) {
    return mtls.mode().filter(mode -> mode != MutualTlsMode.UNSET);
  }
}
