package com.policycortex.istio.mesh;

import com.policycortex.istio.model.Manifest;
import java.util.Optional;

/**
 * A manifest that seems to apply and does not.
 *
 * @param manifest the manifest
 * @param by the one that decides instead
 * @param reason why
 */
public record Overruled(Manifest manifest, Optional<? extends Manifest> by, String reason) {

  static Overruled by(Manifest winner, Manifest loser) {
    return new Overruled(
        loser,
        Optional.of(winner),
        winner.resourceId() + " decides: " + Precedence.reason(winner, loser));
  }

  static Overruled because(Manifest loser, String reason) {
    return new Overruled(loser, Optional.empty(), reason);
  }

  /** {@code Sidecar shop/more: Sidecar shop/default decides: it is older}. */
  @Override
  public String toString() {
    return manifest.resourceId() + ": " + reason;
  }
}
