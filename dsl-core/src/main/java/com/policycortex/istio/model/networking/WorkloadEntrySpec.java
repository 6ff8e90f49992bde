package com.policycortex.istio.model.networking;

import com.policycortex.istio.model.IstioStyle;
import com.policycortex.istio.model.Message;
import com.policycortex.istio.wire.FieldReader;
import com.policycortex.istio.wire.FieldWriter;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An endpoint: a machine or a pod.
 *
 * @see <a
 *     href="https://istio.io/latest/docs/reference/config/networking/workload-entry/#WorkloadEntry">WorkloadEntrySpec</a>
 */
@IstioStyle
@Value.Immutable
public abstract class WorkloadEntrySpec extends Message {

  WorkloadEntrySpec() {}

  /** A value that sets nothing yet. */
  public static WorkloadEntrySpec workloadEntrySpec() {
    return ImmutableWorkloadEntrySpec.builder().build();
  }

  /** An IP address, a DNS name, or a Unix socket as {@code unix:///path}. */
  public abstract Optional<String> address();

  /** A copy with this {@link #address()}. */
  public abstract WorkloadEntrySpec address(String address);

  /** The port of the endpoint for each port name. */
  public abstract Map<String, Long> ports();

  /** A copy with this {@link #ports()}. */
  public abstract WorkloadEntrySpec ports(Map<String, ? extends Long> ports);

  /** Labels of the endpoint. */
  public abstract Map<String, String> labels();

  /** A copy with this {@link #labels()}. */
  public abstract WorkloadEntrySpec labels(Map<String, ? extends String> labels);

  /** The network it is in. */
  public abstract Optional<String> network();

  /** A copy with this {@link #network()}. */
  public abstract WorkloadEntrySpec network(String network);

  /** {@code REGION/ZONE/SUBZONE}. */
  public abstract Optional<String> locality();

  /** A copy with this {@link #locality()}. */
  public abstract WorkloadEntrySpec locality(String locality);

  /** Its share of the traffic. */
  public abstract Optional<Long> weight();

  /** A copy with this {@link #weight()}. */
  public abstract WorkloadEntrySpec weight(long weight);

  /** Who it is. */
  public abstract Optional<String> serviceAccount();

  /** A copy with this {@link #serviceAccount()}. */
  public abstract WorkloadEntrySpec serviceAccount(String serviceAccount);

  static WorkloadEntrySpec read(FieldReader in) {
    return ImmutableWorkloadEntrySpec.builder()
        .origin(in.origin())
        .address(in.string("address"))
        .ports(in.uint32Map("ports"))
        .labels(in.stringMap("labels"))
        .network(in.string("network"))
        .locality(in.string("locality"))
        .weight(in.uint32("weight"))
        .serviceAccount(in.string("serviceAccount"))
        .build();
  }

  @Override
  public void writeTo(FieldWriter out) {
    out.string("address", address());
    out.int64Map("ports", ports());
    out.stringMap("labels", labels());
    out.string("network", network());
    out.string("locality", locality());
    out.int64("weight", weight());
    out.string("serviceAccount", serviceAccount());
  }
}
