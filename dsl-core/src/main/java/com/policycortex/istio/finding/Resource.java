package com.policycortex.istio.finding;

/** Something that a finding can be about, or that can replace what a finding is about. */
public interface Resource {

  /** Its kind, namespace and name. */
  ResourceId resourceId();
}
