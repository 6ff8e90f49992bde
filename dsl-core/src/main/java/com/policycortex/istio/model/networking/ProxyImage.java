package com.policycortex.istio.model.networking;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/**
 * Which build of the proxy image runs.
 *
 * @param imageType {@code default}, {@code debug} or {@code distroless}; absent for the default
 * @see <a href="https://istio.io/latest/docs/reference/config/networking/proxy-config/#ProxyImage">
 *     ProxyImage</a>
 */
public record ProxyImage(Optional<String> imageType) implements Fields {

  /** Reads one. */
  public static ProxyImage read(FieldReader in) {
    return new ProxyImage(in.string("imageType"));
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("imageType", imageType);
  }
}
