package com.policycortex.istio.model;

import com.policycortex.istio.finding.Origin;
import com.policycortex.istio.wire.Fields;
import com.policycortex.istio.wire.YamlText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** The elements with some more behind them; for the copy methods of the model that add. */
  protected static <T> List<T> added(List<? extends T> elements, T first, T[] more) {
    List<T> all = new ArrayList<>(elements.size() + 1 + more.length);
    all.addAll(elements);
    all.add(first);
    all.addAll(Arrays.asList(more));
    return all;
  }

  /** This value as YAML. */
  @Override
  public final String toString() {
    return YamlText.of(this);
  }
}
