package com.policycortex.istio.model;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.wire.Fields;
import com.policycortex.istio.wire.YamlText;
import org.immutables.value.Value;

/** An immutable value with named fields: a manifest, or a part of one. */
public abstract class Message implements Fields {

  /** For the value types of the model only. */
  protected Message() {}

  /** Where this value was written, if that is known. No part of equality. */
  @Value.Auxiliary
  @Value.Default
  public Origin origin() {
    return Origin.unknown();
  }

  /** This value as YAML. */
  @Override
  public final String toString() {
    return YamlText.of(this);
  }
}
