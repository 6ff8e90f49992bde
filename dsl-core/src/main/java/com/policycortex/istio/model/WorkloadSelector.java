package com.policycortex.istio.model;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import com.policycortex.istio.wire.Fields;
import com.policycortex.istio.wire.MessageFields;
import java.util.Map;
import java.util.Set;
import org.immutables.value.Value;

/**
 * Picks workloads by labels ({@code selector.matchLabels}): a workload is picked when it has all of
 * them. Istio has two wire forms of it, {@code matchLabels} and {@code labels}; the kind that holds
 * it knows which is its own.
 *
 * @see <a href="https://istio.io/latest/docs/reference/config/type/workload-selector/">Workload
 *     Selector</a>
 */
@IstioStyle
@Value.Immutable
public abstract class WorkloadSelector extends Message {

  WorkloadSelector() {}

  /** A selector of these labels. */
  public static WorkloadSelector workloadSelector(Map<String, String> labels) {
    return ImmutableWorkloadSelector.builder().matchLabels(labels).build();
  }

  /** The labels that a workload must have; empty picks every workload in scope. */
  public abstract Map<String, String> matchLabels();

  /** Reads a selector. */
  public static WorkloadSelector read(FieldReader in) {
    return ImmutableWorkloadSelector.builder()
        .origin(in.origin())
        .matchLabels(in.stringMap("matchLabels"))
        .build();
  }

  /** Reads a selector that names its labels {@code labels}, as most networking kinds do. */
  public static WorkloadSelector readLabels(FieldReader in) {
    return ImmutableWorkloadSelector.builder()
        .origin(in.origin())
        .matchLabels(in.stringMap("labels"))
        .build();
  }

  /** The selector with its labels named {@code labels}, as most networking kinds want it. */
  public Fields asLabels() {
    return new MessageFields() {
      @Override
      public Set<String> emptyFields() {
        return isExplicitlyEmpty("matchLabels") ? Set.of("labels") : Set.of();
      }

      @Override
      public void writeTo(FieldWriter out) {
        out.stringMap("labels", matchLabels());
      }
    };
  }

  /** {@code matchLabels} or nothing, in both wire forms. */
  @Override
  @Value.Derived
  public Set<String> emptyFields() {
    Set<String> names = namedEmptyFields();
    boolean named = names.contains("matchLabels") || names.contains("labels");
    return named && matchLabels().isEmpty() ? Set.of("matchLabels") : Set.of();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.stringMap("matchLabels", matchLabels());
  }
}
