package com.policycortex.istio.dsl;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationFrom;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import com.policycortex.istio.model.security.AuthorizationTo;
import com.policycortex.istio.model.security.ClaimToHeader;
import com.policycortex.istio.model.security.JwtRule;
import com.policycortex.istio.model.security.RequestAuthentication;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * A token is needed. It always yields two manifests, because a RequestAuthentication alone refuses
 * wrong tokens but lets requests without one pass.
 */
@IstioStyle
@Value.Immutable
public abstract class JwtGuard implements Pattern {

  JwtGuard() {}

  /**
   * A guard before the pods of a service or gateway.
   *
   * @param service whose pods check the token
   * @param issuer the {@code iss} claim that a token must have
   */
  public static JwtGuard jwtGuard(ServiceRef service, String issuer) {
    return ImmutableJwtGuard.builder().service(service).issuer(issuer).build();
  }

  /** The name of both manifests. Default: {@code SERVICE-jwt}. */
  @Value.Default
  public String name() {
    return service().name() + "-jwt";
  }

  /** A copy with this {@link #name()}. */
  public abstract JwtGuard name(String name);

  /** Whose pods check the token. */
  public abstract ServiceRef service();

  /** The {@code iss} claim that a token must have. */
  public abstract String issuer();

  /** Where istiod gets the issuer's keys. Default: by OpenID discovery from the issuer. */
  public abstract Optional<String> jwksUri();

  /** A copy with this {@link #jwksUri()}. */
  public abstract JwtGuard jwksUri(String jwksUri);

  /** The issuer's keys themselves, as a JSON Web Key Set. Excludes {@link #jwksUri()}. */
  public abstract Optional<String> jwks();

  /** A copy with this {@link #jwks()}. */
  public abstract JwtGuard jwks(String jwks);

  /** The {@code aud} claims, one of which a token must have. Default: any; say one. */
  public abstract List<String> audiences();

  /** A copy with these {@link #audiences()}. */
  public abstract JwtGuard audiences(Iterable<String> audiences);

  /** A copy with these {@link #audiences()} too. */
  public final JwtGuard audiences(String first, String... more) {
    return audiences(Elements.added(audiences(), first, more));
  }

  /** The hosts that need a token. Default: all. */
  public abstract List<String> hosts();

  /** A copy with these {@link #hosts()}; each is meant with and without a port. */
  public abstract JwtGuard hosts(Iterable<String> hosts);

  /** A copy with these {@link #hosts()} too. */
  public final JwtGuard hosts(String first, String... more) {
    return hosts(Elements.added(hosts(), first, more));
  }

  /**
   * The ports of the pods that need a token. Default: the service's ports; one of both must be
   * there. Naming them keeps the policy off whatever else the pods serve: on a port that does not
   * speak HTTP there is no token, and the policy would refuse every connection.
   */
  public abstract List<Integer> ports();

  /** A copy with these {@link #ports()}. */
  public abstract JwtGuard ports(Iterable<Integer> ports);

  /** A copy with these {@link #ports()} too. */
  public final JwtGuard ports(int first, int... more) {
    return ports(Elements.added(ports(), first, more));
  }

  /** Methods that need none: a browser sends {@code OPTIONS} without a token. */
  public abstract List<String> openMethods();

  /** A copy with these {@link #openMethods()}. */
  public abstract JwtGuard openMethods(Iterable<String> openMethods);

  /** A copy with these {@link #openMethods()} too. */
  public final JwtGuard openMethods(String first, String... more) {
    return openMethods(Elements.added(openMethods(), first, more));
  }

  /** Paths that need none. */
  public abstract List<String> openPaths();

  /** A copy with these {@link #openPaths()}. */
  public abstract JwtGuard openPaths(Iterable<String> openPaths);

  /** A copy with these {@link #openPaths()} too. */
  public final JwtGuard openPaths(String first, String... more) {
    return openPaths(Elements.added(openPaths(), first, more));
  }

  /** Claims that become headers of the request: the header for each claim. */
  public abstract Map<String, String> claimHeaders();

  /**
   * A copy with these headers for claims. A header that the client sent itself is only overwritten
   * when the token has the claim.
   */
  public abstract JwtGuard claimHeaders(Map<String, ? extends String> claimHeaders);

