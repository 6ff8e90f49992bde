package com.policycortex.istio.model.extensions;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import java.util.Optional;

/** What an extension runs. */
public sealed interface FilterConfig extends Fields {

  /**
   * A WebAssembly module.
   *
   * @param value the value of {@code wasm}
   */
  record Wasm(WasmConfig value) implements FilterConfig {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("wasm", value);
    }
  }

  /**
   * A Lua script.
   *
   * @param value the value of {@code lua}
   */
  record Lua(LuaConfig value) implements FilterConfig {
    @Override
    public void writeTo(FieldWriter out) {
      out.message("lua", value);
    }
  }

  /** The arm that is set, if one is. */
  static Optional<FilterConfig> read(FieldReader in) {
    return in.<FilterConfig>oneof("filter_config")
        .message("wasm", WasmConfig::read, Wasm::new)
        .message("lua", LuaConfig::read, Lua::new)
        .optional();
  }
}
