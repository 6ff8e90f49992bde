package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A further root certificate that workloads trust.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-CertificateData">CertificateData</a>
 */
@IstioStyle
@Value.Immutable
public abstract class CertificateData extends Message {

  CertificateData() {}

  /** A value that sets nothing yet. */
  public static CertificateData certificateData() {
    return ImmutableCertificateData.builder().build();
  }

  /** The certificate, or where istiod gets it. */
  public abstract Optional<CertificateSource> source();

  /** A copy with this {@link #source()}. */
  public abstract CertificateData source(CertificateSource source);

  /** The signers of Kubernetes that use it. Default: all. */
  public abstract List<String> certSigners();

  /** A copy with this {@link #certSigners()}. */
  public abstract CertificateData certSigners(Iterable<String> certSigners);

  /** A copy with these added to {@link #certSigners()}. */
  public final CertificateData certSigners(String first, String... more) {
    return certSigners(added(certSigners(), first, more));
  }

  /** The trust domains that it vouches for. Default: the mesh's own and its aliases. */
  public abstract List<String> trustDomains();

  /** A copy with this {@link #trustDomains()}. */
  public abstract CertificateData trustDomains(Iterable<String> trustDomains);

  /** A copy with these added to {@link #trustDomains()}. */
  public final CertificateData trustDomains(String first, String... more) {
    return trustDomains(added(trustDomains(), first, more));
  }

  static CertificateData read(FieldReader in) {
    return ImmutableCertificateData.builder()
        .origin(in.origin())
        .source(CertificateSource.read(in))
        .certSigners(in.strings("certSigners"))
        .trustDomains(in.strings("trustDomains"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.oneof(source());
    out.strings("certSigners", certSigners());
    out.strings("trustDomains", trustDomains());
  }
}