  /** Claims that a token must have for some paths. */
  public abstract List<RequiredClaim> requiredClaims();

  abstract JwtGuard requiredClaims(Iterable<? extends RequiredClaim> requiredClaims);

  /**
   * A copy that asks for a claim on some paths.
   *
   * @param claim its name
   * @param values one of which it must have
   * @param path where; {@code *} at the beginning or end stands for any text
   */
  public final JwtGuard requireClaim(String claim, List<String> values, String path) {
    List<RequiredClaim> all = new ArrayList<>(requiredClaims());
    all.add(new RequiredClaim(claim, values, path));
    return requiredClaims(all);
  }

  /** What a token looks like, and where it comes from. The token is passed on to the service. */
  public RequestAuthentication requestAuthentication() {
    JwtRule rule = JwtRule.jwtRule().issuer(issuer()).audiences(audiences());
    if (jwksUri().isPresent()) {
      rule = rule.jwksUri(jwksUri().get());
    }
    if (jwks().isPresent()) {
      rule = rule.jwks(jwks().get());
    }
    rule =
        rule.forwardOriginalToken(true)
            .outputClaimToHeaders(
                new TreeMap<>(claimHeaders())
                    .entrySet().stream()
                        .map(e -> ClaimToHeader.claimToHeader(e.getValue(), e.getKey()))
                        .toList());
    RequestAuthentication authentication =
        RequestAuthentication.requestAuthentication(name())
            .selector(service().workloadSelector())
            .jwtRules(List.of(rule));
    return service().namespace().map(authentication::in).orElse(authentication);
  }

  /**
   * Refuses requests without a valid token, and those without a claim that they need.
   *
   * @throws IllegalStateException if neither the guard nor its service has a port
   */
  public AuthorizationPolicy authorizationPolicy() {
    List<AuthorizationRule> rules = new ArrayList<>();
    rules.add(
        AuthorizationRule.authorizationRule()
            .from(
                List.of(
                    AuthorizationFrom.authorizationFrom()
                        .source(
                            AuthorizationSource.authorizationSource()
                                .notRequestPrincipals(issuer() + "/*"))))
            .to(
                List.of(
                    AuthorizationTo.authorizationTo()
                        .operation(where().notMethods(openMethods()).notPaths(openPaths())))));
    for (RequiredClaim claim : requiredClaims()) {
      rules.add(
          AuthorizationRule.authorizationRule()
              .to(
                  List.of(
                      AuthorizationTo.authorizationTo()
                          .operation(where().notMethods(openMethods()).paths(claim.path()))))
              .when(
                  List.of(
                      AuthorizationCondition.authorizationCondition(
                              "request.auth.claims[" + claim.claim() + "]")
                          .notValues(claim.values()))));
    }
    AuthorizationPolicy policy =
        AuthorizationPolicy.authorizationPolicy(name())
            .selector(service().workloadSelector())
            .action(AuthorizationAction.DENY)
            .rules(rules);
    return service().namespace().map(policy::in).orElse(policy);
  }

  private AuthorizationOperation where() {
    List<Integer> guarded =
        ports().isEmpty() ? service().ports().stream().map(PortRef::number).toList() : ports();
    if (guarded.isEmpty()) {
      throw new IllegalStateException(
          "a guard names the ports that it is for, and service "
              + service()
              + " has none; say .http(8080) or another port of the service, or .ports(8080) of the"
              + " guard");
    }
    return AuthorizationOperation.authorizationOperation()
        .hosts(hosts().stream().flatMap(h -> List.of(h, h + ":*").stream()).toList())
        .ports(guarded.stream().map(String::valueOf).toList());
  }

  @Override
  public List<Manifest> manifests() {
    return List.of(requestAuthentication(), authorizationPolicy());
  }

  /** {@code JwtGuard istio-ingressgateway.istio-system: tokens of https://…}. */
  @Override
  public String toString() {
    return "JwtGuard " + service() + ": tokens of " + issuer() + " for " + audiences();
  }

  /**
   * A claim that a token must have for some paths.
   *
   * @param claim its name
   * @param values one of which it must have
   * @param path where
   */
  public record RequiredClaim(String claim, List<String> values, String path) {

    /** Copies the list. */
    public RequiredClaim {
      values = List.copyOf(values);
    }
  }
}
