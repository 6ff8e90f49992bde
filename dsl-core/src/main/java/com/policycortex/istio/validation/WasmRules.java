package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Gate;
import com.policycortex.istio.model.extensions.EnvValueSource;
import com.policycortex.istio.model.extensions.EnvVar;
import com.policycortex.istio.model.extensions.TrafficSelector;
import com.policycortex.istio.model.extensions.VmConfig;
import com.policycortex.istio.model.extensions.WasmConfig;
import com.policycortex.istio.model.extensions.WasmPlugin;
import java.util.List;
import java.util.Optional;

/** WebAssembly modules: of WasmPlugins and of TrafficExtensions. */
final class WasmRules {

  private static final int SHA256 = 64;
  private static final int SECRET = 253;
  private static final int NAME = 256;
  private static final int VALUE = 2048;
  private static final int VARIABLES = 256;

  /** The fields that both kinds have. */
  record Module(
      String url,
      Optional<String> sha256,
      Optional<String> imagePullSecret,
      Optional<String> pluginName,
      List<EnvVar> env) {

    static Module of(WasmPlugin plugin) {
      return new Module(
          plugin.url(),
          plugin.sha256(),
          plugin.imagePullSecret(),
          plugin.pluginName(),
          plugin.vmConfig().map(VmConfig::env).orElse(List.of()));
    }

    static Module of(WasmConfig config) {
      return new Module(
          config.url(),
          config.sha256(),
          config.imagePullSecret(),
          config.pluginName(),
          config.vmConfig().map(VmConfig::env).orElse(List.of()));
    }
  }

  static final RuleSet<Module> MODULE =
      RuleSet.of(Module.class)
          .error(
              "WASM-URL",
              Gate.BOTH,
              "Write oci://registry/image:tag, or a URL of https, http or file",
              (module, report) -> {
                if (!isUrl(module.url())) {
                  report.add(
                      "url",
                      module.url().isEmpty()
                          ? "The URL is empty"
                          : Text.quote(module.url()) + " is not a URL of oci, https, http or file");
                }
              })
          .error(
              "WASM-SHA256",
              Gate.BOTH,
              "Write 64 digits of 0-9 and a-f",
              (module, report) -> {
                String sha = module.sha256().orElse("");
                if (!sha.isEmpty() && !isSha256(sha)) {
                  report.add("sha256", Text.quote(sha) + " is not a SHA-256");
                }
              })
          .error(
              "WASM-PULLSECRET",
              Gate.BOTH,
              "Write the name of a Secret, at most 253 characters",
              (module, report) ->
                  length("imagePullSecret", module.imagePullSecret(), SECRET, report))
          .error(
              "WASM-NAME",
              Gate.BOTH,
              "Write at most 256 bytes",
              (module, report) -> length("pluginName", module.pluginName(), NAME, report))
          .error(
              "WASM-ENV-NAME",
              Gate.BOTH,
              "Write a name of at most 256 bytes",
              (module, report) -> {
                for (int i = 0; i < module.env().size(); i++) {
                  String name = module.env().get(i).name();
                  if (name.isEmpty() || Text.utf8Length(name) > NAME) {
                    boolean schema = name.isEmpty() || Text.length(name) > NAME;
                    report.add(
                        schema ? Gate.BOTH : Gate.ISTIOD,
                        "vmConfig.env[" + i + "].name",
                        name.isEmpty() ? "The variable has no name" : "The name is too long");
                  }
                }
              })
          .error(
              "WASM-ENV-DUP",
              Gate.BOTH,
              "Remove one of the two",
              (module, report) ->
                  Duplicates.check(
                      module.env(),
                      EnvVar::name,
                      "vmConfig.env",
                      "name",
                      "There are two variables ",
                      report))
          .error(
              "WASM-ENV-VALUE",
              Gate.BOTH,
              "Remove value: HOST takes it from the proxy",
              (module, report) -> {
                for (int i = 0; i < module.env().size(); i++) {
                  EnvVar variable = module.env().get(i);
                  if (variable.value().isPresent()
                      && variable.valueFrom().orElse(EnvValueSource.INLINE)
                          == EnvValueSource.HOST) {
                    Gate gate = Text.isSet(variable.value()) ? Gate.BOTH : Gate.API_SERVER;
                    report.add(gate, "vmConfig.env[" + i + "].value", "HOST takes no value");
                  }
                }
              })
          .error(
              "WASM-ENV-MAX",
              Gate.API_SERVER,
              "Write at most 256 variables of at most 2048 characters",
              (module, report) -> {
                if (module.env().size() > VARIABLES) {
                  report.add("vmConfig.env", module.env().size() + " variables are too many");
                }
                for (int i = 0; i < module.env().size(); i++) {
                  String value = module.env().get(i).value().orElse("");
                  if (value.codePointCount(0, value.length()) > VALUE) {
                    report.add("vmConfig.env[" + i + "].value", "The value is too long");
                  }
                }
              })
          .build();

