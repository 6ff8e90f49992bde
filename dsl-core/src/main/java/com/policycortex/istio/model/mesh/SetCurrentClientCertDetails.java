package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What {@code x-forwarded-client-cert} says of the client's certificate.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#ProxyConfig-ProxyHeaders-SetCurrentClientCertDetails">SetCurrentClientCertDetails</a>
 */
@IstioStyle
@Value.Immutable
public abstract class SetCurrentClientCertDetails extends Message {

  SetCurrentClientCertDetails() {}

  /** A value that sets nothing yet. */
  public static SetCurrentClientCertDetails setCurrentClientCertDetails() {
    return ImmutableSetCurrentClientCertDetails.builder().build();
  }

  /** Its subject. Default true. */
  public abstract Optional<Boolean> subject();

  /** A copy with this {@link #subject()}. */
  public abstract SetCurrentClientCertDetails subject(boolean subject);

  /** The certificate itself. Default false. */
  public abstract Optional<Boolean> cert();

  /** A copy with this {@link #cert()}. */
  public abstract SetCurrentClientCertDetails cert(boolean cert);

  /** The whole chain. Default false. */
  public abstract Optional<Boolean> chain();

  /** A copy with this {@link #chain()}. */
  public abstract SetCurrentClientCertDetails chain(boolean chain);

  /** Its DNS names. Default true. */
  public abstract Optional<Boolean> dns();

  /** A copy with this {@link #dns()}. */
  public abstract SetCurrentClientCertDetails dns(boolean dns);

  /** Its URI, the SPIFFE id. Default true. */
  public abstract Optional<Boolean> uri();

  /** A copy with this {@link #uri()}. */
  public abstract SetCurrentClientCertDetails uri(boolean uri);

  static SetCurrentClientCertDetails read(FieldReader in) {
    return ImmutableSetCurrentClientCertDetails.builder()
        .origin(in.origin())
        .subject(in.bool("subject"))
        .cert(in.bool("cert"))
        .chain(in.bool("chain"))
        .dns(in.bool("dns"))
        .uri(in.bool("uri"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.bool("subject", subject());
    out.bool("cert", cert());
    out.bool("chain", chain());
    out.bool("dns", dns());
    out.bool("uri", uri());
  }
}
