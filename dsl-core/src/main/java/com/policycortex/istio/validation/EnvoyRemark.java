package com.policycortex.istio.validation;

import com.policycortex.istio.finding.Suggestions;
import com.policycortex.istio.wire.JsonValue;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.Collection;
import java.util.Optional;

/**
 * What Envoy says about a part of the value of an EnvoyFilter's patch.
 *
 * @param path the part within the value, for example {@code
 *     typed_config.value.token_bucket.fill_interval}; empty for the whole value
 * @param refused true if Envoy refuses the configuration for it, false if it passes over the part
 * @param message why
 * @param hint what to do; empty if nothing more is known
 */
public record EnvoyRemark(String path, boolean refused, String message, Optional<String> hint) {

  static EnvoyRemark refused(String path, String message) {
    return new EnvoyRemark(path, true, message, Optional.empty());
  }

  static EnvoyRemark ignored(String path, String message, Optional<String> hint) {
    return new EnvoyRemark(path, false, message, hint);
  }

  /** The nearest of some names, as a question. */
  static Optional<String> near(JsonValue written, Collection<String> names) {
    return written instanceof JsonString text
        ? Suggestions.nearest(text.value(), names)
            .map(name -> "Did you mean " + Text.quote(name) + "?")
        : Optional.empty();
  }
}
