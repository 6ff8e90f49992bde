package com.policycortex.istio.model.security;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.model.TargetReference;
import com.policycortex.istio.model.WorkloadSelector;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who may call a workload. Any match of DENY refuses; if there is an ALLOW policy at all, one must
 * match.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/security/authorization-policy/#AuthorizationPolicy">AuthorizationPolicy</a>
 */
@IstioStyle
@Value.Immutable
public abstract class AuthorizationPolicy extends Manifest {

  /** The kind {@code security.istio.io/v1 AuthorizationPolicy}. */
  public static final Kind<AuthorizationPolicy> KIND =
      new Kind<>(
          "security.istio.io",
          List.of("v1", "v1beta1"),
          "AuthorizationPolicy",
          "authorizationpolicies",
          true,
          AuthorizationPolicy::read);

  AuthorizationPolicy() {}

  /** A policy of this name without rules: ALLOW that lets nobody in. */
  public static AuthorizationPolicy authorizationPolicy(String name) {
    return ImmutableAuthorizationPolicy.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<AuthorizationPolicy> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract AuthorizationPolicy metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final AuthorizationPolicy in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** The workloads; absent for all of the namespace, in the root namespace for the mesh. */
  public abstract Optional<WorkloadSelector> selector();

  /** A copy with this {@link #selector()}. */
  public abstract AuthorizationPolicy selector(WorkloadSelector selector);

  /** The gateway or service this attaches to; former form of {@link #targetRefs()}. */
  public abstract Optional<TargetReference> targetRef();

  /** The gateways or services this attaches to. */
  public abstract List<TargetReference> targetRefs();

  /** A copy with this {@link #targetRefs()}. */
  public abstract AuthorizationPolicy targetRefs(Iterable<? extends TargetReference> targetRefs);

  /** A copy with these added to {@link #targetRefs()}. */
  public final AuthorizationPolicy targetRefs(TargetReference first, TargetReference... more) {
    return targetRefs(added(targetRefs(), first, more));
  }

  /**
   * The policy holds when one of them matches. Empty: never, so that ALLOW without rules lets
   * nobody in.
   */
  public abstract List<AuthorizationRule> rules();

  /** A copy with this {@link #rules()}. */
  public abstract AuthorizationPolicy rules(Iterable<? extends AuthorizationRule> rules);

  /** A copy with these added to {@link #rules()}. */
  public final AuthorizationPolicy rules(AuthorizationRule first, AuthorizationRule... more) {
    return rules(added(rules(), first, more));
  }

  /** Default {@link AuthorizationAction#ALLOW}. */
  public abstract Optional<AuthorizationAction> action();

  /** A copy with this {@link #action()}. */
  public abstract AuthorizationPolicy action(AuthorizationAction action);

  /** Who decides for {@link AuthorizationAction#CUSTOM}. */
  public abstract Optional<AuthorizationProvider> provider();

  /** A copy with this {@link #provider()}. */
  public abstract AuthorizationPolicy provider(AuthorizationProvider provider);

  static AuthorizationPolicy read(FieldReader in) {
    return in.messageOrEmpty("spec", spec -> readSpec(in, spec));
  }

  private static AuthorizationPolicy readSpec(FieldReader in, FieldReader spec) {
    return ImmutableAuthorizationPolicy.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .selector(spec.message("selector", WorkloadSelector::read))
        .targetRef(spec.message("targetRef", TargetReference::read))
        .targetRefs(spec.messages("targetRefs", TargetReference::read))
        .rules(spec.messages("rules", AuthorizationRule::read))
        .action(spec.enumeration("action", AuthorizationAction.class))
        .provider(spec.message("provider", AuthorizationProvider::read))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.message("spec", this::writeSpec);
  }

  private void writeSpec(FieldWriter spec) {
    spec.message("selector", selector());
    spec.message("targetRef", targetRef());
    spec.messages("targetRefs", targetRefs());
    spec.messages("rules", rules());
    spec.enumeration("action", action());
    spec.message("provider", provider());
  }
}
