package com.policycortex.istio.validation;

import com.policycortex.istio.model.networking.ApplyTo;
import com.policycortex.istio.model.networking.EnvoyConfigObjectPatch;
import com.policycortex.istio.model.networking.Patch;
import com.policycortex.istio.model.networking.PatchOperation;
import com.policycortex.istio.wire.JsonValue.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * What Envoy says about the value of an EnvoyFilter's patch once it gets it. The API server and
 * istiod take such values: istiod reads what it knows, hands on what is in a TypedStruct, and does
 * not ask what Envoy demands of it.
 */
public final class EnvoyPatches {

  private EnvoyPatches() {}

  /**
   * What Envoy refuses, and what it passes over. A patch for waypoints is not looked at, nor one
   * that istiod cannot read.
   *
   * @param patch the patch
   * @return the remarks, in the order of Envoy's fields
   */
  public static List<EnvoyRemark> remarks(EnvoyConfigObjectPatch patch) {
    Optional<JsonObject> value = patch.patch().flatMap(Patch::value);
    PatchOperation operation =
        patch.patch().flatMap(Patch::operation).orElse(PatchOperation.INVALID);
    String message = EnvoyValueRules.message(patch.applyTo().orElse(ApplyTo.INVALID));
    boolean partial =
        operation == PatchOperation.MERGE || operation == PatchOperation.MERGE_AND_REPLACE_LIST;
    boolean judged =
        value.isPresent()
            && !message.isEmpty()
            && operation != PatchOperation.INVALID
            && operation != PatchOperation.REMOVE
            && !EnvoyFilterRules.isForWaypoint(patch)
            && EnvoyValue.read(message, value.get()).problems().isEmpty();
    return judged ? EnvoyJudge.judge(message, value.get(), partial) : List.of();
  }
}
