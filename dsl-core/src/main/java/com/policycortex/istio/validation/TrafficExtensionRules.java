package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.extensions.FilterConfig;
import com.policycortex.istio.model.extensions.TrafficExtension;
import java.util.Optional;

/** Extensions of proxies by WebAssembly or Lua. */
final class TrafficExtensionRules {

  private static final int CODE = 65536;

  static final RuleSet<TrafficExtension> RULES =
      RuleSet.of(TrafficExtension.class)
          .error(
              "TX-EXACTLY-ONE",
              Gate.BOTH,
              "Write wasm or lua",
              (extension, report) -> {
                if (extension.filterConfig().isEmpty()) {
                  report.add("", "There is neither wasm nor lua");
                }
              })
          .error(
              "TX-LUA-EMPTY",
              Gate.BOTH,
              "Write inlineCode",
              (extension, report) -> {
                if (extension.filterConfig().orElse(null) instanceof FilterConfig.Lua lua
                    && lua.value().inlineCode().isEmpty()) {
                  report.add("lua.inlineCode", "There is no code");
                }
              })
          .error(
              "TX-LUA-SIZE",
              Gate.BOTH,
              "Write at most 65536 bytes",
              (extension, report) -> {
                if (extension.filterConfig().orElse(null) instanceof FilterConfig.Lua lua
                    && Text.utf8Length(lua.value().inlineCode()) > CODE) {
                  // The schema counts characters.
                  report.add(
                      Text.length(lua.value().inlineCode()) > CODE ? Gate.BOTH : Gate.ISTIOD,
                      "lua.inlineCode",
                      "The code is longer than 65536 bytes");
                }
              })
          .rule(
              SelectorRules.oneOf(
                  "TX-ONEOF",
                  TrafficExtension::selector,
                  extension -> Optional.empty(),
                  TrafficExtension::targetRefs))
          .rule(SelectorRules.maximum("TX-TARGETREFS-MAX", TrafficExtension::targetRefs))
          .part(
              "wasm",
              extension ->
                  extension.filterConfig().orElse(null) instanceof FilterConfig.Wasm wasm
                      ? Optional.of(WasmRules.Module.of(wasm.value()))
                      : Optional.empty(),
              WasmRules.MODULE)
          .each("match", TrafficExtension::match, WasmRules.MATCH)
          .part("selector", TrafficExtension::selector, SelectorRules.MATCH_LABELS)
          .each("targetRefs", TrafficExtension::targetRefs, SelectorRules.TARGET)
          .build();

  private TrafficExtensionRules() {}
}
