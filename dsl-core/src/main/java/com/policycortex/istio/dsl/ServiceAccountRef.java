package com.policycortex.istio.dsl;

import com.policycortex.istio.model.kubernetes.ServiceAccount;
import java.util.Optional;

/**
 * A service account: who a workload is in the mesh.
 *
 * @param name the account's name
 * @param namespace its namespace; absent until {@link #in}
 * @param trustDomain the mesh's trust domain; {@code cluster.local} unless the mesh says otherwise
 */
public record ServiceAccountRef(String name, Optional<String> namespace, String trustDomain) {

  /** The service account of this name in the default trust domain. */
  public static ServiceAccountRef serviceAccount(String name) {
    return new ServiceAccountRef(name, Optional.empty(), "cluster.local");
  }

  /** The account in this namespace. */
  public ServiceAccountRef in(String namespace) {
    return new ServiceAccountRef(name, Optional.of(namespace), trustDomain);
  }

  /** The account in this trust domain, as MeshConfig's {@code trustDomain} names it. */
  public ServiceAccountRef trustDomain(String trustDomain) {
    return new ServiceAccountRef(name, namespace, trustDomain);
  }

  /**
   * The identity as AuthorizationPolicy's {@code principals} names it: {@code
   * cluster.local/ns/NAMESPACE/sa/NAME}.
   *
   * @throws IllegalStateException without a namespace, because the principal would match nobody
   */
  public String principal() {
    String ns =
        namespace.orElseThrow(
            () ->
                new IllegalStateException(
                    "service account " + name + " has no namespace; say .in(\"namespace\")"));
    return trustDomain + "/ns/" + ns + "/sa/" + name;
  }

  /** The manifest that creates the account. */
  public ServiceAccount manifest() {
    ServiceAccount account = ServiceAccount.serviceAccount(name);
    return namespace.map(account::in).orElse(account);
  }

  /** {@code frontend.policycortex}. */
  @Override
  public String toString() {
    return namespace.map(ns -> name + "." + ns).orElse(name);
  }
}
