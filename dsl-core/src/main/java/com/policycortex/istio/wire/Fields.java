package com.policycortex.istio.wire;

/** Something that is written as fields of an object: a message, or one arm of a oneof. */
public interface Fields {

  /**
   * Writes the fields that are set, under Istio's names and in Istio's order.
   *
   * @param out receives the fields
   */
  void writeTo(FieldWriter out);
}
