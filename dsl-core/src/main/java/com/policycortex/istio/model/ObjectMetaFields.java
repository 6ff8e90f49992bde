package com.policycortex.istio.model;

import java.util.List;

/** The fields of ObjectMeta that a cluster fills in and that the model only carries. */
final class ObjectMetaFields {

  static final List<String> UNTYPED =
      List.of(
          "creationTimestamp",
          "deletionGracePeriodSeconds",
          "deletionTimestamp",
          "finalizers",
          "generation",
          "managedFields",
          "ownerReferences",
          "resourceVersion",
          "selfLink",
          "uid");

  private ObjectMetaFields() {}
}
