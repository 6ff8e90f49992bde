package com.policycortex.istio.model.security;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * Who sends; all fields that are set must match.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#Source">AuthorizationSource</a>
 */
@IstioStyle
@Value.Immutable
public abstract class AuthorizationSource extends Message {

  AuthorizationSource() {}

  /** A value that sets nothing yet. */
  public static AuthorizationSource authorizationSource() {
    return ImmutableAuthorizationSource.builder().build();
  }

  /**
   * Peer identities, {@code cluster.local/ns/NAMESPACE/sa/NAME}; needs mutual TLS. A star is
   * allowed at one end.
   */
  public abstract List<String> principals();

  /** A copy with this {@link #principals()}. */
  public abstract AuthorizationSource principals(Iterable<String> principals);

  /** A copy with this {@link #principals()}. */
  public abstract AuthorizationSource principals(String... principals);

  /** Peer identities that must not match. */
  public abstract List<String> notPrincipals();

  /** A copy with this {@link #notPrincipals()}. */
  public abstract AuthorizationSource notPrincipals(Iterable<String> notPrincipals);

  /** A copy with this {@link #notPrincipals()}. */
  public abstract AuthorizationSource notPrincipals(String... notPrincipals);

  /** JWT identities, {@code issuer/subject}; {@code *} for any token. */
  public abstract List<String> requestPrincipals();

  /** A copy with this {@link #requestPrincipals()}. */
  public abstract AuthorizationSource requestPrincipals(Iterable<String> requestPrincipals);

  /** A copy with this {@link #requestPrincipals()}. */
  public abstract AuthorizationSource requestPrincipals(String... requestPrincipals);

  /** JWT identities that must not match. */
  public abstract List<String> notRequestPrincipals();

  /** A copy with this {@link #notRequestPrincipals()}. */
  public abstract AuthorizationSource notRequestPrincipals(Iterable<String> notRequestPrincipals);

  /** A copy with this {@link #notRequestPrincipals()}. */
  public abstract AuthorizationSource notRequestPrincipals(String... notRequestPrincipals);

  /** Namespaces of the peer; needs mutual TLS. */
  public abstract List<String> namespaces();

  /** A copy with this {@link #namespaces()}. */
  public abstract AuthorizationSource namespaces(Iterable<String> namespaces);

  /** A copy with this {@link #namespaces()}. */
  public abstract AuthorizationSource namespaces(String... namespaces);

  /** Namespaces that must not match. */
  public abstract List<String> notNamespaces();

  /** A copy with this {@link #notNamespaces()}. */
  public abstract AuthorizationSource notNamespaces(Iterable<String> notNamespaces);

  /** A copy with this {@link #notNamespaces()}. */
  public abstract AuthorizationSource notNamespaces(String... notNamespaces);

  /** Service accounts of the peer, {@code name} or {@code namespace/name}; no star. */
  public abstract List<String> serviceAccounts();

  /** A copy with this {@link #serviceAccounts()}. */
  public abstract AuthorizationSource serviceAccounts(Iterable<String> serviceAccounts);

  /** A copy with this {@link #serviceAccounts()}. */
  public abstract AuthorizationSource serviceAccounts(String... serviceAccounts);

  /** Service accounts that must not match. */
  public abstract List<String> notServiceAccounts();

  /** A copy with this {@link #notServiceAccounts()}. */
  public abstract AuthorizationSource notServiceAccounts(Iterable<String> notServiceAccounts);

  /** A copy with this {@link #notServiceAccounts()}. */
  public abstract AuthorizationSource notServiceAccounts(String... notServiceAccounts);

  /** Trust domains of the peer. */
  public abstract List<String> trustDomains();

  /** A copy with this {@link #trustDomains()}. */
  public abstract AuthorizationSource trustDomains(Iterable<String> trustDomains);

  /** A copy with this {@link #trustDomains()}. */
  public abstract AuthorizationSource trustDomains(String... trustDomains);

