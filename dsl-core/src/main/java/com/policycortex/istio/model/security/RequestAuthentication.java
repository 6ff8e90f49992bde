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
 * Which tokens are accepted. A request without a token passes; an AuthorizationPolicy demands one.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/security/request_authentication/#RequestAuthentication">RequestAuthentication</a>
 */
@IstioStyle
@Value.Immutable
public abstract class RequestAuthentication extends Manifest {

  /** The kind {@code security.istio.io/v1 RequestAuthentication}. */
  public static final Kind<RequestAuthentication> KIND =
      new Kind<>(
          "security.istio.io",
          List.of("v1", "v1beta1"),
          "RequestAuthentication",
          "requestauthentications",
          true,
          RequestAuthentication::read);

  RequestAuthentication() {}

  /** A RequestAuthentication of this name without rules. */
  public static RequestAuthentication requestAuthentication(String name) {
    return ImmutableRequestAuthentication.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  @Override
  public Kind<RequestAuthentication> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract RequestAuthentication metadata(Metadata metadata);

  /** A copy in this namespace. */
  public final RequestAuthentication in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** The workloads; absent for all of the namespace, in the root namespace for the mesh. */
  public abstract Optional<WorkloadSelector> selector();

  /** A copy with this {@link #selector()}. */
  public abstract RequestAuthentication selector(WorkloadSelector selector);

  /** The gateway or service this attaches to; former form of {@link #targetRefs()}. */
  public abstract Optional<TargetReference> targetRef();

  /** The gateways or services this attaches to. */
  public abstract List<TargetReference> targetRefs();

  /** A copy with this {@link #targetRefs()}. */
  public abstract RequestAuthentication targetRefs(Iterable<? extends TargetReference> targetRefs);

  /** A copy with these added to {@link #targetRefs()}. */
  public final RequestAuthentication targetRefs(TargetReference first, TargetReference... more) {
    return targetRefs(added(targetRefs(), first, more));
  }

  /** The issuers; a token must satisfy the rule of its issuer. */
  public abstract List<JwtRule> jwtRules();

  /** A copy with this {@link #jwtRules()}. */
  public abstract RequestAuthentication jwtRules(Iterable<? extends JwtRule> jwtRules);

  /** A copy with these added to {@link #jwtRules()}. */
  public final RequestAuthentication jwtRules(JwtRule first, JwtRule... more) {
    return jwtRules(added(jwtRules(), first, more));
  }

  static RequestAuthentication read(FieldReader in) {
    return in.messageOrEmpty("spec", spec -> readSpec(in, spec));
  }

  private static RequestAuthentication readSpec(FieldReader in, FieldReader spec) {
    return ImmutableRequestAuthentication.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .status(readStatus(in))
        .selector(spec.message("selector", WorkloadSelector::read))
        .targetRef(spec.message("targetRef", TargetReference::read))
        .targetRefs(spec.messages("targetRefs", TargetReference::read))
        .jwtRules(spec.messages("jwtRules", JwtRule::read))
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
    spec.messages("jwtRules", jwtRules());
  }
}
