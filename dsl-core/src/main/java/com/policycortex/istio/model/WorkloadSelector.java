package com.policycortex.istio.model;

import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Map;
import org.immutables.value.Value;

/**
 * Picks workloads by labels ({@code selector.matchLabels}): a workload is picked when it has all of
 * them. Used by the security, telemetry and extension kinds and by ProxyConfig.
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

  @Override
  public void writeTo(FieldWriter out) {
    out.stringMap("matchLabels", matchLabels());
  }
}
