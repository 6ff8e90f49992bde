package com.policycortex.istio.dsl;

import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationFrom;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationProvider;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import com.policycortex.istio.model.security.AuthorizationTo;
import com.policycortex.istio.model.security.ClaimToHeader;
import com.policycortex.istio.model.security.JwtHeader;
import com.policycortex.istio.model.security.JwtRule;
import com.policycortex.istio.model.security.MutualTls;
import com.policycortex.istio.model.security.PeerAuthentication;
import com.policycortex.istio.model.security.RequestAuthentication;

/** The factories of the kinds and messages of {@code security.istio.io}. */
abstract class SecurityFactories extends TelemetryFactories {

  SecurityFactories() {}

  /** An {@link AuthorizationCondition}: a condition on this attribute. */
  public static AuthorizationCondition authorizationCondition(String key) {
    return AuthorizationCondition.authorizationCondition(key);
  }

  /** An {@link AuthorizationFrom} that sets nothing yet. */
  public static AuthorizationFrom authorizationFrom() {
    return AuthorizationFrom.authorizationFrom();
  }

  /** An {@link AuthorizationOperation} that sets nothing yet. */
  public static AuthorizationOperation authorizationOperation() {
    return AuthorizationOperation.authorizationOperation();
  }

  /**
   * An {@link AuthorizationPolicy}: a policy of this name without rules: ALLOW that lets nobody in.
   */
  public static AuthorizationPolicy authorizationPolicy(String name) {
    return AuthorizationPolicy.authorizationPolicy(name);
  }

  /** An {@link AuthorizationProvider} that sets nothing yet. */
  public static AuthorizationProvider authorizationProvider() {
    return AuthorizationProvider.authorizationProvider();
  }

  /** An {@link AuthorizationRule}: a rule without conditions; it holds for every request. */
  public static AuthorizationRule authorizationRule() {
    return AuthorizationRule.authorizationRule();
  }

  /** An {@link AuthorizationSource} that sets nothing yet. */
  public static AuthorizationSource authorizationSource() {
    return AuthorizationSource.authorizationSource();
  }

  /** An {@link AuthorizationTo} that sets nothing yet. */
  public static AuthorizationTo authorizationTo() {
    return AuthorizationTo.authorizationTo();
  }

  /** A {@link ClaimToHeader}: this header from this claim. */
  public static ClaimToHeader claimToHeader(String header, String claim) {
    return ClaimToHeader.claimToHeader(header, claim);
  }

  /** A {@link JwtHeader}: the header of this name. */
  public static JwtHeader jwtHeader(String name) {
    return JwtHeader.jwtHeader(name);
  }

  /** A {@link JwtRule} that sets nothing yet. */
  public static JwtRule jwtRule() {
    return JwtRule.jwtRule();
  }

  /** A {@link MutualTls} that sets nothing yet. */
  public static MutualTls mutualTls() {
    return MutualTls.mutualTls();
  }

  /** A PeerAuthentication of this name that sets nothing yet. */
  public static PeerAuthentication peerAuthentication(String name) {
    return PeerAuthentication.peerAuthentication(name);
  }

  /** A RequestAuthentication of this name without rules. */
  public static RequestAuthentication requestAuthentication(String name) {
    return RequestAuthentication.requestAuthentication(name);
  }
}
