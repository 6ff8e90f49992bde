package com.policycortex.istio.model.extensions;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.List;
import org.immutables.value.Value;

/**
 * The virtual machine that a plugin runs in.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/proxy_extensions/wasm-plugin/#VmConfig">VmConfig</a>
 */
@IstioStyle
@Value.Immutable
public abstract class VmConfig extends Message {

  VmConfig() {}

  /** A value that sets nothing yet. */
  public static VmConfig vmConfig() {
    return ImmutableVmConfig.builder().build();
  }

  /** Its environment. */
  public abstract List<EnvVar> env();

  /** A copy with this {@link #env()}. */
  public abstract VmConfig env(Iterable<? extends EnvVar> env);

  /** A copy with these added to {@link #env()}. */
  public final VmConfig env(EnvVar first, EnvVar... more) {
    return env(added(env(), first, more));
  }

  static VmConfig read(FieldReader in) {
    return ImmutableVmConfig.builder()
        .origin(in.origin())
        .env(in.messages("env", EnvVar::read))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.messages("env", env());
  }
}
