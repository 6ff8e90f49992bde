package com.policycortex.istio.wire;

import java.util.Set;

/**
 * The fields of a whole object. What is no object of its own, an arm of a oneof or the {@code spec}
 * of a manifest, is {@link Fields} only and is written as part of the message around it.
 */
public interface MessageFields extends Fields {

  /**
   * The names of the lists and maps that are written although they have no element, as {@code
   * hosts: []}. A name stands for the field of this message wherever it is written, {@code hosts}
   * for {@code spec.hosts}.
   */
  Set<String> emptyFields();
}
