package com.policycortex.istio.model.extensions;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import org.immutables.value.Value;

/**
 * A Lua script.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/proxy_extensions/traffic-extension/#LuaConfig">LuaConfig</a>
 */
@IstioStyle
@Value.Immutable
public abstract class LuaConfig extends Message {

  LuaConfig() {}

  /** This script. */
  public static LuaConfig luaConfig(String inlineCode) {
    return ImmutableLuaConfig.builder().inlineCode(inlineCode).build();
  }

  /** The script, 1 to 65536 characters. */
  public abstract String inlineCode();

  /** A copy with this {@link #inlineCode()}. */
  public abstract LuaConfig inlineCode(String inlineCode);

  static LuaConfig read(FieldReader in) {
    return ImmutableLuaConfig.builder()
        .origin(in.origin())
        .inlineCode(in.requiredString("inlineCode"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("inlineCode", inlineCode());
  }
}
