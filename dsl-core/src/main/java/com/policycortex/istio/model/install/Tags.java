package com.policycortex.istio.model.install;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.JsonValue.JsonNumber;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.Optional;

/** Tags of images. People write whole numbers too, which istioctl takes. */
final class Tags {

  private Tags() {}

  /** The field {@code tag} as a text. */
  static Optional<String> read(FieldReader in) {
    return in.intOrString("tag")
        .map(
            tag ->
                tag instanceof JsonNumber number
                    ? number.value().toPlainString()
                    : ((JsonString) tag).value());
  }
}
