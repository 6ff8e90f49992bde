package com.policycortex.istio.dsl;

import com.policycortex.istio.model.Manifest;
import java.util.List;

/** Several manifests that only make sense together, as one value. */
public interface Pattern {

  /** The manifests, in the order in which they can be applied. */
  List<Manifest> manifests();
}
