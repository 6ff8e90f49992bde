package com.policycortex.istio.model.mesh;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** Who computes with private keys. */
public sealed interface PrivateKeyMethod extends Fields {

  /**
   * The processor's vector instructions.
   *
   * @param value the value of {@code cryptomb}
   */
  record ByCryptoMb(CryptoMb value) implements PrivateKeyMethod {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("cryptomb", value);
    }
  }

  /**
   * QuickAssist hardware.
   *
   * @param value the value of {@code qat}
   */
  record ByQat(Qat value) implements PrivateKeyMethod {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("qat", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<PrivateKeyMethod> read(FieldReader in) {
    return in.<PrivateKeyMethod>oneof("provider")
        .message("cryptomb", CryptoMb::read, ByCryptoMb::new)
        .message("qat", Qat::read, ByQat::new)
        .optional();
  }
}
