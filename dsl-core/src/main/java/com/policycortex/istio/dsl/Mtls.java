package com.policycortex.istio.dsl;

import com.policycortex.istio.model.security.MutualTls;
import com.policycortex.istio.model.security.MutualTlsMode;
import com.policycortex.istio.model.security.PeerAuthentication;
import java.util.Map;

/**
 * Whether pods ask for mutual TLS. The narrowest wins: a port over its workload, a workload over
 * its namespace, a namespace over the mesh.
 */
public final class Mtls {

  private Mtls() {}

  /**
   * For the whole mesh.
   *
   * @param rootNamespace the mesh's root namespace, {@code istio-system} unless MeshConfig says
   *     otherwise
   */
  public static PeerAuthentication mesh(MutualTlsMode mode, String rootNamespace) {
    return namespace(mode, rootNamespace);
  }

  /** For a namespace. */
  public static PeerAuthentication namespace(MutualTlsMode mode, String namespace) {
    return PeerAuthentication.peerAuthentication("default").in(namespace).mtls(mtls(mode));
  }

  /** For the pods of a service. */
  public static PeerAuthentication workload(MutualTlsMode mode, ServiceRef service) {
    PeerAuthentication policy =
        PeerAuthentication.peerAuthentication(service.name())
            .selector(service.workloadSelector())
            .mtls(mtls(mode));
    return service.namespace().map(policy::in).orElse(policy);
  }

  /**
   * For one port of the pods of a service; what the rest of the pods' ports do is unchanged.
   *
   * @param port the port of the pods, not of the service
   */
  public static PeerAuthentication port(MutualTlsMode mode, ServiceRef service, int port) {
    PeerAuthentication policy =
        PeerAuthentication.peerAuthentication(service.name())
            .selector(service.workloadSelector())
            .portLevelMtls(Map.of(String.valueOf(port), mtls(mode)));
    return service.namespace().map(policy::in).orElse(policy);
  }

  private static MutualTls mtls(MutualTlsMode mode) {
    return MutualTls.mutualTls().mode(mode);
  }
}