  /** Trust domains that must not match. */
  public abstract List<String> notTrustDomains();

  /** A copy with this {@link #notTrustDomains()}. */
  public abstract AuthorizationSource notTrustDomains(Iterable<String> notTrustDomains);

  /** A copy with this {@link #notTrustDomains()}. */
  public abstract AuthorizationSource notTrustDomains(String... notTrustDomains);

  /** Addresses or CIDRs of the direct peer. */
  public abstract List<String> ipBlocks();

  /** A copy with this {@link #ipBlocks()}. */
  public abstract AuthorizationSource ipBlocks(Iterable<String> ipBlocks);

  /** A copy with this {@link #ipBlocks()}. */
  public abstract AuthorizationSource ipBlocks(String... ipBlocks);

  /** Direct addresses that must not match. */
  public abstract List<String> notIpBlocks();

  /** A copy with this {@link #notIpBlocks()}. */
  public abstract AuthorizationSource notIpBlocks(Iterable<String> notIpBlocks);

  /** A copy with this {@link #notIpBlocks()}. */
  public abstract AuthorizationSource notIpBlocks(String... notIpBlocks);

  /** Addresses or CIDRs of the original client, by X-Forwarded-For or PROXY protocol. */
  public abstract List<String> remoteIpBlocks();

  /** A copy with this {@link #remoteIpBlocks()}. */
  public abstract AuthorizationSource remoteIpBlocks(Iterable<String> remoteIpBlocks);

  /** A copy with this {@link #remoteIpBlocks()}. */
  public abstract AuthorizationSource remoteIpBlocks(String... remoteIpBlocks);

  /** Client addresses that must not match. */
  public abstract List<String> notRemoteIpBlocks();

  /** A copy with this {@link #notRemoteIpBlocks()}. */
  public abstract AuthorizationSource notRemoteIpBlocks(Iterable<String> notRemoteIpBlocks);

  /** A copy with this {@link #notRemoteIpBlocks()}. */
  public abstract AuthorizationSource notRemoteIpBlocks(String... notRemoteIpBlocks);

  static AuthorizationSource read(FieldReader in) {
    return ImmutableAuthorizationSource.builder()
        .origin(in.origin())
        .principals(in.strings("principals"))
        .notPrincipals(in.strings("notPrincipals"))
        .requestPrincipals(in.strings("requestPrincipals"))
        .notRequestPrincipals(in.strings("notRequestPrincipals"))
        .namespaces(in.strings("namespaces"))
        .notNamespaces(in.strings("notNamespaces"))
        .serviceAccounts(in.strings("serviceAccounts"))
        .notServiceAccounts(in.strings("notServiceAccounts"))
        .trustDomains(in.strings("trustDomains"))
        .notTrustDomains(in.strings("notTrustDomains"))
        .ipBlocks(in.strings("ipBlocks"))
        .notIpBlocks(in.strings("notIpBlocks"))
        .remoteIpBlocks(in.strings("remoteIpBlocks"))
        .notRemoteIpBlocks(in.strings("notRemoteIpBlocks"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.strings("principals", principals());
    out.strings("notPrincipals", notPrincipals());
    out.strings("requestPrincipals", requestPrincipals());
    out.strings("notRequestPrincipals", notRequestPrincipals());
    out.strings("namespaces", namespaces());
    out.strings("notNamespaces", notNamespaces());
    out.strings("serviceAccounts", serviceAccounts());
    out.strings("notServiceAccounts", notServiceAccounts());
    out.strings("trustDomains", trustDomains());
    out.strings("notTrustDomains", notTrustDomains());
    out.strings("ipBlocks", ipBlocks());
    out.strings("notIpBlocks", notIpBlocks());
    out.strings("remoteIpBlocks", remoteIpBlocks());
    out.strings("notRemoteIpBlocks", notRemoteIpBlocks());
  }
}
