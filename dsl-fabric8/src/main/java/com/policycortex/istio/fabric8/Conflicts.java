package com.policycortex.istio.fabric8;

/** What becomes of fields that another field manager has set to another value. */
public enum Conflicts {
  /** The cluster refuses the manifest, and each field is a finding. */
  REFUSE,
  /**
   * The fields get the new values and belong to this field manager from then on ({@code force}).
   */
  TAKE_OVER
}