  static final RuleSet<TrafficSelector> MATCH =
      RuleSet.of(TrafficSelector.class)
          .error(
              "WASM-MATCH-PORT",
              Gate.BOTH,
              "Write a port from 1 to 65535",
              (match, report) -> {
                for (int i = 0; i < match.ports().size(); i++) {
                  if (!NumberRules.isPort(match.ports().get(i).number())) {
                    report.add(
                        "ports[" + i + "].number",
                        "Port " + match.ports().get(i).number() + " is outside 1 to 65535");
                  }
                }
              })
          .error(
              "WASM-MATCH-PORT-DUP",
              Gate.API_SERVER,
              "Remove one of the two",
              (match, report) ->
                  Duplicates.check(
                      match.ports(),
                      port -> port.number(),
                      "ports",
                      "number",
                      "There are two ports ",
                      report))
          .build();

  static final RuleSet<WasmPlugin> PLUGIN =
      RuleSet.of(WasmPlugin.class)
          .rule(
              SelectorRules.oneOf(
                  "WASM-ONEOF",
                  WasmPlugin::selector,
                  WasmPlugin::targetRef,
                  WasmPlugin::targetRefs))
          .rule(SelectorRules.maximum("WASM-TARGETREFS-MAX", WasmPlugin::targetRefs))
          .always("", Module::of, MODULE)
          .each("match", WasmPlugin::match, MATCH)
          .part("selector", WasmPlugin::selector, SelectorRules.MATCH_LABELS)
          .part("targetRef", WasmPlugin::targetRef, SelectorRules.TARGET)
          .each("targetRefs", WasmPlugin::targetRefs, SelectorRules.TARGET)
          .build();

  private WasmRules() {}

  // A text without scheme is tried again as http://text, which is why many odd ones pass.
  private static boolean isUrl(String url) {
    if (url.isEmpty()) {
      return false;
    }
    String tried = Url.parseRequest(url).isEmpty() ? "http://" + url : url;
    Optional<Url> parsed = Url.parseRequest(tried);
    return parsed.isPresent()
        && Url.parse(tried).isPresent()
        && switch (parsed.get().scheme()) {
          case "", "http", "https", "file", "oci" -> true;
          default -> false;
        };
  }

  private static boolean isSha256(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Text.isDigit(c) && (c < 'a' || c > 'f')) {
        return false;
      }
    }
    return text.length() == SHA256;
  }

  private static void length(String field, Optional<String> text, int maximum, Report report) {
    if (text.isPresent() && (text.get().isEmpty() || Text.utf8Length(text.get()) > maximum)) {
      Gate gate =
          text.get().isEmpty()
              ? Gate.API_SERVER
              : Text.length(text.get()) > maximum ? Gate.BOTH : Gate.ISTIOD;
      report.add(gate, field, text.get().isEmpty() ? "The text is empty" : "The text is too long");
    }
  }
}
