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

  /** A copy with these added to {@link #principals()}. */
  public final AuthorizationSource principals(String first, String... more) {
    return principals(added(principals(), first, more));
  }

  /** Peer identities that must not match. */
  public abstract List<String> notPrincipals();

  /** A copy with this {@link #notPrincipals()}. */
  public abstract AuthorizationSource notPrincipals(Iterable<String> notPrincipals);

  /** A copy with these added to {@link #notPrincipals()}. */
  public final AuthorizationSource notPrincipals(String first, String... more) {
    return notPrincipals(added(notPrincipals(), first, more));
  }

  /** JWT identities, {@code issuer/subject}; {@code *} for any token. */
  public abstract List<String> requestPrincipals();

  /** A copy with this {@link #requestPrincipals()}. */
  public abstract AuthorizationSource requestPrincipals(Iterable<String> requestPrincipals);

  /** A copy with these added to {@link #requestPrincipals()}. */
  public final AuthorizationSource requestPrincipals(String first, String... more) {
    return requestPrincipals(added(requestPrincipals(), first, more));
  }

  /** JWT identities that must not match. */
  public abstract List<String> notRequestPrincipals();

  /** A copy with this {@link #notRequestPrincipals()}. */
  public abstract AuthorizationSource notRequestPrincipals(Iterable<String> notRequestPrincipals);

  /** A copy with these added to {@link #notRequestPrincipals()}. */
  public final AuthorizationSource notRequestPrincipals(String first, String... more) {
    return notRequestPrincipals(added(notRequestPrincipals(), first, more));
  }

  /** Namespaces of the peer; needs mutual TLS. */
  public abstract List<String> namespaces();

  /** A copy with this {@link #namespaces()}. */
  public abstract AuthorizationSource namespaces(Iterable<String> namespaces);

  /** A copy with these added to {@link #namespaces()}. */
  public final AuthorizationSource namespaces(String first, String... more) {
    return namespaces(added(namespaces(), first, more));
  }

  /** Namespaces that must not match. */
  public abstract List<String> notNamespaces();

  /** A copy with this {@link #notNamespaces()}. */
  public abstract AuthorizationSource notNamespaces(Iterable<String> notNamespaces);

  /** A copy with these added to {@link #notNamespaces()}. */
  public final AuthorizationSource notNamespaces(String first, String... more) {
    return notNamespaces(added(notNamespaces(), first, more));
  }

  /** Service accounts of the peer, {@code name} or {@code namespace/name}; no star. */
  public abstract List<String> serviceAccounts();

  /** A copy with this {@link #serviceAccounts()}. */
  public abstract AuthorizationSource serviceAccounts(Iterable<String> serviceAccounts);

  /** A copy with these added to {@link #serviceAccounts()}. */
  public final AuthorizationSource serviceAccounts(String first, String... more) {
    return serviceAccounts(added(serviceAccounts(), first, more));
  }

  /** Service accounts that must not match. */
  public abstract List<String> notServiceAccounts();

  /** A copy with this {@link #notServiceAccounts()}. */
  public abstract AuthorizationSource notServiceAccounts(Iterable<String> notServiceAccounts);

  /** A copy with these added to {@link #notServiceAccounts()}. */
  public final AuthorizationSource notServiceAccounts(String first, String... more) {
    return notServiceAccounts(added(notServiceAccounts(), first, more));
  }

  /** Trust domains of the peer. */
  public abstract List<String> trustDomains();

  /** A copy with this {@link #trustDomains()}. */
  public abstract AuthorizationSource trustDomains(Iterable<String> trustDomains);

  /** A copy with these added to {@link #trustDomains()}. */
  public final AuthorizationSource trustDomains(String first, String... more) {
    return trustDomains(added(trustDomains(), first, more));
  }

  /** Trust domains that must not match. */
  public abstract List<String> notTrustDomains();

  /** A copy with this {@link #notTrustDomains()}. */
  public abstract AuthorizationSource notTrustDomains(Iterable<String> notTrustDomains);

  /** A copy with these added to {@link #notTrustDomains()}. */
  public final AuthorizationSource notTrustDomains(String first, String... more) {
    return notTrustDomains(added(notTrustDomains(), first, more));
  }

  /** Addresses or CIDRs of the direct peer. */
  public abstract List<String> ipBlocks();

  /** A copy with this {@link #ipBlocks()}. */
  public abstract AuthorizationSource ipBlocks(Iterable<String> ipBlocks);

  /** A copy with these added to {@link #ipBlocks()}. */
  public final AuthorizationSource ipBlocks(String first, String... more) {
    return ipBlocks(added(ipBlocks(), first, more));
  }

  /** Direct addresses that must not match. */
  public abstract List<String> notIpBlocks();

  /** A copy with this {@link #notIpBlocks()}. */
  public abstract AuthorizationSource notIpBlocks(Iterable<String> notIpBlocks);

  /** A copy with these added to {@link #notIpBlocks()}. */
  public final AuthorizationSource notIpBlocks(String first, String... more) {
    return notIpBlocks(added(notIpBlocks(), first, more));
  }

  /** Addresses or CIDRs of the original client, by X-Forwarded-For or PROXY protocol. */
  public abstract List<String> remoteIpBlocks();

  /** A copy with this {@link #remoteIpBlocks()}. */
  public abstract AuthorizationSource remoteIpBlocks(Iterable<String> remoteIpBlocks);

  /** A copy with these added to {@link #remoteIpBlocks()}. */
  public final AuthorizationSource remoteIpBlocks(String first, String... more) {
    return remoteIpBlocks(added(remoteIpBlocks(), first, more));
  }

  /** Client addresses that must not match. */
  public abstract List<String> notRemoteIpBlocks();

  /** A copy with this {@link #notRemoteIpBlocks()}. */
  public abstract AuthorizationSource notRemoteIpBlocks(Iterable<String> notRemoteIpBlocks);

  /** A copy with these added to {@link #notRemoteIpBlocks()}. */
  public final AuthorizationSource notRemoteIpBlocks(String first, String... more) {
    return notRemoteIpBlocks(added(notRemoteIpBlocks(), first, more));
  }

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
