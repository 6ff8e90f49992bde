package com.policycortex.istio.model.mesh;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** Where a root certificate comes from. */
public sealed interface CertificateSource extends Fields {

  /**
   * The certificate itself.
   *
   * @param value the value of {@code pem}
   */
  record Pem(String value) implements CertificateSource {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("pem", value);
    }
  }

  /**
   * The URL of a SPIFFE bundle endpoint, which istiod asks.
   *
   * @param value the value of {@code spiffeBundleUrl}
   */
  record SpiffeBundleUrl(String value) implements CertificateSource {
    @Override
    public void writeTo(FieldWriter out) {
      out.string("spiffeBundleUrl", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<CertificateSource> read(FieldReader in) {
    return in.<CertificateSource>oneof("certificate_data")
        .string("pem", Pem::new)
        .string("spiffeBundleUrl", SpiffeBundleUrl::new)
        .optional();
  }
}
