package com.policycortex.istio.model.mesh;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Access logs in a file.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/istio.mesh.v1alpha1/#MeshConfig-ExtensionProvider-EnvoyFileAccessLogProvider">EnvoyFileAccessLogProvider</a>
 */
@IstioStyle
@Value.Immutable
public abstract class EnvoyFileAccessLogProvider extends Message {

  EnvoyFileAccessLogProvider() {}

  /** A value that sets nothing yet. */
  public static EnvoyFileAccessLogProvider envoyFileAccessLogProvider() {
    return ImmutableEnvoyFileAccessLogProvider.builder().build();
  }

  /** The file. Default {@code /dev/stdout}. */
  public abstract Optional<String> path();

  /** A copy with this {@link #path()}. */
  public abstract EnvoyFileAccessLogProvider path(String path);

  /** The format. Default: Istio's text. */
  public abstract Optional<LogFormat> logFormat();

  /** A copy with this {@link #logFormat()}. */
  public abstract EnvoyFileAccessLogProvider logFormat(LogFormat logFormat);

  /** Whether what has no value is left out of JSON, and empty in text. Default false. */
  public abstract Optional<Boolean> omitEmptyValues();

  /** A copy with this {@link #omitEmptyValues()}. */
  public abstract EnvoyFileAccessLogProvider omitEmptyValues(boolean omitEmptyValues);

  static EnvoyFileAccessLogProvider read(FieldReader in) {
    return ImmutableEnvoyFileAccessLogProvider.builder()
        .origin(in.origin())
        .path(in.string("path"))
        .logFormat(in.message("logFormat", LogFormat::read))
        .omitEmptyValues(in.bool("omitEmptyValues"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("path", path());
    out.message("logFormat", logFormat());
    out.bool("omitEmptyValues", omitEmptyValues());
  }
}
