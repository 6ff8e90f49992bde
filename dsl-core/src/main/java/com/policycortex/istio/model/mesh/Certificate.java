package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A certificate that istiod provides; deprecated.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#Certificate">Certificate</a>
 */
@IstioStyle
@Value.Immutable
public abstract class Certificate extends Message {

  Certificate() {}

  /** A value that sets nothing yet. */
  public static Certificate certificate() {
    return ImmutableCertificate.builder().build();
  }

  /** The Secret that it goes to. */
  public abstract Optional<String> secretName();

  /** A copy with this {@link #secretName()}. */
  public abstract Certificate secretName(String secretName);

  /** The names that it is for. */
  public abstract List<String> dnsNames();

  /** A copy with this {@link #dnsNames()}. */
  public abstract Certificate dnsNames(Iterable<String> dnsNames);

  /** A copy with these added to {@link #dnsNames()}. */
  public final Certificate dnsNames(String first, String... more) {
    return dnsNames(added(dnsNames(), first, more));
  }

  static Certificate read(FieldReader in) {
    return ImmutableCertificate.builder()
        .origin(in.origin())
        .secretName(in.string("secretName"))
        .dnsNames(in.strings("dnsNames"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("secretName", secretName());
    out.strings("dnsNames", dnsNames());
  }
}
