package com.policycortex.istio.analysis.extensions;

import com.policycortex.istio.mesh.untyped.Untyped;
import com.policycortex.istio.model.networking.ApplyTo;
import com.policycortex.istio.model.networking.EnvoyConfigObjectMatch;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.EnvoyObjectMatch;
import com.policycortex.istio.model.networking.FilterChainMatch;
import com.policycortex.istio.model.networking.FilterMatch;
import com.policycortex.istio.model.networking.ListenerMatch;
import com.policycortex.istio.model.networking.Patch;
import com.policycortex.istio.model.networking.PatchContext;
import com.policycortex.istio.model.networking.PatchOperation;
import com.policycortex.istio.model.networking.ProxyMatch;
import com.policycortex.istio.model.networking.SubFilterMatch;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import com.policycortex.istio.wire.JsonValue.JsonString;
import java.util.Optional;

/** What a patch of an EnvoyFilter says, with what istiod takes for what it leaves out. */
final class Patches {

  private Patches() {}

  static ApplyTo applyTo(EnvoyConfigObjectPatch patch) {
    return patch.applyTo().orElse(ApplyTo.INVALID);
  }

  static PatchContext context(EnvoyConfigObjectPatch patch) {
    return patch.match().flatMap(EnvoyConfigObjectMatch::context).orElse(PatchContext.ANY);
  }

  static PatchOperation operation(EnvoyConfigObjectPatch patch) {
    return patch.patch().flatMap(Patch::operation).orElse(PatchOperation.INVALID);
  }

  /** The expression for the versions of the proxies that the patch is for; absent for all. */
  static Optional<String> proxyVersion(EnvoyConfigObjectPatch patch) {
    return patch
        .match()
        .flatMap(EnvoyConfigObjectMatch::proxy)
        .flatMap(ProxyMatch::proxyVersion)
        .filter(version -> !version.isEmpty());
  }

  /** What the patch says of the listener that it is for. */
  static Optional<ListenerMatch> listener(EnvoyConfigObjectPatch patch) {
    return patch.match().flatMap(EnvoyConfigObjectMatch::objectTypes).stream()
        .filter(EnvoyObjectMatch.Listener.class::isInstance)
        .map(match -> ((EnvoyObjectMatch.Listener) match).value())
        .findFirst();
  }

  /** What the patch says of the filter that it is for; absent if it is for all. */
  static Optional<FilterMatch> filter(EnvoyConfigObjectPatch patch) {
    return listener(patch).flatMap(ListenerMatch::filterChain).flatMap(FilterChainMatch::filter);
  }

  /** The name of the network filter that the patch is for. */
  static Optional<String> filterName(EnvoyConfigObjectPatch patch) {
    return filter(patch).flatMap(FilterMatch::name).filter(name -> !name.isEmpty());
  }

  /** The name of the HTTP filter that the patch is for. */
  static Optional<String> subFilterName(EnvoyConfigObjectPatch patch) {
    return filter(patch)
        .flatMap(FilterMatch::subFilter)
        .flatMap(SubFilterMatch::name)
        .filter(name -> !name.isEmpty());
  }

  /** The name that the value gives to what it is. */
  static Optional<String> valueName(EnvoyConfigObjectPatch patch) {
    return patch.patch().flatMap(Patch::value).flatMap(value -> Untyped.text(value, "name"));
  }

  /** The full name of the message in the value's typed_config. */
  static Optional<String> valueType(EnvoyConfigObjectPatch patch) {
    return patch
        .patch()
        .flatMap(Patch::value)
        .flatMap(Patches::typedConfig)
        .map(config -> config.fields().get("@type"))
        .filter(JsonString.class::isInstance)
        .map(url -> ((JsonString) url).value())
        .map(url -> url.substring(url.lastIndexOf('/') + 1));
  }

  private static Optional<JsonObject> typedConfig(JsonObject value) {
    return Optional.ofNullable(
            value.fields().getOrDefault("typedConfig", value.fields().get("typed_config")))
        .filter(JsonObject.class::isInstance)
        .map(JsonObject.class::cast);
  }
}
