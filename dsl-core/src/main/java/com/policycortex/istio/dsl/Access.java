package com.policycortex.istio.dsl;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.model.security.AuthorizationAction;
import com.policycortex.istio.model.security.AuthorizationCondition;
import com.policycortex.istio.model.security.AuthorizationFrom;
import com.policycortex.istio.model.security.AuthorizationOperation;
import com.policycortex.istio.model.security.AuthorizationPolicy;
import com.policycortex.istio.model.security.AuthorizationRule;
import com.policycortex.istio.model.security.AuthorizationSource;
import com.policycortex.istio.model.security.AuthorizationTo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who may, or may not, call a service, and with which requests. {@code
 * allow(frontend).to(coreApi).methods("GET", "POST").paths("/api/v1/*")} is one policy with one
 * rule; all that it says must hold at once.
 */
@IstioStyle
@Value.Immutable
public abstract class Access {

  Access() {}

  /** Lets these callers in. Everything that no policy allows is refused from then on. */
  public static Target allow(ServiceRef caller, ServiceRef... more) {
    return new Target(AuthorizationAction.ALLOW, accounts(caller, more));
  }

  /** Lets these callers in. */
  public static Target allow(ServiceAccountRef caller, ServiceAccountRef... more) {
    return new Target(AuthorizationAction.ALLOW, accounts(caller, more));
  }

  /** Refuses these callers, whatever else allows them. */
  public static Target deny(ServiceRef caller, ServiceRef... more) {
    return new Target(AuthorizationAction.DENY, accounts(caller, more));
  }

  /** Refuses these callers, whatever else allows them. */
  public static Target deny(ServiceAccountRef caller, ServiceAccountRef... more) {
    return new Target(AuthorizationAction.DENY, accounts(caller, more));
  }

  /** Refuses everything in a namespace that no policy allows; of the mesh in the root namespace. */
  public static AuthorizationPolicy defaultDeny(String namespace) {
    return AuthorizationPolicy.authorizationPolicy("default-deny").in(namespace);
  }

  private static List<ServiceAccountRef> accounts(ServiceRef caller, ServiceRef... more) {
    List<ServiceAccountRef> all = new ArrayList<>();
    all.add(caller.serviceAccount());
    for (ServiceRef service : more) {
      all.add(service.serviceAccount());
    }
    return all;
  }

  private static List<ServiceAccountRef> accounts(
      ServiceAccountRef caller, ServiceAccountRef... more) {
    List<ServiceAccountRef> all = new ArrayList<>(List.of(more));
    all.add(0, caller);
    return all;
  }

  /** Whether such requests are allowed or refused. */
  public abstract AuthorizationAction action();

  /** Who calls. */
  public abstract List<ServiceAccountRef> callers();

  /** Who is called. */
  public abstract ServiceRef service();

  /** HTTP methods. Default: all. */
  public abstract List<String> methods();

  /** A copy for these HTTP methods only, whatever was named before. */
  public abstract Access methods(Iterable<String> methods);

  /** A copy for these HTTP methods too; for no others than those that were named. */
  public final Access methods(String first, String... more) {
    return methods(Elements.added(methods(), first, more));
  }

  /** Paths; {@code *} at the beginning or end stands for any text. Default: all. */
  public abstract List<String> paths();

  /** A copy for these paths only, whatever was named before. */
  public abstract Access paths(Iterable<String> paths);

  /** A copy for these paths too; for no others than those that were named. */
  public final Access paths(String first, String... more) {
    return paths(Elements.added(paths(), first, more));
  }

  /** Ports of the pods. Default: all. */
  public abstract List<Integer> ports();

  /** A copy for these ports of the pods only, whatever was named before. */
  public abstract Access ports(Iterable<Integer> ports);

  /** A copy for these ports of the pods too; for no others than those that were named. */
  public final Access ports(int first, int... more) {
    return ports(Elements.added(ports(), first, more));
  }

  /** A copy for this port of the pods too; for no others than those that were named. */
  public final Access port(int port) {
    return ports(port, new int[0]);
  }

  /** Further conditions, for example on the claims of a token. */
  public abstract List<AuthorizationCondition> when();

  /** A copy with these conditions, whatever was named before. */
  public abstract Access when(Iterable<? extends AuthorizationCondition> when);

  /** A copy with these conditions too; all must hold. */
  public final Access when(AuthorizationCondition first, AuthorizationCondition... more) {
    return when(Elements.added(when(), first, more));
  }

  /**
   * A copy with one more condition.
   *
   * @param key for example {@code request.auth.claims[groups]}
   * @param first a value; one of all must be there
   */
  public final Access when(String key, String first, String... more) {
    return when(AuthorizationCondition.authorizationCondition(key).values(first, more));
  }

  /** The policy's name. Default: {@code CALLER-to-SERVICE}, with {@code deny-} before if denied. */
  @Value.Default
  public String name() {
    return (action() == AuthorizationAction.DENY ? "deny-" : "")
        + String.join("-", callers().stream().map(ServiceAccountRef::name).toList())
        + "-to-"
        + service().name();
  }

  /** A copy with this {@link #name()}. */
  public abstract Access name(String name);

  /** The policy, in the namespace of the service. */
  public AuthorizationPolicy policy() {
    AuthorizationRule rule =
        AuthorizationRule.authorizationRule()
            .from(
                List.of(
                    AuthorizationFrom.authorizationFrom()
                        .source(
                            AuthorizationSource.authorizationSource()
                                .principals(
                                    callers().stream()
                                        .map(ServiceAccountRef::principal)
                                        .toList()))))
            .when(when());
    Optional<AuthorizationOperation> operation = operation();
    if (operation.isPresent()) {
      rule = rule.to(List.of(AuthorizationTo.authorizationTo().operation(operation.get())));
    }
    Metadata metadata = Metadata.metadata(name());
    AuthorizationPolicy policy =
        AuthorizationPolicy.authorizationPolicy(name())
            .metadata(service().namespace().map(metadata::namespace).orElse(metadata))
            .selector(WorkloadSelector.workloadSelector(service().matchLabels()))
            .rules(List.of(rule));
    return action() == AuthorizationAction.ALLOW ? policy : policy.action(action());
  }

  private Optional<AuthorizationOperation> operation() {
    if (methods().isEmpty() && paths().isEmpty() && ports().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        AuthorizationOperation.authorizationOperation()
            .ports(ports().stream().map(String::valueOf).toList())
            .methods(methods())
            .paths(paths()));
  }

  /** {@code ALLOW frontend.policycortex → core-api.policycortex GET POST /api/v1/*}. */
  @Override
  public String toString() {
    List<String> words = new ArrayList<>();
    words.add(action().toString());
    callers().forEach(caller -> words.add(caller.toString()));
    words.add("→");
    words.add(service().toString());
    words.addAll(methods());
    words.addAll(paths());
    ports().forEach(port -> words.add(":" + port));
    when().forEach(condition -> words.add("when " + condition.key()));
    return String.join(" ", words);
  }

  /**
   * Callers whose target is not said yet.
   *
   * @param action whether they are let in
   * @param callers who they are
   */
  public record Target(AuthorizationAction action, List<ServiceAccountRef> callers) {

    /** Copies the list. */
    public Target {
      callers = List.copyOf(callers);
    }

    /** The service that they call. */
    public Access to(ServiceRef service) {
      return ImmutableAccess.builder().action(action).callers(callers).service(service).build();
    }
  }
}
