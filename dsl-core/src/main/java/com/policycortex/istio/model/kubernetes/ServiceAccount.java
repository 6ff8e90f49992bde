package com.policycortex.istio.model.kubernetes;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Kind;
import com.policycortex.istio.model.Manifest;
import com.policycortex.istio.model.Metadata;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.JsonValue;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The identity that pods run under. In the mesh it is the principal {@code
 * cluster.local/ns/NAMESPACE/sa/NAME} of their certificates.
 *
 * @see <a
 *     href="https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/service-account-v1/">
 *     ServiceAccount</a>
 */
@IstioStyle
@Value.Immutable
public abstract class ServiceAccount extends Manifest {

  /** The kind {@code v1 ServiceAccount}. */
  public static final Kind<ServiceAccount> KIND =
      new Kind<>(
          "", List.of("v1"), "ServiceAccount", "serviceaccounts", true, ServiceAccount::read);

  ServiceAccount() {}

  @Override
  public Kind<ServiceAccount> kind() {
    return KIND;
  }

  /** A copy with this metadata. */
  public abstract ServiceAccount metadata(Metadata metadata);

  /** A service account of this name. */
  public static ServiceAccount serviceAccount(String name) {
    return ImmutableServiceAccount.builder()
        .origin(Origin.caller())
        .metadata(Metadata.metadata(name))
        .build();
  }

  /** A copy in this namespace. */
  public final ServiceAccount in(String namespace) {
    return metadata(metadata().namespace(namespace));
  }

  /** Whether pods get the account's token mounted. Default true. */
  public abstract Optional<Boolean> automountServiceAccountToken();

  /** A copy with this {@link #automountServiceAccountToken()}. */
  public abstract ServiceAccount automountServiceAccountToken(boolean automount);

  /** {@code imagePullSecrets}, kept as read. */
  public abstract List<JsonValue> imagePullSecrets();

  /** {@code secrets}, kept as read. */
  public abstract List<JsonValue> secrets();

  static ServiceAccount read(FieldReader in) {
    return ImmutableServiceAccount.builder()
        .origin(in.origin())
        .metadata(readMetadata(in))
        .automountServiceAccountToken(in.bool("automountServiceAccountToken"))
        .imagePullSecrets(in.jsonList("imagePullSecrets"))
        .secrets(in.jsonList("secrets"))
        .status(readStatus(in))
        .build();
  }

  @Override
  protected void writeBody(FieldWriter out) {
    out.bool("automountServiceAccountToken", automountServiceAccountToken());
    out.jsonList("imagePullSecrets", imagePullSecrets());
    out.jsonList("secrets", secrets());
  }
}
